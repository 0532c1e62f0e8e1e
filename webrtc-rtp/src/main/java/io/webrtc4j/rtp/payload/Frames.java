package io.webrtc4j.rtp.payload;

/** What all packetizers ask of the frames they are given. */
final class Frames {
  // Packetizer: headers of all formats fit, and something of the frame.
  private static final int LEAST_MAX_LENGTH = 100;

  private Frames() {}

  static void check(byte[] frame, int maxLength) {
    if (maxLength < LEAST_MAX_LENGTH) {
      throw new IllegalArgumentException(
          "payloads may have at least " + LEAST_MAX_LENGTH + " bytes, not " + maxLength);
    }
    if (frame.length == 0 || frame.length > PayloadFormat.MAX_FRAME_LENGTH) {
      throw new IllegalArgumentException(
          "a frame has 1 to "
              + PayloadFormat.MAX_FRAME_LENGTH
              + " bytes, not "
              + frame.length
              + "; please send it in parts or smaller");
    }
  }

  static IllegalStateException none() {
    return new IllegalStateException("no payload is left; please ask hasNext() before next()");
  }
}
