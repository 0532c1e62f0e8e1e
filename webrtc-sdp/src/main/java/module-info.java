/** Session descriptions: RFC 8866 and the attributes of WebRTC. */
@org.jspecify.annotations.NullMarked
module io.webrtc4j.sdp {
  requires io.webrtc4j.common;
  requires static transitive org.jspecify;

  exports io.webrtc4j.sdp;
}
