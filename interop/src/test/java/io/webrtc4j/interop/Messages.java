package io.webrtc4j.interop;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Messages that tests send. */
final class Messages {
  /** What both browsers and the library take as one message by default. */
  static final int LARGEST = 256 * 1024;

  /** Text and bytes, short, empty and just over what fits in a packet. */
  static final List<Object> SMALL =
      List.of(
          "Hello",
          "Grüße, 世界 🌍",
          bytes(1),
          "",
          new byte[0],
          "after the empty ones",
          bytes(1_200),
          "a\u0000b",
          bytes(5_000));

  private Messages() {}

  /** Bytes that differ from each other, the same each time. */
  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  /** Text of so many bytes in UTF-8. */
  static String text(int count) {
    return Stream.generate(() -> "0123456789abcdef")
        .limit(count / 16 + 1)
        .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
        .substring(0, count);
  }
}
