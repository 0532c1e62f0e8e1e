package io.webrtc4j.examples.sdp;

import io.webrtc4j.sdp.Av1Parameters;
import io.webrtc4j.sdp.FmtpAttribute;
import io.webrtc4j.sdp.H264Parameters;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.OpusParameters;
import io.webrtc4j.sdp.RedParameters;
import io.webrtc4j.sdp.RtcpFbAttribute;
import io.webrtc4j.sdp.RtpmapAttribute;
import io.webrtc4j.sdp.RtxParameters;
import io.webrtc4j.sdp.Vp9Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in plain words which codecs a media description has, the preferred ones first. */
final class CodecsExplanation {
  private final Paragraphs text;
  private final MediaDescription media;

  CodecsExplanation(Paragraphs text, MediaDescription media) {
    this.text = text;
    this.media = media;
  }

  void explain() {
    text.line("codecs, the preferred ones first:");
    for (String format : media.formats()) {
      Optional<RtpmapAttribute> map =
          media.attributes(RtpmapAttribute.class).stream()
              .filter(mapping -> format.equals(Integer.toString(mapping.payloadType())))
              .findFirst();
      if (map.isPresent()) {
        codec(map.get());
      } else {
        text.detail("%s, by its number alone (RFC 3551)", format);
      }
    }
  }

  private void codec(RtpmapAttribute map) {
    List<String> parts = new ArrayList<>();
    parts.add(map.encodingName());
    parts.add(map.clockRate() + " Hz");
    map.channels().ifPresent(channels -> parts.add(channels + " channels"));
    media.attributes(FmtpAttribute.class).stream()
        .filter(fmtp -> fmtp.format().equals(Integer.toString(map.payloadType())))
        .forEach(fmtp -> parts.add(parameters(map, fmtp)));
    String feedback =
        media.attributes(RtcpFbAttribute.class).stream()
            .filter(fb -> fb.isFor(map.payloadType()))
            .map(fb -> fb.feedback() + fb.parameter().map(p -> " " + p).orElse(""))
            .collect(Collectors.joining(", "));
    if (!feedback.isEmpty()) {
      parts.add("feedback " + feedback);
    }
    text.detail("%3d %s", map.payloadType(), String.join("; ", parts));
  }

  private static String parameters(RtpmapAttribute map, FmtpAttribute fmtp) {
    Optional<String> words =
        switch (map.encodingName().toLowerCase(Locale.ROOT)) {
          case "h264" -> H264Parameters.of(fmtp).map(CodecsExplanation::h264);
          case "vp9" -> Optional.of("profile " + Vp9Parameters.of(fmtp).profileId());
          case "av1" -> Optional.of(av1(Av1Parameters.of(fmtp)));
          case "opus" -> Optional.of(opus(OpusParameters.of(fmtp)));
          case "rtx" -> RtxParameters.of(fmtp).map(rtx -> "repeats " + rtx.associatedPayloadType());
          case "red" -> RedParameters.of(fmtp).map(red -> "carries " + red.payloadTypes());
          default -> Optional.empty();
        };
    return words.orElseGet(
        () ->
            fmtp.parameters().stream()
                .map(FmtpAttribute.Parameter::toString)
                .collect(Collectors.joining(", ")));
  }

  private static String h264(H264Parameters h264) {
    String profile = h264.profile().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "profile %s, level %s, packetization mode %d"
        .formatted(
            profile,
            h264.level() == 9 ? "1b" : h264.level() / 10 + "." + h264.level() % 10,
            h264.packetizationMode());
  }

  private static String av1(Av1Parameters av1) {
    return "profile %d, level index %d, tier %d"
        .formatted(av1.profile(), av1.levelIdx(), av1.tier());
  }

  private static String opus(OpusParameters opus) {
    List<String> wishes = new ArrayList<>();
    wishes.add(opus.stereo() ? "stereo" : "mono");
    wishes.add("packets of " + opus.minptime() + " ms or more");
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
}
