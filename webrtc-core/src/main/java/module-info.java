/** A WebRTC peer: the W3C's RTCPeerConnection for the JVM. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // The testkit is built after this module.
module io.webrtc4j {
  requires io.netty.buffer;
  requires io.netty.common;
  requires io.netty.transport;
  requires io.webrtc4j.common;
  requires io.webrtc4j.dtls;
  requires io.webrtc4j.ice;
  requires io.webrtc4j.sctp;
  requires io.webrtc4j.sdp;
  requires transitive io.webrtc4j.rtp;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.webrtc4j;
  exports io.webrtc4j.world to
      io.webrtc4j.testkit;
}
