package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;

/** The first bytes of a VP8 frame (RFC 6386 §9.1, RFC 7741 §4.3). */
final class Vp8FrameHeader {
  private static final int LENGTH = 3;
  private static final int KEY_FRAME_LENGTH = 10;
  private static final int INTER_FRAME_BIT = 0x01;

  private Vp8FrameHeader() {}

  /**
   * Whether the frame is a key frame.
   *
   * @throws DecodeException if it is no frame
   */
  static boolean isKeyFrame(byte[] array, int start, int end) throws DecodeException {
    if (end - start < LENGTH) {
      throw new DecodeException("a VP8 frame of " + (end - start) + " bytes");
    }
    if ((array[start] & INTER_FRAME_BIT) != 0) {
      return false;
    }
    if (end - start < KEY_FRAME_LENGTH
        || (array[start + 3] & 0xff) != 0x9d
        || (array[start + 4] & 0xff) != 0x01
        || (array[start + 5] & 0xff) != 0x2a) {
      throw new DecodeException("a VP8 key frame without its start code");
    }
    return true;
  }
}
