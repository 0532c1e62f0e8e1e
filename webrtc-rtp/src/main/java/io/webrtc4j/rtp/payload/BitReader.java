package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;
import java.util.Objects;

/** Reads bits from a range of bytes, the highest of each byte first. */
final class BitReader {
  private static final int MAX_COUNT = 32;

  private final byte[] array;
  private final long end;
  private long position;

  BitReader(byte[] array, int start, int end) {
    Objects.checkFromToIndex(start, end, array.length);
    this.array = array;
    this.position = 8L * start;
    this.end = 8L * end;
  }

  boolean flag() throws DecodeException {
    return bits(1) != 0;
  }

  /** A number of up to 31 bits. */
  int bits(int count) throws DecodeException {
    return (int) longBits(count);
  }

  /** A number of up to 32 bits. */
  long longBits(int count) throws DecodeException {
    Objects.checkIndex(count, MAX_COUNT + 1);
    if (count > end - position) {
      throw new DecodeException("needs " + count + " more bits, has " + (end - position));
    }
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 1 | (array[(int) (position >> 3)] >> (7 - (position & 7)) & 1);
      position++;
    }
    return value;
  }

  /** One of {@code count} values, in as few bits as it takes: ns(n) of the AV1 specifications. */
  int oneOf(int count) throws DecodeException {
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(count);
    int shortOnes = (1 << width) - count;
    int value = bits(width - 1);
    return value < shortOnes ? value : (value << 1) - shortOnes + bits(1);
  }
}
