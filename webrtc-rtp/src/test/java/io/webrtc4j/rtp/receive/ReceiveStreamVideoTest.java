package io.webrtc4j.rtp.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.rtcp.FullIntraRequest;
import io.webrtc4j.rtp.rtcp.PictureLossIndication;
import io.webrtc4j.rtp.session.ReceiveCounters;
import io.webrtc4j.rtp.session.ReceivedFrame;
import io.webrtc4j.rtp.session.RtpCodec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiveStreamVideoTest {
  private static final int TICKS = TestFormat.CLOCK_RATE / 25;

  private final TestSource source = new TestSource(65_530);
  private final Receiving receiving = Receiving.video();

  @Test
  void framesAreGivenAsSoonAsTheyAreWhole() {
    List<byte[]> first = source.frame(true, 3, 0);
    receiving.at(0, first.get(0));
    receiving.at(1, first.get(1));
    assertThat(receiving.frames).isEmpty();
    receiving.at(2, first.get(2));
    assertThat(receiving.numbers()).containsExactly(0);
    ReceivedFrame frame = receiving.frames.get(0);
    assertThat(frame.keyFrame()).isTrue();
    assertThat(frame.marker()).isTrue();
    assertThat(frame.gap()).isFalse();
    assertThat(frame.received()).isEqualTo(Deadline.millis(2));
    assertThat(frame.ssrc()).isEqualTo(TestSource.SSRC);
    assertThat(frame.codec()).isEqualTo(TestFormat.VIDEO);
    assertThat(receiving.stream.counters().totalAssemblyTime()).isEqualTo(Deadline.millis(2));
  }

  @Test
  void sequenceNumbersAndTimestampsWrap() {
    long start = (1L << 32) - 3 * TICKS;
    for (int i = 0; i < 10; i++) {
      receiving.at(i * 40L, source.frame(i == 0, 3, start + (long) i * TICKS));
    }
    assertThat(receiving.numbers()).hasSize(10);
    assertThat(receiving.frames.get(9).timestamp()).isEqualTo(start + 9L * TICKS);
    assertThat(receiving.asked).isEmpty();
    assertThat(receiving.stream.counters().packetsLost()).isZero();
  }

  @Test
  void packetsOutOfOrderAndDuplicatesMakeTheSameFrames() {
    List<byte[]> packets = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      packets.addAll(source.frame(i == 0, 3, (long) i * TICKS));
    }
    Collections.swap(packets, 3, 4);
    Collections.swap(packets, 8, 9);
    packets.add(5, packets.get(2));
    receiving.at(0, packets);
    assertThat(receiving.numbers()).containsExactly(0, 1, 2, 3);
    assertThat(receiving.stream.counters().packetsDiscarded()).isEqualTo(1);
    assertThat(receiving.asked).isEmpty();
  }

  @Test
  void aFirstPacketThatWasOvertakenIsNotLost() {
    List<byte[]> first = source.frame(true, 3, 0);
    receiving.at(0, first.get(2));
    receiving.at(3, first.get(0));
    receiving.at(5, first.get(1));
    receiving.at(40, source.frame(false, 2, TICKS));
    assertThat(receiving.numbers()).containsExactly(0, 1);
    assertThat(receiving.keyFrameRequests).isEmpty();
  }

  @Test
  void aSourceThatIsFirstHeardInMidFrameWaitsForAKeyFrameAllTheSame() {
    List<byte[]> first = source.frame(true, 3, 0);
    receiving.at(0, first.get(2));
    for (int i = 1; i < 10; i++) {
      receiving.at(i * 40L, source.frame(i == 5, 2, (long) i * TICKS));
    }
    assertThat(receiving.numbers()).containsExactly(5, 6, 7, 8, 9);
  }

  @Test
  void aLostPacketIsAskedForAndItsFrameWaitsForIt() {
    receiving.stream.roundTripTime(Deadline.millis(60));
    receiving.at(0, source.frame(true, 1, 0));
    List<byte[]> second = source.frame(false, 3, TICKS);
    receiving.at(40, second.get(0));
    receiving.at(40, second.get(2));
    receiving.at(60, source.frame(false, 1, 2 * TICKS));
    assertThat(receiving.asked).containsExactly(65_532);
    assertThat(receiving.numbers()).containsExactly(0);
    assertThat(receiving.at(105, source.retransmission(second.get(1)))).isTrue();
    assertThat(receiving.numbers()).containsExactly(0, 1, 2);
    assertThat(receiving.frames).noneMatch(ReceivedFrame::gap);
    ReceiveCounters counters = receiving.stream.counters();
    assertThat(counters.retransmittedPacketsReceived()).isEqualTo(1);
    assertThat(counters.packetsReceived()).isEqualTo(5);
    assertThat(counters.packetsLost()).isEqualTo(1);
    assertThat(counters.nackCount()).isEqualTo(1);
  }

  @Test
  void whatIsNotRepairedIsAskedForSeveralTimesAndEndsInARequestForAKeyFrame() {
    receiving.stream.roundTripTime(Deadline.millis(60));
    loseOne();
    receiving.until(2000);
    assertThat(receiving.asked).hasSizeBetween(5, 10).containsOnly(65_531);
    assertThat(receiving.keyFrameRequests)
        .hasSizeBetween(2, 6)
        .containsOnly(new PictureLossIndication(Receiving.OUR_SSRC, TestSource.SSRC));
    receiving.until(20_000);
    assertThat(receiving.keyFrameRequests).hasSize(6);
    receiving.at(20_000, source.frame(false, 1, 3 * TICKS));
    assertThat(receiving.numbers()).containsExactly(0);
    receiving.at(20_040, source.frame(true, 2, 4 * TICKS));
    assertThat(receiving.numbers()).containsExactly(0, 4);
    assertThat(receiving.frames.get(1).gap()).isTrue();
    receiving.at(20_080, source.frame(false, 2, 5 * TICKS));
    assertThat(receiving.frames.get(2).gap()).isFalse();
    assertThat(receiving.stream.counters().framesDropped()).isEqualTo(2);
  }

  @Test
  void aKeyFrameIsAskedForAgainWhileOthersCome() {
    loseOne();
    for (int i = 3; i < 60; i++) {
      receiving.at(i * 40L, source.frame(false, 1, (long) i * TICKS));
    }
    assertThat(receiving.keyFrameRequests).hasSizeBetween(4, 7);
    receiving.at(2400, source.frame(true, 1, 60L * TICKS));
    int requests = receiving.keyFrameRequests.size();
    for (int i = 61; i < 90; i++) {
      receiving.at(i * 40L, source.frame(false, 1, (long) i * TICKS));
    }
    assertThat(receiving.keyFrameRequests).hasSize(requests);
    assertThat(receiving.frames).hasSize(31);
  }

  @Test
  void aKeyFrameBehindALossIsGivenWithoutWaiting() {
    loseOne();
    receiving.until(1000);
    receiving.at(1000, source.frame(false, 4, 3L * TICKS).subList(2, 4));
    receiving.at(1001, source.frame(true, 2, 4L * TICKS));
    assertThat(receiving.numbers()).containsExactly(0, 4);
    assertThat(receiving.stream.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void framesBehindAKeyFrameThatIsBeingRepairedAreKept() {
    loseOne();
    receiving.until(1000);
    List<byte[]> key = source.frame(true, 3, 3L * TICKS);
    receiving.at(1000, key.get(0));
    receiving.at(1000, key.get(2));
    receiving.at(1040, source.frame(false, 2, 4L * TICKS));
    assertThat(receiving.numbers()).containsExactly(0);
    receiving.at(1100, source.retransmission(key.get(1)));
    assertThat(receiving.numbers()).containsExactly(0, 3, 4);
  }

  @Test
  void withoutNackAKeyFrameIsAskedForAtOnce() {
    Receiving plain = new Receiving(true, true, TestFormat.VIDEO_WITHOUT_NACK);
    plain.at(0, source.frame(true, 1, 0));
    source.frame(false, 1, TICKS);
    plain.at(80, source.frame(false, 1, 2 * TICKS));
    plain.until(100);
    assertThat(plain.asked).isEmpty();
    assertThat(plain.keyFrameRequests).hasSize(1);
    assertThat(plain.numbers()).containsExactly(0);
  }

  @Test
  void whereOnlyFirWasNegotiatedItIsSentWithOneNumberForEachWish() {
    RtpCodec codec = new RtpCodec(96, "test", 90_000, 0, Map.of(), -1, Set.of("ccm fir"));
    Receiving fir = new Receiving(true, true, codec);
    fir.at(0, source.frame(false, 1, 0));
    fir.at(500, source.frame(false, 1, TICKS));
    fir.at(540, source.frame(true, 1, 2 * TICKS));
    fir.at(1500, source.frame(TestFormat.MALFORMED, 1, 3 * TICKS));
    assertThat(fir.keyFrameRequests)
        .extracting(request -> ((FullIntraRequest) request).requests().get(0).sequenceNumber())
        .containsExactly(1, 1, 2);
    assertThat(fir.stream.counters().firCount()).isEqualTo(3);
  }

  @Test
  void aMalformedPayloadIsNoFrame() {
    receiving.at(0, source.frame(true, 1, 0));
    receiving.at(40, source.frame(TestFormat.MALFORMED, 2, TICKS));
    receiving.at(80, source.frame(false, 2, 2 * TICKS));
    receiving.at(120, source.frame(true, 2, 3 * TICKS));
    assertThat(receiving.numbers()).containsExactly(0, 3);
    assertThat(receiving.stream.counters().malformedPayloads()).isEqualTo(1);
    assertThat(receiving.stream.counters().framesDropped()).isEqualTo(2);
    assertThat(receiving.keyFrameRequests).hasSize(1);
  }

  @Test
  void paddingOnItsOwnIsCountedAndNotMissed() {
    receiving.at(0, source.frame(true, 1, 0));
    assertThat(receiving.at(1, source.padding(0, 200))).isFalse();
    assertThat(receiving.at(1, source.retransmittedPadding(200))).isFalse();
    receiving.at(40, source.frame(false, 2, TICKS));
    assertThat(receiving.numbers()).containsExactly(0, 1);
    assertThat(receiving.stream.counters().headerBytesReceived()).isEqualTo(5 * 12 + 400);
    assertThat(receiving.stream.counters().bytesReceived()).isEqualTo(3 * 4);
    receiving.until(1000);
    assertThat(receiving.asked).isEmpty();
  }

  @Test
  void aRetransmissionThatNobodyMissesIsCountedAndDropped() {
    List<byte[]> frame = source.frame(true, 1, 0);
    receiving.at(0, frame);
    assertThat(receiving.at(1, source.retransmission(frame.get(0)))).isFalse();
    assertThat(receiving.frames).hasSize(1);
    assertThat(receiving.stream.counters().packetsDiscarded()).isEqualTo(1);
  }

  @Test
  void anUnknownPayloadTypeIsDroppedAndNotMissed() {
    receiving.at(0, source.frame(true, 1, 0));
    assertThat(receiving.at(1, source.packet(50, true, TICKS, (byte) 1))).isFalse();
    receiving.at(40, source.frame(false, 2, TICKS));
    assertThat(receiving.numbers()).containsExactly(0, 1);
    assertThat(receiving.stream.counters().unknownPayloadTypes()).isEqualTo(1);
    assertThat(receiving.asked).isEmpty();
  }

  @Test
  void oneForgedJumpChangesNothing() {
    receiving.at(0, source.frame(true, 1, 0));
    source.goOnAt(30_000);
    receiving.at(10, source.packet(96, true, TICKS, (byte) 1));
    source.goOnAt(65_531);
    receiving.at(40, source.frame(false, 2, TICKS));
    assertThat(receiving.numbers()).containsExactly(0, 1);
    assertThat(receiving.asked).isEmpty();
    assertThat(receiving.stream.counters().packetsLost()).isZero();
  }

  @Test
  void aSourceThatBeginsAnewIsFollowed() {
    receiving.stream.roundTripTime(Deadline.millis(50));
    receiving.at(0, source.frame(true, 1, 0));
    source.goOnAt(10_000);
    List<byte[]> key = source.frame(true, 3, 77_777_777L);
    receiving.at(100, key);
    receiving.at(140, source.frame(false, 1, 77_777_777L + TICKS));
    assertThat(receiving.asked).containsExactly(10_000);
    receiving.at(160, source.retransmission(key.get(0)));
    assertThat(receiving.numbers()).containsExactly(0, 1, 2);
    assertThat(receiving.frames.get(1).gap()).isTrue();
  }

  @Test
  void aFloodDoesNotGrowMemory() {
    byte[] payload = new byte[1000];
    source.goOnAt(0);
    receiving.at(0, source.frame(true, 1, 0));
    source.goOnAt(2);
    for (int i = 0; i < 30_000; i++) {
      receiving.at(1 + i / 100, source.packet(96, false, i, payload));
    }
    ReceiveCounters counters = receiving.stream.counters();
    assertThat(counters.framesDropped()).isGreaterThan(20_000);
    assertThat(receiving.frames).hasSize(1);
    receiving.at(1000, source.frame(true, 3, 40_000));
    receiving.at(1040, source.frame(false, 3, 44_000));
    assertThat(receiving.frames).hasSize(3);
  }

  @Test
  void framesThatNobodyTakesAreDropped() {
    TestSource many = new TestSource(0);
    ReceiveStream stream = receiving.stream;
    for (int i = 0; i < 2000; i++) {
      byte[] packet = many.frame(i == 0 || i == 1999, 1, (long) i * TICKS).get(0);
      stream.handlePacket(TestSource.view(packet), Deadline.millis(i * 40L));
    }
    receiving.poll();
    assertThat(receiving.frames).hasSizeLessThanOrEqualTo(FrameQueue.MAX_FRAMES);
    assertThat(receiving.numbers()).last().isEqualTo(1999);
    assertThat(receiving.frames.get(0).gap()).isTrue();
  }

  @Test
  void framesAreHeldBackForWhoWantsIt() {
    receiving.stream.jitterBufferTarget(Deadline.millis(200));
    receiving.at(0, source.frame(true, 1, 0));
    receiving.at(70, source.frame(false, 1, TICKS));
    receiving.until(199);
    assertThat(receiving.frames).isEmpty();
    receiving.until(200);
    assertThat(receiving.numbers()).containsExactly(0);
    receiving.until(240);
    assertThat(receiving.numbers()).containsExactly(0, 1);
    assertThat(receiving.stream.counters().jitterBufferDelay())
        .isEqualTo(Deadline.millis(200 + 170));
  }

  @Test
  void whoTakesPacketsHasThemAtOnceAndTheLostOnesLater() {
    Receiving packets = new Receiving(true, false, TestFormat.VIDEO);
    List<byte[]> frame = source.frame(false, 3, 0);
    assertThat(packets.at(0, frame.get(0))).isTrue();
    assertThat(packets.at(0, frame.get(2))).isTrue();
    packets.until(50);
    assertThat(packets.asked).containsExactly(65_531);
    assertThat(packets.at(60, source.retransmission(frame.get(1)))).isTrue();
    assertThat(packets.at(61, frame.get(1))).isFalse();
    packets.until(5000);
    assertThat(packets.frames).isEmpty();
    assertThat(packets.keyFrameRequests).isEmpty();
    packets.stream.requestKeyFrame(Deadline.millis(5000));
    packets.until(8000);
    assertThat(packets.keyFrameRequests).hasSize(1);
  }

  @Test
  void whoAsksForFramesLaterBeginsWithAKeyFrameThatIsAskedForAtOnce() {
    Receiving late = new Receiving(true, false, TestFormat.VIDEO);
    late.at(0, source.frame(true, 1, 0));
    late.stream.configure(new ReceiveConfig(true, List.of(TestFormat.VIDEO), true));
    late.at(40, source.frame(false, 1, TICKS));
    assertThat(late.keyFrameRequests).hasSize(1);
    late.at(80, source.frame(true, 1, 2 * TICKS));
    assertThat(late.numbers()).containsExactly(2);
  }

  @Test
  void aKeyFrameThatAProgramAsksForIsAskedForUntilItComes() {
    receiving.at(0, source.frame(true, 2, 0));
    receiving.stream.requestKeyFrame(Deadline.millis(20));
    receiving.at(40, source.frame(false, 2, TICKS));
    assertThat(receiving.keyFrameRequests).hasSize(1);
    receiving.at(80, source.frame(true, 2, 2 * TICKS));
    for (int i = 3; i < 100; i++) {
      receiving.at(i * 40L, source.frame(false, 2, (long) i * TICKS));
    }
    assertThat(receiving.keyFrameRequests).hasSize(1);
    assertThat(receiving.numbers()).hasSize(100);
  }

  @Test
  void timestampsThatAreMadeUpDoNoHarm() {
    for (int i = 0; i < 500_000; i++) {
      receiving.at(i / 100, source.frame(true, 1, (long) i * 0x7fffffffL & 0xffffffffL));
    }
    for (int i = 0; i < 100; i++) {
      receiving.at(6000 + i, source.frame(true, 1, 500_000 * 0x7fffffffL + i));
    }
    assertThat(receiving.stream.counters().packetsReceived()).isEqualTo(500_100);
  }

  /** Frame 0 comes, 1 is lost, 2 comes. */
  private void loseOne() {
    receiving.at(0, source.frame(true, 1, 0));
    source.frame(false, 1, TICKS);
    receiving.at(80, source.frame(false, 1, 2 * TICKS));
  }
}
