package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.Av1Parameters;
import io.webrtc4j.sdp.FmtpAttribute;
import io.webrtc4j.sdp.Vp9Parameters;
import java.util.Locale;
import java.util.Optional;

/** What of a codec two peers must have in common, as a text to compare and to look up. */
final class CodecIdentity {
  private CodecIdentity() {}

  static String of(Codec codec) {
    return codec.mimeType().toLowerCase(Locale.ROOT)
        + '/'
        + codec.clockRate()
        + '/'
        + codec.channels()
        + parameters(codec);
  }

  /** Those that are symmetric; the rest is what each side says of itself. */
  private static String parameters(Codec codec) {
    Optional<FmtpAttribute> fmtp = Fmtp.of(codec.parameters());
    return switch (codec.name().toLowerCase(Locale.ROOT)) {
      case "h264" -> " " + H264.identity(codec.parameters());
      case "vp9" ->
          " profile-id=" + fmtp.map(Vp9Parameters::of).map(Vp9Parameters::profileId).orElse(0);
      case "av1" -> " " + fmtp.map(CodecIdentity::av1).orElse(av1(0, 0));
      // RFC 7798 §7.1 has these defaults.
      case "h265" ->
          " "
              + value(fmtp, "profile-id", "1")
              + ' '
              + value(fmtp, "tier-flag", "0")
              + ' '
              + value(fmtp, "tx-mode", "SRST");
      default -> "";
    };
  }

  /** The level may differ: each side says what it decodes. */
  private static String av1(FmtpAttribute fmtp) {
    Av1Parameters parameters = Av1Parameters.of(fmtp);
    return av1(parameters.profile(), parameters.tier());
  }

  private static String av1(int profile, int tier) {
    return "profile=" + profile + " tier=" + tier;
  }

  private static String value(Optional<FmtpAttribute> fmtp, String name, String otherwise) {
    return name + "=" + fmtp.flatMap(line -> line.parameter(name)).orElse(otherwise);
  }
}
