package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;

/** One packet for each frame, with nothing else in it: RFC 3551 §4.5, RFC 7587 §4.2. */
final class AudioPacketizer implements Packetizer {
  private static final byte[] NOTHING = {};

  private final AudioSyntax syntax;
  private byte[] frame = NOTHING;

  AudioPacketizer(AudioSyntax syntax) {
    this.syntax = syntax;
  }

  @Override
  public void begin(byte[] frame, int maxLength) {
    this.frame = NOTHING;
    Frames.check(frame, maxLength);
    if (frame.length > maxLength) {
      throw new IllegalArgumentException(
          "a frame of audio fills one packet, and %d bytes are more than %d; please make it shorter"
              .formatted(frame.length, maxLength));
    }
    try {
      syntax.check(frame, 0, frame.length);
    } catch (DecodeException e) {
      throw new IllegalArgumentException("no frame of this codec: " + e.getMessage(), e);
    }
    this.frame = frame;
  }

  @Override
  public boolean hasNext() {
    return frame.length > 0;
  }

  @Override
  public void next(PacketBuffer out) {
    if (!hasNext()) {
      throw Frames.none();
    }
    out.put(frame);
    frame = NOTHING;
  }

  @Override
  public boolean isKeyFrame() {
    return true;
  }
}
