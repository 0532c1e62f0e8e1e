package io.webrtc4j;

import io.webrtc4j.jsep.Transceiver;
import io.webrtc4j.jsep.media.MediaParameters;
import io.webrtc4j.jsep.media.NegotiatedCodec;
import io.webrtc4j.jsep.media.NegotiatedExtension;
import io.webrtc4j.sdp.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was negotiated, in the specification's terms (W3C WebRTC §5.2). */
final class Parameters {
  private Parameters() {}

  static RTCRtpSendParameters toSend(
      String transactionId,
      String cname,
      Transceiver facts,
      List<RTCRtpEncodingParameters> encodings) {
    MediaParameters negotiated = facts.negotiated();
    return RTCRtpSendParameters.builder()
        .transactionId(transactionId)
        .encodings(encodings)
        .headerExtensions(negotiated == null ? List.of() : extensions(negotiated.sendExtensions()))
        .rtcp(new RTCRtcpParameters(cname, negotiated != null && negotiated.reducedSizeRtcp()))
        .codecs(negotiated == null ? List.of() : codecs(negotiated.send()))
        .build();
  }

  static RTCRtpReceiveParameters toReceive(Transceiver facts) {
    MediaParameters negotiated = facts.negotiated();
    @Nullable Direction current = facts.currentDirection();
    boolean receives = current != null && current.receives();
    if (negotiated == null) {
      return new RTCRtpReceiveParameters(List.of(), new RTCRtcpParameters(null, false), List.of());
    }
    return new RTCRtpReceiveParameters(
        extensions(negotiated.receiveExtensions()),
        new RTCRtcpParameters(null, negotiated.reducedSizeRtcp()),
        receives ? codecs(negotiated.receive()) : List.of());
  }

  private static List<RTCRtpCodecParameters> codecs(List<NegotiatedCodec> codecs) {
    return codecs.stream()
        .map(
            each ->
                new RTCRtpCodecParameters(each.payloadType(), Capabilities.visible(each.codec())))
        .toList();
  }

  private static List<RTCRtpHeaderExtensionParameters> extensions(
      List<NegotiatedExtension> extensions) {
    return extensions.stream()
        .map(each -> new RTCRtpHeaderExtensionParameters(each.uri(), each.id()))
        .toList();
  }
}
