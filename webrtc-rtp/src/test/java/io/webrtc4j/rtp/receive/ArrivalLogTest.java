package io.webrtc4j.rtp.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.rtcp.TransportFeedback;
import io.webrtc4j.sim.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArrivalLogTest {
  private static final long MEDIA_SSRC = 5;
  private static final int PACKET_LENGTH = 1200;
  private static final int MTU = 1200;

  private final ArrivalLog log = new ArrivalLog();

  @Test
  void whatCameIsReportedOnceItsTimeHasCome() {
    arrived(10, 1000);
    arrived(11, 1001);
    arrived(13, 1010);
    assertThat(poll()).isEmpty();
    assertThat(log.nextDeadline()).isEqualTo(Deadline.millis(1050));
    log.handleTimeout(Deadline.millis(1050));
    assertThat(received(poll()))
        .containsExactly(Map.entry(10, 4000L), Map.entry(11, 4004L), Map.entry(13, 4040L));
    assertThat(log.nextDeadline()).isEqualTo(Deadline.NEVER);
    assertThat(poll()).isEmpty();
  }

  @Test
  void whatIsMissingIsReportedAsMissing() {
    arrived(10, 0);
    log.handleTimeout(log.nextDeadline());
    poll();
    arrived(15, 60);
    log.handleTimeout(log.nextDeadline());
    TransportFeedback feedback = poll().get(0);
    assertThat(feedback.baseSequenceNumber()).isEqualTo(11);
    assertThat(feedback.statusCount()).isEqualTo(5);
    assertThat(feedback.arrivals()).hasSize(1);
    assertThat(feedback.feedbackCount()).isEqualTo(1);
  }

  @Test
  void aLatePacketIsReportedWithThoseAfterIt() {
    arrived(10, 0);
    arrived(12, 2);
    log.handleTimeout(log.nextDeadline());
    poll();
    arrived(11, 60);
    assertThat(poll()).isEmpty();
    log.handleTimeout(log.nextDeadline());
    assertThat(received(poll())).containsExactly(Map.entry(11, 240L), Map.entry(12, 8L));
  }

  @Test
  void aPacketThatCameTwiceCameWhenItCameFirst() {
    arrived(10, 4);
    arrived(10, 8);
    log.handleTimeout(log.nextDeadline());
    assertThat(received(poll())).containsExactly(Map.entry(10, 16L));
  }

  @Test
  void numbersWrap() {
    arrived(65_534, 0);
    arrived(65_535, 1);
    arrived(1, 2);
    log.handleTimeout(log.nextDeadline());
    TransportFeedback feedback = poll().get(0);
    assertThat(feedback.baseSequenceNumber()).isEqualTo(65_534);
    assertThat(received(List.of(feedback)).keySet()).containsExactly(1, 65_534, 65_535);
  }

  @Test
  void afterABigGapTheLogBeginsAnew() {
    arrived(10, 0);
    arrived(20_000, 1);
    log.handleTimeout(log.nextDeadline());
    assertThat(received(poll())).containsExactly(Map.entry(20_000, 4L));
  }

  @Test
  void aSenderThatCountsAnewIsFollowed() {
    arrived(20_000, 0);
    for (int i = 0; i < 60; i++) {
      arrived(100 + i, 1 + i);
    }
    log.handleTimeout(log.nextDeadline());
    assertThat(received(poll())).containsKey(159);
  }

  @Test
  void aPauseBetweenPacketsThatNoDeltaTellsOfIsLeftToTheNextReferenceTime() {
    ArrivalTimes times = new ArrivalTimes();
    times.restart(0);
    times.put(0, 0);
    times.put(1, Deadline.seconds(9));
    FeedbackBuilder first = new FeedbackBuilder(times, 0, 2);
    FeedbackBuilder second = new FeedbackBuilder(times, first.end(), 2);
    assertThat(first.end()).isEqualTo(1);
    assertThat(received(List.of(second.build(0, 0, 0)))).containsExactly(Map.entry(1, 36_000L));
  }

  @Test
  void feedbackComesMoreRarelyWhereTheBandwidthIsSmall() {
    long last = 0;
    for (int i = 0; i < 20; i++) {
      log.arrived(i, MEDIA_SSRC, 100, Deadline.millis(i * 50L));
      if (!poll().isEmpty()) {
        last = log.nextDeadline();
      }
    }
    log.arrived(20, MEDIA_SSRC, 100, Deadline.millis(1000));
    assertThat(log.nextDeadline() - Deadline.millis(1000)).isGreaterThan(Deadline.millis(100));
    assertThat(last).isNotZero();
  }

  @Test
  void nothingComesWithoutPackets() {
    log.handleTimeout(Deadline.seconds(1));
    assertThat(log.nextDeadline()).isEqualTo(Deadline.NEVER);
    assertThat(poll()).isEmpty();
  }

  @Test
  void whateverComesIsReportedInPacketsThatFit() {
    Seeds.forEach(200, ArrivalLogTest::reportOfChance);
  }

  private static void reportOfChance(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ArrivalLog log = new ArrivalLog();
    double loss = random.nextDouble() * random.nextDouble();
    int spread = 1 + random.nextInt(30);
    int first = random.nextInt(65_536);
    int number = first;
    Map<Integer, Long> sent = new TreeMap<>();
    Map<Integer, Long> told = new TreeMap<>();
    long now = 0;
    for (int i = 0; i < 2000; i++) {
      now += random.nextInt(1000) * 1000L;
      int late = i > 0 && random.nextInt(10) == 0 ? random.nextInt(20) : 0;
      int arrived = (number - late) & 0xffff;
      if (number - late >= first) {
        sent.putIfAbsent(arrived, now / 250_000);
      }
      log.arrived(arrived, MEDIA_SSRC, PACKET_LENGTH, now);
      takeAll(log, told);
      number += random.nextDouble() < loss ? random.nextInt(spread) : 1;
    }
    log.handleTimeout(log.nextDeadline());
    takeAll(log, told);
    assertThat(told).isEqualTo(sent);
  }

  private static void takeAll(ArrivalLog log, Map<Integer, Long> told) {
    TransportFeedback feedback = log.pollFeedback(1);
    for (; feedback != null; feedback = log.pollFeedback(1)) {
      PacketBuffer out = PacketBuffer.allocate(1 << 16, 0);
      feedback.write(ByteWriter.into(out));
      assertThat(out.length()).isLessThanOrEqualTo(MTU);
      feedback.forEach(told::put);
    }
  }

  private void arrived(int number, long millis) {
    log.arrived(number, MEDIA_SSRC, PACKET_LENGTH, Deadline.millis(millis));
  }

  private List<TransportFeedback> poll() {
    List<TransportFeedback> all = new ArrayList<>();
    TransportFeedback feedback = log.pollFeedback(1);
    for (; feedback != null; feedback = log.pollFeedback(1)) {
      all.add(feedback);
    }
    return all;
  }

  private static Map<Integer, Long> received(List<TransportFeedback> feedback) {
    Map<Integer, Long> received = new TreeMap<>();
    feedback.forEach(packet -> packet.forEach(received::put));
    return received;
  }
}
