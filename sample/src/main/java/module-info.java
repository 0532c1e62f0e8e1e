/** One application module that needs nothing but the library. */
module hello {
  requires io.webrtc4j;
}
