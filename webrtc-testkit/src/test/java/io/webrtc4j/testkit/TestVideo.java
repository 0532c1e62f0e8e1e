package io.webrtc4j.testkit;

import io.webrtc4j.EncodedFrame;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCRtpCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A camera whose pictures are VP8 by their first byte and random otherwise: 30 a second, a key
 * frame when one is asked for.
 */
final class TestVideo {
  static final RTCRtpCodec VP8 = new RTCRtpCodec("video/VP8", 90_000);

  /** Where {@link #keyFrame} has its mark. */
  static final int MARK = 19;

  private static final byte[] START_CODE = {(byte) 0x9d, 0x01, 0x2a};
  private static final long FRAME_MICROS = 33_333;
  private static final int LARGEST_FRAME = 8000;

  final MediaStreamTrack track = MediaStreamTrack.video();
  final List<EncodedFrame> sent = new ArrayList<>();

  private final VirtualNetwork network;
  private final SplittableRandom random;
  private boolean keyFrameWanted = true;
  private int keyFrames;
  private boolean running;

  TestVideo(VirtualNetwork network, long seed) {
    this.network = network;
    this.random = new SplittableRandom(seed);
    track.onKeyFrameRequest(request -> keyFrameWanted = true);
  }

  /** One key frame without a camera, the {@code number}th of 30 a second, with a mark. */
  static EncodedFrame.Builder keyFrame(int number, int mark) {
    byte[] payload = new byte[MARK + 1];
    System.arraycopy(START_CODE, 0, payload, 3, START_CODE.length);
    payload[MARK] = (byte) mark;
    return EncodedFrame.builder(payload, number * FRAME_MICROS).keyFrame(true).codec(VP8);
  }

  TestVideo start() {
    running = true;
    next();
    return this;
  }

  void stop() {
    running = false;
  }

  int keyFrames() {
    return keyFrames;
  }

  /** A small frame of one version of simulcast, which it tells at its tenth byte. */
  static EncodedFrame frame(int number, String rid) {
    byte[] payload = new byte[100];
    payload[0] = (byte) (number == 0 ? 0 : 1);
    System.arraycopy(START_CODE, 0, payload, 3, START_CODE.length);
    payload[10] = (byte) rid.charAt(0);
    return EncodedFrame.builder(payload, number * FRAME_MICROS)
        .keyFrame(number == 0)
        .codec(VP8)
        .rid(rid)
        .build();
  }

  private void next() {
    if (!running) {
      return;
    }
    byte[] payload = new byte[20 + random.nextInt(LARGEST_FRAME)];
    random.nextBytes(payload);
    boolean keyFrame = keyFrameWanted;
    // RFC 6386 §9.1: a bit for other frames, and a start code for key frames.
    payload[0] = (byte) (keyFrame ? payload[0] & ~1 : payload[0] | 1);
    if (keyFrame) {
      System.arraycopy(START_CODE, 0, payload, 3, START_CODE.length);
    }
    long micros = network.now().toNanos() / 1000;
    EncodedFrame frame =
        EncodedFrame.builder(payload, micros).keyFrame(keyFrame).codec(VP8).build();
    if (track.send(frame)) {
      keyFrameWanted = false;
      keyFrames += keyFrame ? 1 : 0;
      sent.add(frame);
    }
    network.schedule(Duration.ofNanos(FRAME_MICROS * 1000), this::next);
  }

  /** How long {@code frame}, which must be one of those that were sent, was under way. */
  Duration sinceSent(EncodedFrame frame, Duration now) {
    EncodedFrame original =
        sent.stream()
            .filter(each -> Arrays.equals(each.payload(), frame.payload()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(frame + " was not sent"));
    return now.minusNanos(original.timestampMicros() * 1000);
  }

  /** Whether {@code frame} is one of those that were sent. */
  boolean has(EncodedFrame frame) {
    return sent.stream().anyMatch(each -> Arrays.equals(each.payload(), frame.payload()));
  }
}
