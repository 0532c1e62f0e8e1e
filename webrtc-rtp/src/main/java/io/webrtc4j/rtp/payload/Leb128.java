package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;

/** Little-endian numbers of seven bits a byte (AV1 specification §4.10.5). */
final class Leb128 {
  private static final int MAX_LENGTH = 8;
  private static final int MORE_BIT = 0x80;

  private Leb128() {}

  /** Reads a length, of no more bytes than are left behind it. */
  static int readLength(ByteReader reader) throws DecodeException {
    long value = 0;
    for (int i = 0; i < MAX_LENGTH; i++) {
      int part = reader.u8();
      value |= (long) (part & ~MORE_BIT) << (7 * i);
      if ((part & MORE_BIT) == 0) {
        if (value > reader.remaining()) {
          throw new DecodeException(
              "a length of %d where %d bytes are left".formatted(value, reader.remaining()));
        }
        return (int) value;
      }
    }
    throw new DecodeException("a length of more than " + MAX_LENGTH + " bytes");
  }

  /** Bytes that {@code value} takes. */
  static int length(int value) {
    int length = 1;
    for (int rest = value >>> 7; rest != 0; rest >>>= 7) {
      length++;
    }
    return length;
  }

  /** Writes it at {@code at} and returns the index behind it. */
  static int put(int value, byte[] array, int at) {
    int rest = value;
    int to = at;
    while (rest >>> 7 != 0) {
      array[to++] = (byte) (rest | MORE_BIT);
      rest >>>= 7;
    }
    array[to++] = (byte) rest;
    return to;
  }
}
