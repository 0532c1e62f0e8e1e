/** DTLS 1.2 (RFC 6347) client and server, without I/O. */
@org.jspecify.annotations.NullMarked
module io.webrtc4j.dtls {
  requires transitive io.webrtc4j.common;
  requires org.bouncycastle.provider;
  requires static transitive org.jspecify;

  exports io.webrtc4j.dtls;
}
