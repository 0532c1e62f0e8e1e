package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.FmtpAttribute;
import java.util.Locale;

/** What of a codec two peers must have in common, as a text to compare. */
final class CodecIdentity {
  private CodecIdentity() {}

  static String of(Codec codec) {
    return codec.mimeType().toLowerCase(Locale.ROOT)
        + "/"
        + codec.clockRate()
        + "/"
        + codec.channels()
        + Fmtp.of(codec.parameters()).map(CodecIdentity::none).orElse("");
  }

  private static String none(FmtpAttribute fmtp) {
    return "";
  }
}
