package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;
import java.util.Arrays;

/** The bytes of a frame that is being put together; the array is used for one after the other. */
final class FrameBytes {
  private static final int INITIAL_CAPACITY = 2048;

  // What is larger is let go after its frame: few are, and there may be many streams.
  private static final int MAX_KEPT_CAPACITY = 256 << 10;

  private byte[] array = new byte[INITIAL_CAPACITY];
  private int length;

  void clear() {
    length = 0;
    if (array.length > MAX_KEPT_CAPACITY) {
      array = new byte[INITIAL_CAPACITY];
    }
  }

  int length() {
    return length;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** The array, until more is added. */
  byte[] array() {
    return array;
  }

  void add(byte[] source, int start, int end) throws DecodeException {
    int count = end - start;
    require(count);
    System.arraycopy(source, start, array, length, count);
    length += count;
  }

  void add(int value) throws DecodeException {
    require(1);
    array[length++] = (byte) value;
  }

  void addLeb128(int value) throws DecodeException {
    require(Leb128.length(value));
    length = Leb128.put(value, array, length);
  }

  private void require(int count) throws DecodeException {
    int needed = length + count;
    if (needed > PayloadFormat.MAX_FRAME_LENGTH) {
      throw new DecodeException(
          "a frame of more than " + PayloadFormat.MAX_FRAME_LENGTH + " bytes");
    }
    if (needed > array.length) {
      array = Arrays.copyOf(array, Math.max(needed, 2 * array.length));
    }
  }

  byte[] toByteArray() {
    return Arrays.copyOf(array, length);
  }
}
