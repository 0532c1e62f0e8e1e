/** Virtual time and seeded links for testing protocols without a clock or a socket. */
@org.jspecify.annotations.NullMarked
module io.webrtc4j.sim {
  requires transitive io.webrtc4j.common;
  requires static transitive org.jspecify;

  exports io.webrtc4j.sim;
}
