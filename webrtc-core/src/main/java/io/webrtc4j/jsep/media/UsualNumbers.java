package io.webrtc4j.jsep.media;

import java.util.Map;
import java.util.OptionalInt;

/**
 * The payload types that most peers use. They mean nothing by themselves, but there are programs
 * that do not read {@code rtpmap}.
 */
final class UsualNumbers {
  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "audio/opus/48000/2", 111,
          "audio/red/48000/2", 63,
          "audio/telephone-event/48000/1", 110,
          "audio/telephone-event/8000/1", 126);

  private UsualNumbers() {}

  static OptionalInt payloadType(Codec codec) {
    Integer number = NUMBERS.get(CodecIdentity.of(codec));
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
