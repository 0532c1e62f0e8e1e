package io.webrtc4j.common;

import java.util.Arrays;
import java.util.Objects;

/**
 * Reads big-endian fields from a range of bytes, in order. Reading past the end of the range is a
 * {@link DecodeException}, never an index error. Not thread-safe.
 */
public final class ByteReader {
  private final byte[] array;
  private final int end;
  private int position;

  /** Reads {@code array} from its first byte to its last. */
  public ByteReader(byte[] array) {
    this(array, 0, array.length);
  }

  /** Reads {@code array} from {@code start} up to {@code end}. */
  public ByteReader(byte[] array, int start, int end) {
    Objects.checkFromToIndex(start, end, array.length);
    this.array = array;
    this.position = start;
    this.end = end;
  }

  /** Reads the content of {@code packet}, which must not move meanwhile. */
  public ByteReader(PacketBuffer packet) {
    this(packet.array(), packet.start(), packet.end());
  }

  /** Bytes not yet read. */
  public int remaining() {
    return end - position;
  }

  /** Whether a byte is left to read. */
  public boolean hasRemaining() {
    return position < end;
  }

  /** Index in {@link #array()} of the next byte. */
  public int position() {
    return position;
  }

  /** The array that is read. */
  public byte[] array() {
    return array;
  }

  /** An unsigned byte. */
  public int u8() throws DecodeException {
    require(1);
    return array[position++] & 0xff;
  }

  /** An unsigned 16-bit integer. */
  public int u16() throws DecodeException {
    require(2);
    int value = (array[position] & 0xff) << 8 | (array[position + 1] & 0xff);
    position += 2;
    return value;
  }

  /** An unsigned 24-bit integer. */
  public int u24() throws DecodeException {
    return u8() << 16 | u16();
  }

  /** A 32-bit integer as its bits. */
  public int i32() throws DecodeException {
    return u16() << 16 | u16();
  }

  /** An unsigned 32-bit integer. */
  public long u32() throws DecodeException {
    return i32() & 0xffffffffL;
  }

  /** An unsigned 48-bit integer. */
  public long u48() throws DecodeException {
    return (long) u16() << 32 | u32();
  }

  /** A 64-bit integer as its bits. */
  public long i64() throws DecodeException {
    return u32() << 32 | u32();
  }

  /** A copy of the next {@code count} bytes. */
  public byte[] bytes(int count) throws DecodeException {
    require(count);
    byte[] copy = Arrays.copyOfRange(array, position, position + count);
    position += count;
    return copy;
  }

  /** A copy of all that is left. */
  public byte[] rest() {
    byte[] copy = Arrays.copyOfRange(array, position, end);
    position = end;
    return copy;
  }

  /** Passes over {@code count} bytes. */
  public void skip(int count) throws DecodeException {
    require(count);
    position += count;
  }

  /** A reader of the next {@code count} bytes alone; this reader goes on behind them. */
  public ByteReader slice(int count) throws DecodeException {
    require(count);
    ByteReader slice = new ByteReader(array, position, position + count);
    position += count;
    return slice;
  }

  /** Checks that {@code count} bytes are left. */
  public void require(int count) throws DecodeException {
    if (count < 0 || count > remaining()) {
      throw new DecodeException("needs " + count + " more bytes, has " + remaining());
    }
  }
}
