package io.webrtc4j.rtp.payload;

/**
 * Tells of the OBUs of a temporal unit whether a decoder can begin with it: there is a sequence
 * header, and the first frame is a key frame that is shown (AV1 specification §7.6.1).
 */
final class Av1KeyFrame {
  private static final int REDUCED_STILL_PICTURE_BIT = 0x08;

  // show_existing_frame, frame_type (2 bits) and show_frame: not 1, KEY_FRAME (0), 1.
  private static final int FRAME_MASK = 0xf0;
  private static final int SHOWN_KEY_FRAME = 0x10;

  private boolean hasSequenceHeader;
  private boolean isStillPicture;
  private boolean hasFrame;
  private boolean isKeyFrame;

  void begin() {
    hasSequenceHeader = false;
    isStillPicture = false;
    hasFrame = false;
    isKeyFrame = false;
  }

  /** The next OBU's type, and its payload. */
  void add(int type, byte[] array, int start, int end) {
    if (start == end || hasFrame) {
      return;
    }
    if (type == ObuHeader.SEQUENCE_HEADER) {
      hasSequenceHeader = true;
      isStillPicture = (array[start] & REDUCED_STILL_PICTURE_BIT) != 0;
    } else if (type == ObuHeader.FRAME || type == ObuHeader.FRAME_HEADER) {
      hasFrame = true;
      isKeyFrame =
          hasSequenceHeader && (isStillPicture || (array[start] & FRAME_MASK) == SHOWN_KEY_FRAME);
    }
  }

  boolean isKeyFrame() {
    return isKeyFrame;
  }
}
