/** An ICE agent (RFC 8445) and the STUN codec below it, without I/O. */
@org.jspecify.annotations.NullMarked
module io.webrtc4j.ice {
  requires transitive io.webrtc4j.common;
  requires static transitive org.jspecify;

  exports io.webrtc4j.ice;
  exports io.webrtc4j.ice.mdns;
}
