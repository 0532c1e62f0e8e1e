package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.FmtpAttribute;
import io.webrtc4j.sdp.FmtpAttribute.Parameter;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.RedParameters;
import io.webrtc4j.sdp.RtcpFbAttribute;
import io.webrtc4j.sdp.RtpmapAttribute;
import io.webrtc4j.sdp.RtxParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the formats of a section, of either side. Left out is what says too little: a payload type
 * without {@code rtpmap} that is not a static one, {@code rtx} without {@code apt}.
 */
final class Formats {
  private static final int MAX_DIGITS = 3;
  private static final int MAX_PAYLOAD_TYPE = 127;

  private final MediaKind kind;
  private final Map<Integer, RtpmapAttribute> rtpmaps = new HashMap<>();
  private final Map<String, List<Parameter>> parameters = new HashMap<>();
  private final Map<String, Set<String>> feedback = new HashMap<>();

  private Formats(MediaKind kind, MediaDescription section) {
    this.kind = kind;
    for (RtpmapAttribute rtpmap : section.attributes(RtpmapAttribute.class)) {
      rtpmaps.putIfAbsent(rtpmap.payloadType(), rtpmap);
    }
    for (FmtpAttribute fmtp : section.attributes(FmtpAttribute.class)) {
      // Some peers give each parameter a line of its own.
      parameters.computeIfAbsent(fmtp.format(), key -> new ArrayList<>()).addAll(fmtp.parameters());
    }
    for (RtcpFbAttribute line : section.attributes(RtcpFbAttribute.class)) {
      String text = line.feedback() + line.parameter().map(more -> " " + more).orElse("");
      feedback.computeIfAbsent(line.format(), key -> new LinkedHashSet<>()).add(text);
    }
  }

  /** The formats in their order, each payload type once; none of a section for data. */
  static List<Format> of(@Nullable MediaDescription section) {
    Optional<MediaKind> kind = section == null ? Optional.empty() : MediaKind.of(section.media());
    if (section == null || kind.isEmpty()) {
      return List.of();
    }
    Formats reader = new Formats(kind.get(), section);
    List<Format> formats = new ArrayList<>();
    for (String text : new LinkedHashSet<>(section.formats())) {
      payloadType(text)
          .filter(type -> !NumberRanges.isTakenByRtcp(type))
          .flatMap(reader::format)
          .ifPresent(formats::add);
    }
    return formats;
  }

  /** The payload type that a format of RTP is; empty if it is none. */
  static Optional<Integer> payloadType(String format) {
    if (format.isEmpty()
        || format.length() > MAX_DIGITS
        || !format.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    int number = Integer.parseInt(format);
    return number > MAX_PAYLOAD_TYPE ? Optional.empty() : Optional.of(number);
  }

  private Optional<Format> format(int payloadType) {
    String key = Integer.toString(payloadType);
    Optional<FmtpAttribute> fmtp =
        Optional.ofNullable(parameters.get(key)).map(list -> FmtpAttribute.of(payloadType, list));
    return codec(payloadType)
        .map(codec -> codec.withParameters(fmtp.map(Fmtp::text).orElse("")))
        .map(codec -> codec.withFeedback(feedback(key)))
        .flatMap(
            codec -> associated(codec, fmtp).map(others -> new Format(payloadType, codec, others)));
  }

  private Optional<Codec> codec(int payloadType) {
    RtpmapAttribute rtpmap = rtpmaps.get(payloadType);
    if (rtpmap == null) {
      return StaticPayloadTypes.codec(payloadType).filter(codec -> codec.kind() == kind);
    }
    int channels = rtpmap.channels().orElse(1);
    return Optional.of(
        new Codec(kind, rtpmap.encodingName(), rtpmap.clockRate(), channels, "", List.of()));
  }

  private List<String> feedback(String format) {
    Set<String> all = new LinkedHashSet<>(feedback.getOrDefault(format, Set.of()));
    all.addAll(feedback.getOrDefault(RtcpFbAttribute.ALL, Set.of()));
    return List.copyOf(all);
  }

  /** Empty if that is needed and not said. */
  private static Optional<List<Integer>> associated(Codec codec, Optional<FmtpAttribute> fmtp) {
    if (codec.isRtx()) {
      return fmtp.flatMap(RtxParameters::of).map(rtx -> List.of(rtx.associatedPayloadType()));
    }
    if (codec.isRed() && fmtp.isPresent()) {
      return RedParameters.of(fmtp.get()).map(RedParameters::payloadTypes);
    }
    return Optional.of(List.of());
  }
}
