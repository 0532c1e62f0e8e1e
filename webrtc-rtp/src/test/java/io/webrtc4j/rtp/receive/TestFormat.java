package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.rtp.payload.Depacketizer;
import io.webrtc4j.rtp.session.RtpCodec;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Set;

/** A payload format whose first byte says what the payload is; the frame is all that follow. */
final class TestFormat implements Depacketizer {
  static final int BEGIN = 1;
  static final int KEY = 2;
  static final int MALFORMED = 4;

  static final int PAYLOAD_TYPE = 96;
  static final int RTX_PAYLOAD_TYPE = 97;
  static final int CLOCK_RATE = 90_000;
  static final RtpCodec VIDEO = video(Set.of("nack", "nack pli", "ccm fir"));
  static final RtpCodec VIDEO_WITHOUT_NACK = video(Set.of("nack pli"));
  static final RtpCodec AUDIO =
      new RtpCodec(111, "test", 48_000, 2, Map.of(), RtpCodec.NO_RTX, Set.of());

  private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
  private boolean begun;
  private boolean keyFrame;

  private static RtpCodec video(Set<String> feedback) {
    return new RtpCodec(PAYLOAD_TYPE, "test", CLOCK_RATE, 0, Map.of(), RTX_PAYLOAD_TYPE, feedback);
  }

  @Override
  public boolean canBeginFrame(byte[] array, int start, int end) {
    return (array[start] & BEGIN) != 0;
  }

  @Override
  public void begin() {
    frame.reset();
    begun = false;
    keyFrame = false;
  }

  @Override
  public void add(byte[] array, int start, int end) throws DecodeException {
    int flags = array[start];
    if ((flags & MALFORMED) != 0 || begun == ((flags & BEGIN) != 0)) {
      throw new DecodeException("not the next payload of a frame");
    }
    begun = true;
    keyFrame |= (flags & KEY) != 0;
    frame.write(array, start + 1, end - start - 1);
  }

  @Override
  public byte[] end() {
    return frame.toByteArray();
  }

  @Override
  public boolean isKeyFrame() {
    return keyFrame;
  }
}
