package io.webrtc4j.rtp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.session.Delivery;
import io.webrtc4j.rtp.session.OutboundStream;
import io.webrtc4j.rtp.session.OutgoingFrame;
import io.webrtc4j.rtp.session.RtpEvent;
import io.webrtc4j.rtp.session.SendStreamConfig;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import io.webrtc4j.sim.TwoPeers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whole sessions over a link that loses, reorders and repeats, from many seeds. */
class RtpSessionSimulationTest {
  private static final int FRAMES = 90;
  private static final long FRAME_INTERVAL = Deadline.millis(33);
  private static final int TICKS = 2970;

  @Test
  void allFramesComeOverAPerfectLink() {
    Seeds.forEach(200, seed -> assertThat(call(seed, 0).received()).isEqualTo(FRAMES));
  }

  @Test
  void allButFewFramesComeAtOnePercentLoss() {
    Seeds.forEach(200, seed -> assertThat(call(seed, 0.01).received()).isGreaterThan(FRAMES - 8));
  }

  @Test
  void mostFramesComeAtFivePercentLoss() {
    Seeds.forEach(200, seed -> assertThat(call(seed, 0.05).received()).isGreaterThan(FRAMES - 20));
  }

  private Call call(long seed, double loss) {
    Call call = new Call(seed, loss);
    call.run();
    return call;
  }

  /** Video and audio in both directions, with key frames when they are asked for. */
  private static final class Call {
    private final Peer alice;
    private final Peer bob;
    private final TwoPeers<byte[]> world;
    private final SplittableRandom random;
    private final Set<Integer> sent = new HashSet<>();

    Call(long seed, double loss) {
      random = new SplittableRandom(seed);
      alice =
          new Peer(seed)
              .apply(0, Sections.audio(1).stream(10).build(), Sections.video(2).stream(20).build());
      bob =
          new Peer(seed + 1_000_000)
              .apply(0, Sections.audio(1).stream(30).build(), Sections.video(2).stream(40).build());
      bob.session.deliver(1, new Delivery(true, false), 0);
      bob.session.deliver(2, new Delivery(true, false), 0);
      LinkConditions conditions = LinkConditions.perfect();
      if (loss > 0) {
        conditions = conditions.withLoss(loss).withDuplication(0.01).withReordering(0.02);
      }
      world = new TwoPeers<>(alice, bob, conditions, seed);
    }

    void run() {
      int requests = 0;
      for (int i = 0; i < FRAMES; i++) {
        int asked = alice.events(RtpEvent.KeyFrameRequested.class).size();
        boolean key = i == 0 || asked > requests;
        requests = asked;
        byte[] frame = vp8(key, key ? 20_000 : 3_000, random);
        long timestamp = (long) i * TICKS;
        sent.add(Arrays.hashCode(frame));
        assertThat(alice.send(2, frame, timestamp, Sections.VP8, world.now())).isTrue();
        assertThat(alice.send(1, new byte[] {8, 1, 2}, i * 1584L, Sections.OPUS, world.now()))
            .isTrue();
        world.runFor(FRAME_INTERVAL);
      }
      world.runFor(Deadline.seconds(2));
      for (RtpEvent.Frame frame : bob.events(RtpEvent.Frame.class)) {
        if (frame.section() == 2) {
          assertThat(sent).contains(Arrays.hashCode(frame.frame().data()));
        }
      }
      assertThat(bob.session.dropped()).isEmpty();
      assertThat(alice.session.dropped()).isEmpty();
    }

    long received() {
      return bob.events(RtpEvent.Frame.class).stream()
          .filter(frame -> frame.section() == 2)
          .count();
    }
  }

  /** A frame whose beginning is VP8's (RFC 6386 §9.1), and the rest chance. */
  static byte[] vp8(boolean key, int length, SplittableRandom random) {
    byte[] frame = new byte[length];
    random.nextBytes(frame);
    frame[0] = (byte) (key ? 0x10 : 0x11);
    if (key) {
      byte[] begin = {0x10, 0, 0, (byte) 0x9d, 1, 0x2a, 0x40, 1, (byte) 0xf0, 0};
      System.arraycopy(begin, 0, frame, 0, begin.length);
    }
    return frame;
  }

  @Test
  void threeVersionsComeUnderTheirNames() {
    Seeds.forEach(
        50,
        seed -> {
          Peer alice =
              new Peer(seed)
                  .apply(
                      0,
                      Sections.video(1)
                          .streams(version("lo", 10), version("mid", 20), version("hi", 30))
                          .build());
          Peer bob = new Peer(-seed).apply(0, Sections.video(1).rids("lo", "mid", "hi").build());
          bob.session.deliver(1, new Delivery(true, false), 0);
          TwoPeers<byte[]> world =
              new TwoPeers<>(
                  alice, bob, LinkConditions.perfect().withLoss(0.02).withReordering(0.02), seed);
          SplittableRandom random = new SplittableRandom(seed);
          for (int i = 0; i < 30; i++) {
            for (String rid : List.of("lo", "mid", "hi")) {
              boolean key = i % 10 == 0 || alice.events.remove(request(rid));
              sendVersion(alice, rid, vp8(key, key ? 9000 : 2000, random), i, world.now());
            }
            world.runFor(FRAME_INTERVAL);
          }
          world.runFor(Deadline.seconds(1));
          for (String rid : List.of("lo", "mid", "hi")) {
            assertThat(framesOf(bob, rid)).as(rid).isGreaterThan(18);
          }
          assertThat(bob.session.inboundStreams()).hasSize(3);
          assertThat(alice.session.outboundStreams().stream().map(OutboundStream::rid))
              .containsExactly("lo", "mid", "hi");
        });
  }

  private static void sendVersion(Peer peer, String rid, byte[] frame, int index, long now) {
    peer.session.send(
        1, rid, new OutgoingFrame(frame, (long) index * TICKS, Sections.VP8, false), now);
  }

  private static RtpEvent request(String rid) {
    return new RtpEvent.KeyFrameRequested(1, rid);
  }

  private static SendStreamConfig version(@Nullable String rid, long ssrc) {
    return new SendStreamConfig(rid, ssrc, ssrc + 1, true);
  }

  private static long framesOf(Peer peer, String rid) {
    return peer.events(RtpEvent.Frame.class).stream()
        .filter(frame -> rid.equals(frame.frame().rid()))
        .count();
  }
}
