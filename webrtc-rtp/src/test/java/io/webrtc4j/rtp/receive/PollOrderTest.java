package io.webrtc4j.rtp.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.session.ReceivedFrame;
import io.webrtc4j.sim.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollOrderTest {
  private static final int STEPS = 400;

  @Test
  void pollsInAnyOrderGiveTheSame() {
    Seeds.forEach(
        200, seed -> assertThat(run(seed, new SplittableRandom(seed))).isEqualTo(run(seed, null)));
  }

  /** What comes out, after the same packets and times, polled in a certain or any order. */
  private static String run(long seed, @Nullable RandomGenerator order) {
    SplittableRandom random = new SplittableRandom(seed);
    TestSource source = new TestSource(random.nextInt(1 << 16));
    ReceiveStream stream =
        new ReceiveStream(
            TestSource.SSRC,
            new ReceiveConfig(true, List.of(TestFormat.VIDEO), true),
            (codec, video) -> new TestFormat());
    List<byte[]> lost = new ArrayList<>();
    StringBuilder frames = new StringBuilder();
    StringBuilder feedback = new StringBuilder();
    long now = 0;
    for (int i = 0; i < STEPS; i++) {
      now += Deadline.millis(random.nextInt(40));
      if (random.nextInt(4) == 0 && !lost.isEmpty()) {
        byte[] again = source.retransmission(lost.remove(random.nextInt(lost.size())));
        stream.handleRetransmission(TestSource.view(again), now);
      } else if (random.nextInt(5) == 0) {
        stream.handleTimeout(now);
      } else {
        feed(stream, source, i, random, lost, now);
      }
      poll(stream, frames, feedback, order);
    }
    return frames.toString() + feedback + stream.counters() + stream.nextDeadline();
  }

  private static void feed(
      ReceiveStream stream,
      TestSource source,
      int number,
      RandomGenerator random,
      List<byte[]> lost,
      long now) {
    boolean key = random.nextInt(20) == 0;
    for (byte[] packet : source.frame(key, 1 + random.nextInt(4), number * 3000L)) {
      if (random.nextInt(10) == 0) {
        lost.add(packet);
      } else {
        RtpPacket view = TestSource.view(packet);
        stream.handlePacket(view, now);
      }
    }
  }

  private static void poll(
      ReceiveStream stream,
      StringBuilder frames,
      StringBuilder feedback,
      @Nullable RandomGenerator order) {
    int polls = order == null ? 0 : order.nextInt(6);
    for (int i = 0; i < polls; i++) {
      switch (order == null ? 0 : order.nextInt(4)) {
        case 0 -> frame(stream, frames);
        case 1 -> nack(stream, feedback);
        case 2 -> stream.nextDeadline();
        default -> stream.counters();
      }
    }
    while (frame(stream, frames)) {}
    while (nack(stream, feedback)) {}
    feedback.append(stream.pollKeyFrameRequest(1));
  }

  private static boolean frame(ReceiveStream stream, StringBuilder frames) {
    ReceivedFrame frame = stream.pollFrame();
    if (frame != null) {
      frames.append(TestSource.number(frame.data())).append(frame.gap()).append(frame.received());
    }
    return frame != null;
  }

  private static boolean nack(ReceiveStream stream, StringBuilder feedback) {
    Object nack = stream.pollNack(1);
    if (nack != null) {
      feedback.append(nack);
    }
    return nack != null;
  }
}
