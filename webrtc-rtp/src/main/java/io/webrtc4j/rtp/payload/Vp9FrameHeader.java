package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.rtp.payload.Vp9Structure.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a VP9 frame's uncompressed header (VP9 bitstream specification §6.2).
 *
 * @param keyFrameSize of a key frame its size; else null
 */
record Vp9FrameHeader(@Nullable Resolution keyFrameSize) {
  private static final int FRAME_MARKER = 2;
  private static final int SYNC_CODE = 0x498342;
  private static final int COLOR_SPACE_RGB = 7;

  boolean isKeyFrame() {
    return keyFrameSize != null;
  }

  static Vp9FrameHeader parse(byte[] array, int start, int end) throws DecodeException {
    BitReader bits = new BitReader(array, start, end);
    if (bits.bits(2) != FRAME_MARKER) {
      throw new DecodeException("a VP9 frame without its marker");
    }
    int profile = bits.bits(1) | bits.bits(1) << 1;
    if (profile == 3 && bits.flag()) {
      throw new DecodeException("a VP9 frame of a profile that is not defined");
    }
    boolean showsExistingFrame = bits.flag();
    if (showsExistingFrame || bits.flag()) {
      return new Vp9FrameHeader(null);
    }
    bits.bits(2); // show_frame, error_resilient_mode
    if (bits.bits(24) != SYNC_CODE) {
      throw new DecodeException("a VP9 key frame without its sync code");
    }
    skipColorConfig(bits, profile);
    return new Vp9FrameHeader(new Resolution(bits.bits(16) + 1, bits.bits(16) + 1));
  }

  /** VP9 bitstream specification §6.2.2. */
  private static void skipColorConfig(BitReader bits, int profile) throws DecodeException {
    if (profile >= 2) {
      bits.flag(); // ten_or_twelve_bit
    }
    boolean isRgb = bits.bits(3) == COLOR_SPACE_RGB;
    boolean hasSubsampling = (profile & 1) != 0;
    if (!isRgb) {
      bits.flag(); // color_range
      bits.bits(hasSubsampling ? 3 : 0); // subsampling_x, subsampling_y, reserved_zero
    } else {
      bits.bits(hasSubsampling ? 1 : 0); // reserved_zero
    }
  }
}
