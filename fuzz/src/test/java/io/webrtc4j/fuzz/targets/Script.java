package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.fuzz.Target;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What happens to an engine, as bytes: for each step 16 bits and a packet. The upper bit asks for
 * the engine's next deadline to come first; the others are the packet's length.
 */
final class Script {
  private static final int HEADER_LENGTH = 2;
  private static final int TIMEOUT_BIT = 0x8000;
  private static final long EACH_PACKET = 2048;
  private static final long STEP = Deadline.millis(1);

  private Script() {}

  /** A script of these packets. */
  static byte[] of(List<byte[]> packets) {
    ByteArrayOutputStream script = new ByteArrayOutputStream();
    for (byte[] packet : packets) {
      script.write(packet.length >>> 8);
      script.write(packet.length);
      script.writeBytes(packet);
    }
    return script.toByteArray();
  }

  /** Of {@code packet} over and over, to at most {@code size} bytes. */
  static byte[] repeated(byte[] packet, int size) {
    return Growing.repeated(new byte[0], of(List.of(packet)), size);
  }

  /**
   * Bytes that an engine may allocate for a script: for each packet, a handful of small objects.
   */
  static long allocationLimit(byte[] script) {
    return count(script) * EACH_PACKET + Target.ALLOCATION_FACTOR * script.length;
  }

  private static long count(byte[] script) {
    long packets = 0;
    int at = 0;
    while (script.length - at >= HEADER_LENGTH) {
      at += HEADER_LENGTH + (head(script, at) & ~TIMEOUT_BIT);
      packets++;
    }
    return packets;
  }

  private static int head(byte[] script, int at) {
    return (script[at] & 0xff) << 8 | (script[at + 1] & 0xff);
  }

  /** Plays {@code script} to {@code engine}, each packet changed by {@code wrapping}. */
  static void play(
      byte[] script, RecordedEngine engine, long from, UnaryOperator<byte[]> wrapping) {
    long now = from;
    int at = 0;
    while (script.length - at >= HEADER_LENGTH) {
      int head = head(script, at);
      at += HEADER_LENGTH;
      int end = Math.min(script.length, at + (head & ~TIMEOUT_BIT));
      if ((head & TIMEOUT_BIT) != 0 && engine.nextDeadline() != Deadline.NEVER) {
        now = Math.max(now, engine.nextDeadline());
        engine.letTimeoutPass(now);
      }
      now += STEP;
      engine.feed(wrapping.apply(Arrays.copyOfRange(script, at, end)), now);
      at = end;
    }
  }
}
