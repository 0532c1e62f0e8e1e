package io.webrtc4j.rtp.payload;

import java.util.Arrays;

/**
 * Where the NAL units of a frame in Annex B form stand: ITU-T H.264 and H.265, Annex B. A start
 * code of three bytes stands before each; zero bytes in front of it belong to none.
 */
final class NalUnits {
  /** NAL units in a frame at most: far more than a picture has slices. */
  static final int MAX_COUNT = 4096;

  private int[] bounds = new int[16];
  private int count;

  int count() {
    return count;
  }

  int start(int index) {
    return bounds[2 * index];
  }

  int end(int index) {
    return bounds[2 * index + 1];
  }

  int length(int index) {
    return end(index) - start(index);
  }

  void clear() {
    count = 0;
  }

  /**
   * Finds those of {@code frame}. Empty ones are passed over.
   *
   * @throws IllegalArgumentException if it does not begin with a start code, or has none or too
   *     many
   */
  void find(byte[] frame) {
    count = 0;
    int start = behindStartCode(frame, 0);
    if (start < 0 || !isZero(frame, start - 3)) {
      throw new IllegalArgumentException(
          "the frame does not begin with a start code (00 00 01): please give it in Annex B form");
    }
    while (start >= 0) {
      int next = behindStartCode(frame, start);
      int end = next < 0 ? frame.length : next - 3;
      while (end > start && frame[end - 1] == 0) {
        end--;
      }
      if (end > start) {
        add(start, end);
      }
      start = next;
    }
    if (count == 0) {
      throw new IllegalArgumentException("the frame has no NAL units");
    }
  }

  private static boolean isZero(byte[] frame, int end) {
    for (int i = 0; i < end; i++) {
      if (frame[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Index behind the first start code that begins at {@code from} or later; -1 if there is none.
   */
  private static int behindStartCode(byte[] frame, int from) {
    int i = from + 2;
    while (i < frame.length) {
      int last = frame[i];
      if (last == 1 && frame[i - 1] == 0 && frame[i - 2] == 0) {
        return i + 1;
      }
      // What ends a start code must follow two zeros, so that after another byte three can be left.
      i += (last & 0xfe) == 0 ? 1 : 3;
    }
    return -1;
  }

  private void add(int start, int end) {
    if (count == MAX_COUNT) {
      throw new IllegalArgumentException("the frame has more than " + MAX_COUNT + " NAL units");
    }
    if (2 * count == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
    bounds[2 * count] = start;
    bounds[2 * count + 1] = end;
    count++;
  }
}
