package io.webrtc4j.common;

import java.util.Arrays;
import java.util.Objects;

/**
 * One packet's bytes with room to grow at both ends, so that each layer puts its header in front
 * and its trailer behind without copying what is inside.
 *
 * <p>Ownership, in three sentences. An input buffer is borrowed for the call, and who keeps bytes
 * copies them. An output buffer belongs to the caller of poll. Payloads handed to {@code send}
 * belong to the library from then on.
 *
 * <p>Not thread-safe. Violations of its bounds are programming errors and throw {@link
 * IndexOutOfBoundsException}.
 */
public final class PacketBuffer {
  private final byte[] array;
  private final int headroom;
  private int start;
  private int end;

  private PacketBuffer(byte[] array, int headroom, int start, int end) {
    this.array = array;
    this.headroom = headroom;
    this.start = start;
    this.end = end;
  }

  /**
   * An empty buffer of {@code capacity} bytes in all, whose content begins after {@code headroom}
   * bytes.
   */
  public static PacketBuffer allocate(int capacity, int headroom) {
    if (headroom < 0 || headroom > capacity) {
      throw new IndexOutOfBoundsException(
          "headroom " + headroom + " does not fit a capacity of " + capacity);
    }
    return new PacketBuffer(new byte[capacity], headroom, headroom, headroom);
  }

  /** A view of all of {@code array}, which is shared and not copied. */
  public static PacketBuffer wrap(byte[] array) {
    return new PacketBuffer(array, 0, 0, array.length);
  }

  /** A view of {@code array} from {@code start} up to {@code end}, shared and not copied. */
  public static PacketBuffer wrap(byte[] array, int start, int end) {
    Objects.checkFromToIndex(start, end, array.length);
    return new PacketBuffer(array, start, start, end);
  }

  /** The array that holds the content from {@link #start()} up to {@link #end()}. */
  public byte[] array() {
    return array;
  }

  /** Index in {@link #array()} of the content's first byte. */
  public int start() {
    return start;
  }

  /** Index in {@link #array()} after the content's last byte. */
  public int end() {
    return end;
  }

  /** The content's length in bytes. */
  public int length() {
    return end - start;
  }

  /** Whether there is no content. */
  public boolean isEmpty() {
    return start == end;
  }

  /** Bytes free in front of the content. */
  public int headroom() {
    return start;
  }

  /** Bytes free behind the content. */
  public int tailroom() {
    return array.length - end;
  }

  /** Forgets the content and restores the headroom that the buffer was made with. */
  public void clear() {
    start = headroom;
    end = headroom;
  }

  /** Makes the content begin {@code count} bytes earlier; those bytes are the caller's to write. */
  public void prepend(int count) {
    Objects.checkIndex(count, start + 1);
    start -= count;
  }

  /** Makes the content end {@code count} bytes later; those bytes are the caller's to write. */
  public void append(int count) {
    Objects.checkIndex(count, tailroom() + 1);
    end += count;
  }

  /** Takes {@code count} bytes from the front of the content. */
  public void trimStart(int count) {
    Objects.checkIndex(count, length() + 1);
    start += count;
  }

  /** Takes {@code count} bytes from the back of the content. */
  public void trimEnd(int count) {
    Objects.checkIndex(count, length() + 1);
    end -= count;
  }

  /** Moves the content's bounds to {@code start} and {@code end}, indices in {@link #array()}. */
  public void bounds(int start, int end) {
    Objects.checkFromToIndex(start, end, array.length);
    this.start = start;
    this.end = end;
  }

  /** Appends a copy of {@code source}. */
  public void put(byte[] source) {
    put(source, 0, source.length);
  }

  /** Appends a copy of {@code length} bytes of {@code source} from {@code offset} on. */
  public void put(byte[] source, int offset, int length) {
    int at = end;
    append(length);
    System.arraycopy(source, offset, array, at, length);
  }

  /** The unsigned byte at {@code index}, counted from the content's start. */
  public int u8(int index) {
    Objects.checkIndex(index, length());
    return array[start + index] & 0xff;
  }

  /** A copy of the content. */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(array, start, end);
  }

  @Override
  public String toString() {
    return "PacketBuffer[" + length() + " bytes]";
  }
}
