package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;

/** VP8 (RFC 7741 §4): a frame is what follows the descriptors. */
final class Vp8Depacketizer implements Depacketizer {
  private final FrameBytes frame = new FrameBytes();
  private int pictureId;
  private boolean isKeyFrame;

  @Override
  public boolean canBeginFrame(byte[] array, int start, int end) {
    try {
      return Vp8Descriptor.parse(new ByteReader(array, start, end)).beginsFrame();
    } catch (DecodeException e) {
      return false;
    }
  }

  @Override
  public void begin() {
    frame.clear();
    isKeyFrame = false;
  }

  @Override
  public void add(byte[] array, int start, int end) throws DecodeException {
    ByteReader reader = new ByteReader(array, start, end);
    Vp8Descriptor descriptor = Vp8Descriptor.parse(reader);
    if (descriptor.beginsFrame() != frame.isEmpty()) {
      throw new DecodeException(
          frame.isEmpty() ? "a frame without its beginning" : "a second frame in one");
    }
    if (frame.isEmpty()) {
      pictureId = descriptor.pictureId();
    } else if (pictureId != descriptor.pictureId()) {
      throw new DecodeException(
          "a payload of picture " + descriptor.pictureId() + " in picture " + pictureId);
    }
    if (!reader.hasRemaining()) {
      throw new DecodeException("a payload without VP8 data");
    }
    frame.add(array, reader.position(), end);
  }

  @Override
  public byte[] end() throws DecodeException {
    isKeyFrame = Vp8FrameHeader.isKeyFrame(frame.array(), 0, frame.length());
    return frame.toByteArray();
  }

  @Override
  public boolean isKeyFrame() {
    return isKeyFrame;
  }
}
