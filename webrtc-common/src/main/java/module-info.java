/** Building blocks of the protocol modules; the JDK only. */
@org.jspecify.annotations.NullMarked
module io.webrtc4j.common {
  requires static transitive org.jspecify;

  exports io.webrtc4j.common;
}
