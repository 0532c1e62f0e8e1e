package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.RtcpFbAttribute;
import io.webrtc4j.sdp.RtpmapAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes formats: {@code rtpmap}, {@code rtcp-fb} and {@code fmtp}, one format after another. */
final class FormatLines {
  private FormatLines() {}

  static List<String> numbers(List<Format> formats) {
    return formats.stream().map(format -> Integer.toString(format.payloadType())).toList();
  }

  static List<Attribute> of(List<Format> formats) {
    List<Attribute> lines = new ArrayList<>();
    for (Format format : formats) {
      int payloadType = format.payloadType();
      Codec codec = format.codec();
      OptionalInt channels =
          codec.channels() > 1 ? OptionalInt.of(codec.channels()) : OptionalInt.empty();
      lines.add(new RtpmapAttribute(payloadType, codec.name(), codec.clockRate(), channels));
      for (String feedback : codec.feedback()) {
        lines.add(feedback(payloadType, feedback));
      }
      Fmtp.of(payloadType, codec.parameters()).ifPresent(lines::add);
    }
    return lines;
  }

  private static RtcpFbAttribute feedback(int payloadType, String feedback) {
    int space = feedback.indexOf(' ');
    return new RtcpFbAttribute(
        Integer.toString(payloadType),
        space < 0 ? feedback : feedback.substring(0, space),
        space < 0 ? Optional.empty() : Optional.of(feedback.substring(space + 1)));
  }
}
