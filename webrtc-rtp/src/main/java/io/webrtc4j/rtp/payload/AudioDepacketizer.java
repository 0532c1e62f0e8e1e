package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;

/** Each payload is a frame. */
final class AudioDepacketizer implements Depacketizer {
  private final AudioSyntax syntax;
  private final FrameBytes frame = new FrameBytes();

  AudioDepacketizer(AudioSyntax syntax) {
    this.syntax = syntax;
  }

  @Override
  public boolean canBeginFrame(byte[] array, int start, int end) {
    return start < end;
  }

  @Override
  public void begin() {
    frame.clear();
  }

  @Override
  public void add(byte[] array, int start, int end) throws DecodeException {
    if (start == end) {
      throw new DecodeException("an empty payload");
    }
    if (!frame.isEmpty()) {
      throw new DecodeException("a second packet in a frame of audio");
    }
    syntax.check(array, start, end);
    frame.add(array, start, end);
  }

  @Override
  public byte[] end() throws DecodeException {
    if (frame.isEmpty()) {
      throw new DecodeException("a frame without packets");
    }
    return frame.toByteArray();
  }

  @Override
  public boolean isKeyFrame() {
    return true;
  }
}
