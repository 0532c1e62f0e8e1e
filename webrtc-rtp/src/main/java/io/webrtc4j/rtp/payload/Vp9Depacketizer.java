package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;

/**
 * VP9 (RFC 9628 §4.2): what follows the descriptors, of all spatial layers one behind the other,
 * which is what decoders take.
 */
final class Vp9Depacketizer implements Depacketizer {
  private final FrameBytes picture = new FrameBytes();
  private int pictureId;
  private boolean isOpen;
  private boolean isKeyFrame;

  @Override
  public boolean canBeginFrame(byte[] array, int start, int end) {
    try {
      return Vp9Descriptor.parse(new ByteReader(array, start, end)).canBeginPicture();
    } catch (DecodeException e) {
      return false;
    }
  }

  @Override
  public void begin() {
    picture.clear();
    isOpen = false;
    isKeyFrame = false;
  }

  @Override
  public void add(byte[] array, int start, int end) throws DecodeException {
    ByteReader reader = new ByteReader(array, start, end);
    Vp9Descriptor descriptor = Vp9Descriptor.parse(reader);
    if (descriptor.startOfFrame() == isOpen) {
      throw new DecodeException(isOpen ? "a frame without end" : "a frame without its beginning");
    }
    if (picture.isEmpty()) {
      pictureId = descriptor.pictureId();
    } else if (pictureId != descriptor.pictureId()) {
      throw new DecodeException(
          "a payload of picture " + descriptor.pictureId() + " in picture " + pictureId);
    }
    if (!reader.hasRemaining()) {
      throw new DecodeException("a payload without VP9 data");
    }
    picture.add(array, reader.position(), end);
    isOpen = !descriptor.endOfFrame();
  }

  @Override
  public byte[] end() throws DecodeException {
    if (isOpen) {
      throw new DecodeException("a frame without end");
    }
    isKeyFrame = Vp9FrameHeader.parse(picture.array(), 0, picture.length()).isKeyFrame();
    return picture.toByteArray();
  }

  @Override
  public boolean isKeyFrame() {
    return isKeyFrame;
  }
}
