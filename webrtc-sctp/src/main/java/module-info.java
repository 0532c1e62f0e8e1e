/** An SCTP association (RFC 9260) and data channels (RFC 8831), without I/O. */
@org.jspecify.annotations.NullMarked
module io.webrtc4j.sctp {
  requires transitive io.webrtc4j.common;
  requires static transitive org.jspecify;

  exports io.webrtc4j.sctp;
}
