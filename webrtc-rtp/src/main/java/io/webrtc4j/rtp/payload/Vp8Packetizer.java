package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;

/**
 * VP8 (RFC 7741), cut without regard to partitions, which §4.2 allows; each frame has a picture id
 * of 15 bits, counted from 0.
 */
final class Vp8Packetizer implements Packetizer {
  // Two bytes, and two of a long picture id.
  private static final int DESCRIPTOR_LENGTH = 4;
  private static final int PICTURE_ID_MASK = 0x7fff;

  private final EvenSplit split = new EvenSplit();
  private byte[] frame = {};
  private int position;
  private int pictureId = PICTURE_ID_MASK;
  private boolean isKeyFrame;

  @Override
  public void begin(byte[] frame, int maxLength) {
    split.clear();
    Frames.check(frame, maxLength);
    try {
      isKeyFrame = Vp8FrameHeader.isKeyFrame(frame, 0, frame.length);
    } catch (DecodeException e) {
      throw new IllegalArgumentException("no frame of VP8: " + e.getMessage(), e);
    }
    this.frame = frame;
    position = 0;
    pictureId = (pictureId + 1) & PICTURE_ID_MASK;
    split.begin(frame.length, maxLength - DESCRIPTOR_LENGTH);
  }

  @Override
  public boolean hasNext() {
    return split.hasNext();
  }

  @Override
  public void next(PacketBuffer out) {
    if (!hasNext()) {
      throw Frames.none();
    }
    int none = Vp8Descriptor.NONE;
    new Vp8Descriptor(false, position == 0, 0, pictureId, true, none, none, false, none).write(out);
    int length = split.next();
    out.put(frame, position, length);
    position += length;
  }

  @Override
  public boolean isKeyFrame() {
    return isKeyFrame;
  }
}
