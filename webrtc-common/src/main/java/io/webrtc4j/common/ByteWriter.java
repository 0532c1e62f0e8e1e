package io.webrtc4j.common;

import java.util.Arrays;
import java.util.Objects;

/**
 * Writes big-endian fields, in order: into an array of its own that grows, or behind the content of
 * a {@link PacketBuffer}, whose end moves with each field. Not thread-safe.
 *
 * <p>A packet buffer that is too small is a programming error and throws {@link
 * IndexOutOfBoundsException}.
 */
public abstract class ByteWriter {

  private ByteWriter() {}

  /** A writer that grows as it must. */
  public static ByteWriter growing() {
    return new Growing();
  }

  /** A writer that appends to {@code packet}. */
  public static ByteWriter into(PacketBuffer packet) {
    return new IntoPacket(packet);
  }

  /** Makes room for {@code count} bytes and returns the index of the first in {@link #array()}. */
  abstract int advance(int count);

  /** The array being written; another one after it has grown. */
  abstract byte[] array();

  /** Index in the array of what this writer wrote first. */
  abstract int origin();

  /** Index in the array behind what was written. */
  abstract int position();

  /** Bytes written so far. */
  public int length() {
    return position() - origin();
  }

  /** Writes the low 8 bits of {@code value}. */
  public ByteWriter u8(int value) {
    int at = advance(1);
    array()[at] = (byte) value;
    return this;
  }

  /** Writes the low 16 bits of {@code value}. */
  public ByteWriter u16(int value) {
    put16(advance(2), value);
    return this;
  }

  /** Writes the low 24 bits of {@code value}. */
  public ByteWriter u24(int value) {
    return u8(value >>> 16).u16(value);
  }

  /** Writes 32 bits. */
  public ByteWriter u32(int value) {
    int at = advance(4);
    put16(at, value >>> 16);
    put16(at + 2, value);
    return this;
  }

  /** Writes the low 32 bits of {@code value}. */
  public ByteWriter u32(long value) {
    return u32((int) value);
  }

  /** Writes the low 48 bits of {@code value}. */
  public ByteWriter u48(long value) {
    return u16((int) (value >>> 32)).u32((int) value);
  }

  /** Writes 64 bits. */
  public ByteWriter u64(long value) {
    return u32((int) (value >>> 32)).u32((int) value);
  }

  /** Writes all of {@code source}. */
  public ByteWriter bytes(byte[] source) {
    return bytes(source, 0, source.length);
  }

  /** Writes {@code length} bytes of {@code source} from {@code offset} on. */
  public ByteWriter bytes(byte[] source, int offset, int length) {
    int at = advance(length);
    System.arraycopy(source, offset, array(), at, length);
    return this;
  }

  /** Writes {@code count} zero bytes. */
  public ByteWriter zeros(int count) {
    int at = advance(count);
    Arrays.fill(array(), at, at + count, (byte) 0);
    return this;
  }

  /** Writes zero bytes until {@link #length()} is a multiple of {@code alignment}. */
  public ByteWriter padTo(int alignment) {
    int over = length() % alignment;
    return over == 0 ? this : zeros(alignment - over);
  }

  /**
   * Overwrites the 16 bits that stand {@code offset} bytes behind the first byte written: for
   * lengths known only after what they count.
   */
  public void patch16(int offset, int value) {
    Objects.checkFromIndexSize(offset, 2, length());
    put16(origin() + offset, value);
  }

  /** Overwrites 24 bits at {@code offset}, as {@link #patch16} does 16. */
  public void patch24(int offset, int value) {
    Objects.checkFromIndexSize(offset, 3, length());
    array()[origin() + offset] = (byte) (value >>> 16);
    put16(origin() + offset + 1, value);
  }

  /** Overwrites 32 bits at {@code offset}, as {@link #patch16} does 16. */
  public void patch32(int offset, int value) {
    Objects.checkFromIndexSize(offset, 4, length());
    put16(origin() + offset, value >>> 16);
    put16(origin() + offset + 2, value);
  }

  /** A copy of all that was written. */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(array(), origin(), position());
  }

  private void put16(int at, int value) {
    array()[at] = (byte) (value >>> 8);
    array()[at + 1] = (byte) value;
  }

  private static final class Growing extends ByteWriter {
    private static final int INITIAL_CAPACITY = 128;

    private byte[] array = new byte[INITIAL_CAPACITY];
    private int position;

    @Override
    int advance(int count) {
      int at = position;
      int needed = Math.addExact(position, count);
      if (needed > array.length) {
        array = Arrays.copyOf(array, Math.max(needed, array.length * 2));
      }
      position = needed;
      return at;
    }

    @Override
    byte[] array() {
      return array;
    }

    @Override
    int origin() {
      return 0;
    }

    @Override
    int position() {
      return position;
    }
  }

  private static final class IntoPacket extends ByteWriter {
    private final PacketBuffer packet;
    private final int origin;

    IntoPacket(PacketBuffer packet) {
      this.packet = packet;
      this.origin = packet.end();
    }

    @Override
    int advance(int count) {
      int at = packet.end();
      packet.append(count);
      return at;
    }

    @Override
    byte[] array() {
      return packet.array();
    }

    @Override
    int origin() {
      return origin;
    }

    @Override
    int position() {
      return packet.end();
    }
  }
}
