package io.webrtc4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The steps of setCodecPreferences (W3C WebRTC §5.4.2). */
final class CodecPreferences {
  /** What helps other codecs, and is nothing by itself. */
  private static final Set<String> HELPERS = Set.of("rtx", "red", "ulpfec", "flexfec-03", "cn");

  private CodecPreferences() {}

  /**
   * The preferences to keep: each codec once. None stand for the defaults.
   *
   * @param implemented what can be sent or received, of the transceiver's kind
   * @throws RTCException {@code InvalidModificationError} if a codec is not among them, or none is
   *     more than a helper of others
   */
  static List<RTCRtpCodec> valid(List<RTCRtpCodec> codecs, List<RTCRtpCodec> implemented) {
    List<RTCRtpCodec> preferences = new ArrayList<>();
    for (RTCRtpCodec codec : codecs) {
      if (!has(preferences, codec)) {
        preferences.add(codec);
      }
    }
    for (RTCRtpCodec codec : preferences) {
      if (!has(implemented, codec)) {
        throw RTCException.invalidModification(
            codec + " is not among the codecs that getCapabilities lists for this kind");
      }
    }
    if (!preferences.isEmpty() && preferences.stream().allMatch(CodecPreferences::isHelper)) {
      throw RTCException.invalidModification(
          "of RTX, RED, FEC and comfort noise alone nothing can be offered: add a codec of media");
    }
    return List.copyOf(preferences);
  }

  private static boolean has(List<RTCRtpCodec> codecs, RTCRtpCodec codec) {
    return codecs.stream().anyMatch(other -> CodecMatch.matches(codec, other));
  }

  private static boolean isHelper(RTCRtpCodec codec) {
    String name = codec.mimeType().substring(codec.mimeType().indexOf('/') + 1);
    return HELPERS.contains(name.toLowerCase(Locale.ROOT));
  }
}
