package io.webrtc4j;

import io.webrtc4j.jsep.media.NegotiatedCodec;
import io.webrtc4j.rtp.session.RtpCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A negotiated codec, as the RTP session knows it and as the user does. */
record CodecLine(RtpCodec rtp, RTCRtpCodec visible) {

  /** All but the retransmissions, which belong to what they retransmit. */
  static List<CodecLine> of(List<NegotiatedCodec> negotiated) {
    return negotiated.stream().filter(each -> !each.codec().isRtx()).map(CodecLine::of).toList();
  }

  private static CodecLine of(NegotiatedCodec negotiated) {
    RtpCodec rtp =
        new RtpCodec(
            negotiated.payloadType(),
            negotiated.codec().name(),
            negotiated.codec().clockRate(),
            negotiated.codec().channels(),
            parameters(negotiated.codec().parameters()),
            negotiated.rtxPayloadType().orElse(RtpCodec.NO_RTX),
            Set.copyOf(negotiated.codec().feedback()));
    return new CodecLine(rtp, Capabilities.visible(negotiated.codec()));
  }

  private static Map<String, String> parameters(String line) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : line.split(";", -1)) {
      String text = part.strip();
      int equals = text.indexOf('=');
      if (equals >= 0) {
        String name = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        parameters.putIfAbsent(name, text.substring(equals + 1).strip());
      } else if (!text.isEmpty()) {
        parameters.putIfAbsent("", text);
      }
    }
    return parameters;
  }

  /** That of {@code lines} which {@code codec} can be sent as: better the same profile, or any. */
  static Optional<CodecLine> matching(List<CodecLine> lines, RTCRtpCodec codec) {
    return lines.stream()
        .filter(line -> CodecMatch.matchesSymmetrically(line.visible(), codec))
        .findFirst()
        .or(
            () ->
                lines.stream()
                    .filter(line -> line.visible().mimeType().equalsIgnoreCase(codec.mimeType()))
                    .findFirst());
  }
}
