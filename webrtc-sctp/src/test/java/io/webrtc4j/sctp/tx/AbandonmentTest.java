package io.webrtc4j.sctp.tx;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.packet.ForwardTsnChunk.Skipped;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When messages are given up, and what of (RFC 3758 §3.5 and §4.1, RFC 7496 §3.1). */
class AbandonmentTest extends SenderTest {
  @Test
  void withoutRetransmissionsALostMessageIsPassedOver() {
    send(4, ONCE);
    assertThat(packets()).containsExactly(0, 1, 2, 3);
    missTheFirstOf(3);
    assertThat(forwardTsn()).isNull();
    sack(-1, 2, 4);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(0, new Skipped(1, 0)));
    assertThat(packets()).isEmpty();
    sack(3);
    assertThat(sender.isDone()).isTrue();
    assertThat(sender.nextDeadline()).isEqualTo(Deadline.NEVER);
    assertThat(sender.retransmissions()).isZero();
    assertThat(sender.abandonedMessages()).isEqualTo(1);
    assertThat(sender.abandonedBytes()).isEqualTo(FULL);
    assertThat(sender.forwardTsnsSent()).isEqualTo(1);
  }

  @Test
  void withOneRetransmissionTheSecondLossIsTheLast() {
    send(12, SendLimits.retransmits(1));
    packets();
    missTheFirstOf(4);
    assertThat(packets()).startsWith(0).hasSizeGreaterThan(3);
    assertThat(forwardTsn()).isNull();
    sack(-1, 2, 5);
    sack(-1, 2, 6);
    sack(-1, 2, 7);
    assertThat(packets()).doesNotContain(0);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(0, new Skipped(1, 0)));
    assertThat(sender.retransmissions()).isEqualTo(1);
  }

  @Test
  void allFragmentsGoTogetherAndOneTsnStandsForThoseNotSent() {
    send(1, 10 * FULL, ONCE);
    send(2, FULL, SendLimits.NONE);
    queue.lowThreshold(1, 0);
    assertThat(packets()).containsExactly(0, 1, 2, 3);
    assertThat(queue.bufferedAmount(1)).isEqualTo(6 * FULL);
    missTheFirstOf(4);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(4, new Skipped(1, 0)));
    assertThat(queue.bufferedAmount(1)).isZero();
    assertThat(queue.pollBecameLow()).isEqualTo(1);
    assertThat(queue.isIdle(1)).isTrue();
    // TSN 4 is never sent; the next message has the one after it.
    assertThat(packets()).containsExactly(5);
    sack(5);
    assertThat(sender.isDone()).isTrue();
    assertThat(sender.abandonedMessages()).isEqualTo(1);
    assertThat(sender.abandonedBytes()).isEqualTo(10L * FULL);
  }

  @Test
  void aMessageAllOfWhoseFragmentsWereSentNeedsNoFurtherTsn() {
    send(1, 4 * FULL, ONCE);
    packets();
    missTheFirstOf(4);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(3, new Skipped(1, 0)));
  }

  @Test
  void neighboursOfAnAbandonedMessageAreSentOn() {
    send(1, 2 * FULL, SendLimits.NONE);
    send(1, 2 * FULL, ONCE);
    packets();
    t3Expires();
    assertThat(forwardTsn()).isNull();
    assertThat(packets()).containsExactly(0);
    sack(0);
    assertThat(packets()).containsExactly(1);
    sack(1);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(3, new Skipped(1, 1)));
  }

  @Test
  void aMessageOutlivedInTheQueueLeavesNoTrace() {
    send(1, 1000, lifetime(20));
    send(1, 2000, SendLimits.NONE);
    send(2, 3000, lifetime(30));
    queue.lowThreshold(2, 0);
    assertThat(queue.nextExpiry()).isEqualTo(now + Deadline.millis(20));
    passes(20);
    assertThat(queue.bufferedAmount(1)).isEqualTo(2000);
    assertThat(queue.nextExpiry()).isEqualTo(now + Deadline.millis(10));
    passes(10);
    assertThat(queue.bufferedAmount(2)).isZero();
    assertThat(queue.pollBecameLow()).isEqualTo(2);
    assertThat(queue.nextExpiry()).isEqualTo(Deadline.NEVER);
    OutboundMessage next = queue.peek();
    assertThat(packets()).containsExactly(0, 1);
    assertThat(next.ssn()).isZero();
    assertThat(queue.peek()).isNull();
    assertThat(sender.abandonedMessages()).isEqualTo(2);
    assertThat(sender.abandonedBytes()).isEqualTo(4000);
    assertThat(sender.forwardTsnsSent()).isZero();
  }

  @Test
  void whatWaitsBehindAReliableMessageIsOutlivedWhenItsTurnComes() {
    send(1, 100, SendLimits.NONE);
    send(1, 100, lifetime(20));
    send(1, 100, lifetime(90));
    passes(50);
    assertThat(packets()).containsExactly(0, 1);
    assertThat(sender.abandonedMessages()).isEqualTo(1);
  }

  @Test
  void aMessageBegunAndOutlivedIsGivenUpThoughNothingWasLost() {
    send(1, 10 * FULL, lifetime(100));
    packets();
    sack(3);
    packets();
    assertThat(sender.nextDeadline()).isEqualTo(now + Deadline.millis(100));
    passes(100);
    int sent = sender.lastAssignedTsn() - FIRST;
    assertThat(forwardTsn()).isEqualTo(forwardTsn(sent, new Skipped(1, 0)));
    assertThat(queue.isEmpty()).isTrue();
    assertThat(packets()).isEmpty();
  }

  @Test
  void aMessageInFlightMayArriveAfterItsLifetime() {
    send(2, lifetime(100));
    packets();
    passes(150);
    sack(1);
    assertThat(sender.isDone()).isTrue();
    assertThat(sender.abandonedMessages()).isZero();
  }

  @Test
  void aMessageOutlivedIsGivenUpAtItsFirstMiss() {
    send(3, lifetime(100));
    packets();
    passes(99);
    sack(-1, 2, 2);
    assertThat(forwardTsn()).isNull();
    passes(1);
    sack(-1, 2, 3);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(0, new Skipped(1, 0)));
    // Reordering looks the same, so that this alone does not count as a loss.
    assertThat(sender.fastRetransmits()).isZero();
  }

  @Test
  void theThirdMissOfAnAbandonedMessageCountsAsALoss() {
    send(4, lifetime(100));
    packets();
    passes(100);
    sack(-1, 2, 2);
    assertThat(forwardTsn()).isNotNull();
    sack(-1, 2, 3);
    assertThat(sender.fastRetransmits()).isZero();
    sack(-1, 2, 4);
    assertThat(sender.fastRetransmits()).isEqualTo(1);
  }

  @Test
  void aMessageOutlivedWhileItWaitsToBeSentAgainIsGivenUpThen() {
    send(40, SendLimits.until(now + Deadline.millis(600)));
    packets();
    t3Expires();
    // One packet at a time after a timeout: the others wait.
    assertThat(packets()).containsExactly(0);
    assertThat(sender.nextDeadline()).isEqualTo(now + Deadline.millis(100));
    passes(100);
    sack(0);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(3, new Skipped(1, 3)));
    assertThat(sender.retransmissions()).isEqualTo(1);
  }

  @Test
  void aMessageOutlivedWhileSomeOfItWaitsAndSomeIsUnsentIsGivenUpOnce() {
    send(1, 10 * FULL, lifetime(600));
    packets();
    t3Expires();
    assertThat(packets()).containsExactly(0);
    passes(100);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(4, new Skipped(1, 0)));
    assertThat(sender.abandonedMessages()).isEqualTo(1);
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void abandonedBytesLeaveFlightButTheWindowShrinksAsForAnyLoss() {
    send(200, ONCE);
    packets();
    for (int i = 1; i < 60; i += 2) {
      sack(i);
      packets();
    }
    sack(59, 2, 2);
    sack(59, 2, 3);
    long before = sender.congestionWindow();
    sack(59, 2, 4);
    assertThat(sender.congestionWindow()).isBetween(before / 2, before / 2 + PACKET);
    assertThat(sender.fastRetransmits()).isEqualTo(1);
    assertThat(sender.outstandingChunks()).isGreaterThan(10);
    t3Expires();
    assertThat(sender.congestionWindow()).isEqualTo(PACKET - 12);
    // Nothing is in flight any more, so that the next may go.
    assertThat(packets()).hasSize(1);
  }

  @Test
  void acknowledgingWhatWasAbandonedOpensNoWindow() {
    send(4, ONCE);
    packets();
    t3Expires();
    long window = sender.congestionWindow();
    sack(-1, 2, 3);
    sack(3);
    assertThat(sender.congestionWindow()).isEqualTo(window);
    assertThat(sender.isDone()).isTrue();
    send(2, ONCE);
    assertThat(packets()).containsExactly(4);
  }

  @Test
  void aPeerThatDoesNotKnowForwardTsnGetsEverythingThatWasBegun() {
    sender = new DataSender(queue, rto, FIRST, WINDOW, PACKET, false);
    send(1, 10, ONCE);
    send(2, 10 * FULL, lifetime(50));
    send(3, 10, lifetime(50));
    assertThat(packets()).startsWith(0, 1, 2, 3);
    passes(50);
    for (int i = 0; i < 3; i++) {
      t3Expires();
      assertThat(forwardTsn()).isNull();
      assertThat(packets()).contains(0);
    }
    // What was not begun is dropped all the same.
    assertThat(queue.isIdle(3)).isTrue();
    assertThat(queue.isIdle(2)).isFalse();
    assertThat(sender.nextDeadline()).isGreaterThan(now);
    assertThat(sender.abandonedMessages()).isEqualTo(1);
  }

  @Test
  void aClosedWindowIsProbedWithOneMessageAfterTheOther() {
    send(1, 10, ONCE);
    packets();
    sackWith(0, 0);
    send(3, ONCE);
    for (int probe = 1; probe < 4; probe++) {
      sender.armProbe(now);
      now = sender.nextDeadline();
      assertThat(sender.handleTimeout(now)).isFalse();
      assertThat(packets()).containsExactly(probe);
      // There is no room, and it may not be sent again.
      now = sender.nextDeadline();
      assertThat(sender.handleTimeout(now)).isFalse();
      assertThat(packets()).isEmpty();
      assertThat(forwardTsn()).isEqualTo(forwardTsn(probe, new Skipped(1, probe)));
      sackWith(0, probe);
    }
    assertThat(sender.isDone()).isTrue();
    assertThat(sender.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void aLateAcknowledgementOfAnAbandonedMessageMeasuresNothing() {
    send(1, ONCE);
    packets();
    t3Expires();
    assertThat(forwardTsn()).isNotNull();
    passes(5000);
    sack(0);
    assertThat(rto.smoothedRoundTripTime()).isZero();
    IntStream.range(0, 3).forEach(i -> send(1, ONCE));
    packets();
    passes(10);
    sack(1);
    assertThat(rto.smoothedRoundTripTime()).isEqualTo(Deadline.millis(10));
  }
}
