package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The 96 bits that a response has in common with its request (RFC 8489 §5).
 *
 * @param first the first 32 bits
 * @param rest the other 64
 */
public record TransactionId(int first, long rest) {
  /** A new one; nobody must be able to guess what {@code random} gives (RFC 7675 §8). */
  public static TransactionId next(RandomGenerator random) {
    return new TransactionId(random.nextInt(), random.nextLong());
  }

  static TransactionId parse(ByteReader reader) throws DecodeException {
    return new TransactionId(reader.i32(), reader.i64());
  }

  void write(ByteWriter writer) {
    writer.u32(first).u64(rest);
  }

  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(first) + hex.toHexDigits(rest);
  }
}
