package io.webrtc4j;

import io.webrtc4j.sdp.FmtpAttribute;
import io.webrtc4j.sdp.H264Parameters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "Codec dictionary match" of W3C WebRTC §5.4.2. */
final class CodecMatch {
  private static final String H264 = "video/h264";
  private static final String H264_PROFILE = "profile-level-id";
  private static final Pattern HEXADECIMAL_BYTES = Pattern.compile("[0-9a-f]{6}");

  /** What a parameter is taken to be where it is not written, by codec. */
  private static final Map<String, Map<String, String>> DEFAULTS =
      Map.of(
          H264, // RFC 6184 §8.1
          Map.of("packetization-mode", "0", "level-asymmetry-allowed", "0", H264_PROFILE, "42000a"),
          "video/h265", // RFC 7798 §7.1
          Map.of(
              "profile-space", "0",
              "profile-id", "1",
              "tier-flag", "0",
              "level-id", "93",
              "tx-mode", "SRST"),
          "video/vp9", // RFC 9628 §6.1
          Map.of("profile-id", "0"),
          "video/av1", // RTP Payload Format For AV1 §7.1
          Map.of("profile", "0", "level-idx", "5", "tier", "0"));

  /**
   * The parameters that are the same in both directions, by codec; the others of these codecs may
   * differ. Of a codec that is not here all are.
   */
  private static final Map<String, Set<String>> SYMMETRICAL =
      Map.of(
          "video/h264", Set.of("packetization-mode"), // and the profile, see below
          "video/h265", Set.of("profile-space", "profile-id", "tier-flag", "tx-mode"),
          "video/vp8", Set.of(),
          "video/vp9", Set.of("profile-id"),
          "video/av1", Set.of(),
          "audio/opus", Set.of());

  private CodecMatch() {}

  /** Whether both are the same codec with the same parameters. */
  static boolean matches(RTCRtpCodec first, RTCRtpCodec second) {
    return matches(first, second, false);
  }

  /** As {@link #matches(RTCRtpCodec, RTCRtpCodec)}, but what may differ by direction may differ. */
  static boolean matchesSymmetrically(RTCRtpCodec first, RTCRtpCodec second) {
    return matches(first, second, true);
  }

  private static boolean matches(
      RTCRtpCodec first, RTCRtpCodec second, boolean ignoreAsymmetricalParameters) {
    return first.mimeType().equalsIgnoreCase(second.mimeType())
        && first.clockRate() == second.clockRate()
        && Objects.equals(first.channels(), second.channels())
        && parametersMatch(first, second, ignoreAsymmetricalParameters);
  }

  private static boolean parametersMatch(
      RTCRtpCodec first, RTCRtpCodec second, boolean ignoreAsymmetricalParameters) {
    String firstLine = first.sdpFmtpLine();
    String secondLine = second.sdpFmtpLine();
    if (firstLine == null || secondLine == null) {
      return Objects.equals(firstLine, secondLine);
    }
    String codec = first.mimeType().toLowerCase(Locale.ROOT);
    Map<String, String> defaults = DEFAULTS.getOrDefault(codec, Map.of());
    Map<String, String> ours = parameters(firstLine, defaults);
    Map<String, String> theirs = parameters(secondLine, defaults);
    if (ours == null || theirs == null) {
      return firstLine.equals(secondLine);
    }
    Set<String> symmetrical = SYMMETRICAL.get(codec);
    if (!ignoreAsymmetricalParameters || symmetrical == null) {
      return ours.equals(theirs);
    }
    return symmetrical.stream().allMatch(name -> Objects.equals(ours.get(name), theirs.get(name)))
        && (!codec.equals(H264) || sameProfile(ours, theirs));
  }

  /** By name, those left out among them; null if the line is not made of names and values. */
  private static @Nullable Map<String, String> parameters(
      String line, Map<String, String> defaults) {
    Map<String, String> parameters = new HashMap<>(defaults);
    for (String part : line.split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        String value = part.substring(equals + 1).strip();
        boolean hexadecimal = name.equals(H264_PROFILE);
        parameters.put(name, hexadecimal ? value.toLowerCase(Locale.ROOT) : value);
      } else if (!part.isBlank()) {
        return null;
      }
    }
    return parameters;
  }

  /** A level may differ by direction, a profile may not (RFC 6184 §8.2.2). */
  private static boolean sameProfile(Map<String, String> ours, Map<String, String> theirs) {
    H264Parameters first = profile(ours.getOrDefault(H264_PROFILE, ""));
    H264Parameters second = profile(theirs.getOrDefault(H264_PROFILE, ""));
    return first != null && second != null && first.matches(second);
  }

  /** With the profile and level alone; null if they are malformed. */
  private static @Nullable H264Parameters profile(String profileLevelId) {
    return HEXADECIMAL_BYTES.matcher(profileLevelId).matches()
        ? H264Parameters.of(
                FmtpAttribute.of(
                    0, List.of(new FmtpAttribute.Parameter(H264_PROFILE, profileLevelId))))
            .orElse(null)
        : null;
  }
}
