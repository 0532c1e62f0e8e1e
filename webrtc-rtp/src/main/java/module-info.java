/** RTP, RTCP and SRTP: RFC 3550, RFC 3711 and what goes with them, without I/O. */
@org.jspecify.annotations.NullMarked
module io.webrtc4j.rtp {
  requires transitive io.webrtc4j.common;
  requires static transitive org.jspecify;

  exports io.webrtc4j.rtp;
  exports io.webrtc4j.rtp.payload;
  exports io.webrtc4j.rtp.rtcp;
  exports io.webrtc4j.rtp.session;
  exports io.webrtc4j.rtp.srtp;
  exports io.webrtc4j.rtp.transport;
}
