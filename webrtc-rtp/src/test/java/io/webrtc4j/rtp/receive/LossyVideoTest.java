package io.webrtc4j.rtp.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.rtcp.GenericNack;
import io.webrtc4j.rtp.session.ReceivedFrame;
import io.webrtc4j.sim.Endpoint;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import io.webrtc4j.sim.TwoPeers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LossyVideoTest {
  private static final long OUR_SSRC = 1;
  private static final int FRAMES = 300;
  private static final long FRAME_INTERVAL = Deadline.seconds(1) / 30;
  private static final int TICKS_PER_FRAME = TestFormat.CLOCK_RATE / 30;

  @Test
  void atFivePercentLossNearlyAllFramesComeInTime() {
    LinkConditions conditions =
        LinkConditions.perfect().withLoss(0.05).withDelay(Duration.ofMillis(50));
    List<Long> delays = Collections.synchronizedList(new ArrayList<>());
    List<Integer> given = Collections.synchronizedList(new ArrayList<>());
    Seeds.forEach(
        200,
        seed -> {
          Sender sender = new Sender();
          Receiver receiver = new Receiver(sender);
          new TwoPeers<>(sender, receiver, conditions, seed)
              .runFor(FRAMES * FRAME_INTERVAL + Deadline.seconds(2));
          delays.addAll(receiver.delays);
          given.add(receiver.delays.size());
        });
    Collections.sort(delays);
    long inAll = (long) FRAMES * given.size();
    assertThat(delays.size() / (double) inAll).as("share of frames").isGreaterThan(0.995);
    assertThat(delays.get((int) (inAll * 0.95)))
        .as("95th percentile of delays")
        .isLessThan(Deadline.millis(400));
  }

  /** Sends 30 frames a second, and again what is asked for. */
  private static final class Sender implements Endpoint<Object> {
    private final TestSource source = new TestSource(65_000);
    private final Map<Integer, byte[]> history = new HashMap<>();
    private final Queue<byte[]> queue = new ArrayDeque<>();
    final List<Long> sent = new ArrayList<>();
    private boolean keyFrameWanted = true;

    @Override
    public @Nullable Object poll(long now) {
      while (sent.size() < FRAMES && Deadline.isDue(nextDeadline(), now)) {
        long timestamp = (long) sent.size() * TICKS_PER_FRAME;
        for (byte[] packet : source.frame(keyFrameWanted, keyFrameWanted ? 20 : 4, timestamp)) {
          history.put(TestSource.view(packet).sequenceNumber(), packet);
          queue.add(packet);
        }
        keyFrameWanted = false;
        sent.add(now);
      }
      return queue.poll();
    }

    @Override
    public void receive(Object packet, long now) {
      if (packet instanceof GenericNack nack) {
        nack.forEach(number -> queue.add(source.retransmission(history.get(number))));
      } else {
        keyFrameWanted = true;
      }
    }

    @Override
    public void timeout(long now) {}

    @Override
    public long nextDeadline() {
      return sent.size() < FRAMES ? sent.size() * FRAME_INTERVAL : Deadline.NEVER;
    }

    @Override
    public int size(Object packet) {
      return packet instanceof byte[] bytes ? bytes.length : 100;
    }
  }

  private static final class Receiver implements Endpoint<Object> {
    private final Sender sender;
    final ReceiveStream stream =
        new ReceiveStream(
            TestSource.SSRC,
            new ReceiveConfig(true, List.of(TestFormat.VIDEO), true),
            (codec, video) -> new TestFormat());
    final List<Long> delays = new ArrayList<>();
    private int last = -1;

    Receiver(Sender sender) {
      this.sender = sender;
      stream.roundTripTime(Deadline.millis(100));
    }

    @Override
    public @Nullable Object poll(long now) {
      takeFrames(now);
      Object nack = stream.pollNack(OUR_SSRC);
      return nack != null ? nack : stream.pollKeyFrameRequest(OUR_SSRC);
    }

    private void takeFrames(long now) {
      ReceivedFrame frame;
      while ((frame = stream.pollFrame()) != null) {
        int number = TestSource.number(frame.data());
        assertThat(number).isGreaterThan(last);
        if (number != last + 1) {
          assertThat(frame.keyFrame()).as("key frame after a gap").isTrue();
          assertThat(frame.gap()).isEqualTo(last >= 0);
        }
        last = number;
        delays.add(now - sender.sent.get(number));
      }
    }

    @Override
    public void receive(Object packet, long now) {
      RtpPacket view = TestSource.view((byte[]) packet);
      if (view.ssrc() == TestSource.SSRC) {
        stream.handlePacket(view, now);
      } else {
        stream.handleRetransmission(view, now);
      }
    }

    @Override
    public void timeout(long now) {
      stream.handleTimeout(now);
    }

    @Override
    public long nextDeadline() {
      return stream.nextDeadline();
    }

    @Override
    public int size(Object packet) {
      return 100;
    }
  }
}
