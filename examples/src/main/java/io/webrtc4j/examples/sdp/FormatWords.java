package io.webrtc4j.examples.sdp;

import io.webrtc4j.sdp.Av1Parameters;
import io.webrtc4j.sdp.FmtpAttribute;
import io.webrtc4j.sdp.H264Parameters;
import io.webrtc4j.sdp.OpusParameters;
import io.webrtc4j.sdp.RedParameters;
import io.webrtc4j.sdp.RtxParameters;
import io.webrtc4j.sdp.Vp9Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parameters of a format in plain words. */
final class FormatWords {
  /** Three milliseconds are the least that there can be (RFC 7587 §6.1). */
  private static final int LEAST_PTIME = 3;

  private static final int LEVEL_1B = 9;

  private FormatWords() {}

  /** In words where the encoding is known, or else as they stand. */
  static String of(String encoding, FmtpAttribute fmtp) {
    Optional<String> words =
        switch (encoding.toLowerCase(Locale.ROOT)) {
          case "h264" -> H264Parameters.of(fmtp).map(FormatWords::h264);
          case "vp8" -> Optional.of(pictures(fmtp));
          case "vp9" -> Optional.of(vp9(fmtp));
          case "av1" -> Optional.of(av1(Av1Parameters.of(fmtp)));
          case "opus" -> Optional.of(opus(OpusParameters.of(fmtp)));
          case "rtx" ->
              RtxParameters.of(fmtp).map(rtx -> "lost packets of " + rtx.associatedPayloadType());
          case "red" -> RedParameters.of(fmtp).map(FormatWords::red);
          case "telephone-event" -> Optional.of("keys and tones " + asItStands(fmtp));
          default -> Optional.empty();
        };
    return words.orElseGet(() -> asItStands(fmtp));
  }

  private static String asItStands(FmtpAttribute fmtp) {
    return fmtp.parameters().stream()
        .map(FmtpAttribute.Parameter::toString)
        .collect(Collectors.joining(", "));
  }

  private static String h264(H264Parameters h264) {
    String profile = h264.profile().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "profile %s, level %s, packetization mode %d"
        .formatted(
            profile,
            h264.level() == LEVEL_1B ? "1b" : h264.level() / 10 + "." + h264.level() % 10,
            h264.packetizationMode());
  }

  private static String vp9(FmtpAttribute fmtp) {
    String profile = "profile " + Vp9Parameters.of(fmtp).profileId();
    String pictures = pictures(fmtp);
    return pictures.isEmpty() ? profile : profile + ", " + pictures;
  }

  /** RFC 7741 §6.1, RFC 9628 §6. */
  private static String pictures(FmtpAttribute fmtp) {
    List<String> limits = new ArrayList<>();
    fmtp.parameter("max-fs").ifPresent(size -> limits.add("up to " + size + " macroblocks"));
    fmtp.parameter("max-fr").ifPresent(rate -> limits.add("up to " + rate + " pictures a second"));
    return String.join(", ", limits);
  }

  /** Four indices make a level: the fifth is 3.1 (AV1 specification, annex A.3). */
  private static String av1(Av1Parameters av1) {
    return "profile %d, level %d.%d, tier %d"
        .formatted(av1.profile(), 2 + av1.levelIdx() / 4, av1.levelIdx() % 4, av1.tier());
  }

  private static String opus(OpusParameters opus) {
    List<String> wishes = new ArrayList<>();
    wishes.add(opus.stereo() ? "stereo" : "mono");
    if (opus.minptime() > LEAST_PTIME) {
      wishes.add("packets of " + opus.minptime() + " ms or more");
    }
    if (opus.useInbandFec()) {
      wishes.add("forward error correction");
    }
    if (opus.useDtx()) {
      wishes.add("silence not sent");
    }
    if (opus.cbr()) {
      wishes.add("constant bit rate");
    }
    opus.maxAverageBitrate().ifPresent(rate -> wishes.add("at most " + rate + " bit/s"));
    return "wants " + String.join(", ", wishes);
  }

  private static String red(RedParameters red) {
    String types =
        red.payloadTypes().stream().map(String::valueOf).collect(Collectors.joining(" then "));
    return "in each packet " + types;
  }
}
