package io.webrtc4j.jsep.media;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Payload types that mean something without {@code a=rtpmap} (RFC 3551 §6), of those in use. */
final class StaticPayloadTypes {
  private static final int NARROWBAND = 8_000;

  private static final Map<Integer, Codec> CODECS =
      Map.of(
          0, Codec.audio("PCMU", NARROWBAND, 1, ""),
          8, Codec.audio("PCMA", NARROWBAND, 1, ""),
          9, Codec.audio("G722", NARROWBAND, 1, ""),
          13, Codec.audio(Codec.COMFORT_NOISE, NARROWBAND, 1, ""));

  private StaticPayloadTypes() {}

  static Optional<Codec> codec(int payloadType) {
    return Optional.ofNullable(CODECS.get(payloadType));
  }

  static OptionalInt payloadType(Codec codec) {
    return CODECS.entrySet().stream()
        .filter(entry -> entry.getValue().matches(codec))
        .mapToInt(Map.Entry::getKey)
        .findFirst();
  }
}
