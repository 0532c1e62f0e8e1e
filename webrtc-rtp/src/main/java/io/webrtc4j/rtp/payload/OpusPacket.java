package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;

/** The form of Opus packets (RFC 6716 §3), which RTP carries as they are (RFC 7587 §4.2). */
public final class OpusPacket {
  /** Ticks of the RTP timestamp in a second, at whatever rate is coded (RFC 7587 §4.1). */
  public static final int CLOCK_RATE = 48_000;

  private static final int TICKS_PER_MILLISECOND = CLOCK_RATE / 1000;

  // RFC 6716 §3.4 R5.
  private static final int MAX_DURATION = 120 * TICKS_PER_MILLISECOND;

  // RFC 6716 §3.4 R2.
  private static final int MAX_FRAME_LENGTH = 1275;

  // RFC 6716 §3.2.1: a length of 252 and more has a second byte, which counts fours.
  private static final int FIRST_TWO_BYTE_LENGTH = 252;

  private OpusPacket() {}

  /**
   * How long the audio in a packet lasts, in ticks of {@link #CLOCK_RATE}.
   *
   * @throws DecodeException if it breaks one of the rules of RFC 6716 §3.4
   */
  public static int duration(byte[] array, int start, int end) throws DecodeException {
    if (start == end) {
      throw new DecodeException("an empty Opus packet");
    }
    int toc = array[start] & 0xff;
    int at = start + 1;
    int frames =
        switch (toc & 3) {
          case 0 -> one(end - at);
          case 1 -> twoOfOneLength(end - at);
          case 2 -> twoOfTwoLengths(array, at, end);
          default -> many(array, at, end);
        };
    int duration = frames * frameDuration(toc >> 3);
    if (duration > MAX_DURATION) {
      throw new DecodeException("an Opus packet of more than 120 ms");
    }
    return duration;
  }

  /** RFC 6716 §3.1, table 2. */
  private static int frameDuration(int config) {
    if (config < 12) {
      return switch (config & 3) {
        case 0 -> 10 * TICKS_PER_MILLISECOND;
        case 1 -> 20 * TICKS_PER_MILLISECOND;
        case 2 -> 40 * TICKS_PER_MILLISECOND;
        default -> 60 * TICKS_PER_MILLISECOND;
      };
    }
    if (config < 16) {
      return (config & 1) == 0 ? 10 * TICKS_PER_MILLISECOND : 20 * TICKS_PER_MILLISECOND;
    }
    return (5 * TICKS_PER_MILLISECOND / 2) << (config & 3);
  }

  private static int one(int length) throws DecodeException {
    checkLength(length);
    return 1;
  }

  private static int twoOfOneLength(int length) throws DecodeException {
    if (length % 2 != 0) {
      throw new DecodeException("two Opus frames of one length in " + length + " bytes");
    }
    checkLength(length / 2);
    return 2;
  }

  private static int twoOfTwoLengths(byte[] array, int at, int end) throws DecodeException {
    int first = length(array, at, end);
    int second = end - at - lengthOfLength(first) - first;
    checkLength(second);
    return 2;
  }

  /** RFC 6716 §3.2.5. */
  private static int many(byte[] array, int start, int end) throws DecodeException {
    if (start == end) {
      throw new DecodeException("an Opus packet ends before its count of frames");
    }
    int head = array[start] & 0xff;
    int frames = head & 0x3f;
    if (frames == 0) {
      throw new DecodeException("an Opus packet of no frames");
    }
    int at = start + 1;
    int padding = 0;
    if ((head & 0x40) != 0) {
      int count;
      do {
        if (at == end) {
          throw new DecodeException("an Opus packet ends in the length of its padding");
        }
        count = array[at++] & 0xff;
        padding += Math.min(count, 254);
      } while (count == 255);
    }
    int lastLength = end - at - padding;
    if ((head & 0x80) == 0) {
      if (lastLength < 0 || lastLength % frames != 0) {
        throw new DecodeException(frames + " Opus frames in " + lastLength + " bytes");
      }
      lastLength /= frames;
    } else {
      for (int i = 1; i < frames; i++) {
        int length = length(array, at, end);
        at += lengthOfLength(length);
        lastLength -= lengthOfLength(length) + length;
      }
    }
    checkLength(lastLength);
    return frames;
  }

  private static int length(byte[] array, int at, int end) throws DecodeException {
    int first = at < end ? array[at] & 0xff : 0;
    if (at >= end || (first >= FIRST_TWO_BYTE_LENGTH && at + 1 == end)) {
      throw new DecodeException("an Opus packet ends in the length of a frame");
    }
    return first < FIRST_TWO_BYTE_LENGTH ? first : first + 4 * (array[at + 1] & 0xff);
  }

  private static int lengthOfLength(int length) {
    return length < FIRST_TWO_BYTE_LENGTH ? 1 : 2;
  }

  private static void checkLength(int length) throws DecodeException {
    if (length < 0 || length > MAX_FRAME_LENGTH) {
      throw new DecodeException("an Opus frame of " + length + " bytes");
    }
  }
}
