package io.webrtc4j.sctp.tx;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.packet.ForwardTsnChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk.Skipped;
import org.junit.jupiter.api.Test;

/** When the peer is told with FORWARD TSN, and of what (RFC 3758 §3.5). */
class ForwardingTest extends SenderTest {
  @Test
  void t3AbandonsWhatMayNotBeSentAgainAndTellsSo() {
    send(1, 100, ONCE);
    send(2, 100, SendLimits.NONE);
    send(3, 100, ONCE);
    packets();
    t3Expires();
    assertThat(forwardTsn()).isEqualTo(forwardTsn(0, new Skipped(1, 0)));
    // The reliable message between them comes first; then the rest of the truth.
    assertThat(packets()).containsExactly(1);
    sack(1);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(2, new Skipped(3, 0)));
    sack(2);
    assertThat(sender.isDone()).isTrue();
  }

  @Test
  void unorderedMessagesArePassedOverWithoutAnSsn() {
    queue.add(new OutboundMessage(7, 53, true, new byte[10], true, ONCE));
    packets();
    t3Expires();
    assertThat(forwardTsn()).isEqualTo(forwardTsn(0));
  }

  @Test
  void eachStreamIsNamedOnceWithItsLargestSsn() {
    send(1, 10, ONCE);
    send(2, 10, ONCE);
    send(1, 10, ONCE);
    send(1, 10, ONCE);
    packets();
    t3Expires();
    assertThat(forwardTsn()).isEqualTo(forwardTsn(3, new Skipped(1, 2), new Skipped(2, 0)));
  }

  @Test
  void aLostForwardTsnIsRepeatedAfterARoundTripAndNoSooner() {
    send(1, ONCE);
    packets();
    passes(100);
    sack(0);
    send(20, ONCE);
    packets();
    sack(0, 2, 2);
    sack(0, 2, 3);
    sack(0, 2, 4);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(1, new Skipped(1, 1)));
    passes(99);
    sack(0, 2, 4);
    assertThat(forwardTsn()).isNull();
    passes(1);
    sack(0, 2, 4);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(1, new Skipped(1, 1)));
    sack(0, 2, 4);
    assertThat(forwardTsn()).isNull();
  }

  @Test
  void aLostForwardTsnIsRepeatedByT3AsOftenAsItTakes() {
    send(1, ONCE);
    packets();
    for (int i = 0; i < 4; i++) {
      t3Expires();
      assertThat(forwardTsn()).isEqualTo(forwardTsn(0, new Skipped(1, 0)));
      assertThat(forwardTsn()).isNull();
      assertThat(packets()).isEmpty();
    }
    sack(0);
    assertThat(sender.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void neitherTellingOfANewPointNorRepeatingRestartsTheTimer() {
    send(1, ONCE);
    packets();
    passes(100);
    sack(0);
    send(20, ONCE);
    packets();
    long deadline = sender.nextDeadline();
    passes(50);
    sack(0, 2, 2);
    sack(0, 2, 3);
    sack(0, 2, 4);
    assertThat(sender.nextDeadline()).isEqualTo(deadline);
    assertThat(forwardTsn()).isNotNull();
    assertThat(sender.nextDeadline()).isEqualTo(deadline);
    passes(100);
    sack(0, 2, 4);
    assertThat(forwardTsn()).isNotNull();
    assertThat(sender.nextDeadline()).isEqualTo(deadline);
  }

  @Test
  void theTimerRunsForAForwardTsnAlone() {
    sender = new DataSender(queue, rto, FIRST, FULL, PACKET, true);
    send(1, 3 * FULL, lifetime(100));
    assertThat(packets()).containsExactly(0);
    sackWith(0, 0);
    assertThat(sender.nextDeadline()).isEqualTo(now + Deadline.millis(100));
    passes(100);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(1, new Skipped(1, 0)));
    assertThat(sender.nextDeadline()).isEqualTo(now + rto.rto());
  }

  @Test
  void manyGapsArePassedAtOnce() {
    send(9, ONCE);
    packets();
    sack(3);
    assertThat(packets()).containsExactly(4, 5, 6, 7);
    // 4 and 6 are lost.
    sack(3, 2, 2);
    sack(3, 2, 2, 4, 4);
    send(9, ONCE);
    assertThat(packets()).startsWith(8, 9);
    sack(3, 2, 2, 4, 5);
    sack(3, 2, 2, 4, 6);
    // 5 has arrived: the peer delivers it between the two.
    assertThat(forwardTsn()).isEqualTo(forwardTsn(4, new Skipped(1, 4)));
    assertThat(forwardTsn()).isEqualTo(forwardTsn(6, new Skipped(1, 6)));
    assertThat(forwardTsn()).isNull();
  }

  @Test
  void allGapsAreToldAgainTogetherWhenOneMoreComes() {
    send(9, ONCE);
    packets();
    sack(3);
    packets();
    sack(3, 2, 2);
    sack(3, 2, 3);
    sack(3, 2, 4);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(4, new Skipped(1, 4)));
    send(9, ONCE);
    assertThat(packets()).isNotEmpty();
    passes(10);
    // 8 is lost as well, and the peer is still behind 4.
    sack(3, 2, 4, 6, 6);
    sack(3, 2, 4, 6, 7);
    sack(3, 2, 4, 6, 8);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(4, new Skipped(1, 4)));
    assertThat(forwardTsn()).isEqualTo(forwardTsn(8, new Skipped(1, 8)));
    assertThat(forwardTsn()).isNull();
  }

  @Test
  void aReliableMessageBetweenGapsIsNeverPassed() {
    send(1, 100, ONCE);
    send(2, 100, SendLimits.NONE);
    send(1, 100, ONCE);
    packets();
    sack(-1, 2, 2);
    t3Expires();
    assertThat(forwardTsn()).isEqualTo(forwardTsn(0, new Skipped(1, 0)));
    // The peer may drop what a gap ack block acknowledged, and does.
    sack(0);
    t3Expires();
    assertThat(packets()).containsExactly(1);
  }

  @Test
  void moreStreamsThanFitAreToldOfInTurn() {
    int most = ForwardTsnChunk.maxStreams(PACKET - 12);
    for (int stream = 0; stream < most + 10; stream++) {
      send(stream, 1, ONCE);
    }
    packets();
    for (int sacked = 0; queue.peek() != null; sacked++) {
      sack(-1, 2 + sacked, 2 + sacked);
      packets();
    }
    sack(-1);
    t3Expires();
    ForwardTsnChunk first = forwardTsn();
    assertThat(first.paddedLength()).isEqualTo(PACKET - 12);
    assertThat(first.newCumulativeTsn()).isEqualTo(FIRST + most - 1);
    assertThat(first.skipped()).hasSize(most);
    ForwardTsnChunk second = forwardTsn();
    assertThat(second.newCumulativeTsn()).isEqualTo(FIRST + most + 9);
    assertThat(second.skipped()).hasSize(10);
    assertThat(second.skipped().get(0)).isEqualTo(new Skipped(most, 0));
  }

  @Test
  void aForwardTsnWaitsForAPacketWithRoom() {
    send(1, 10, ONCE);
    packets();
    t3Expires();
    assertThat(sender.pollForwardTsn(11, now)).isNull();
    assertThat(sender.isForwardTsnDue()).isTrue();
    assertThat(sender.pollForwardTsn(12, now)).isNotNull();
    assertThat(sender.isForwardTsnDue()).isFalse();
  }

  @Test
  void aForwardTsnDoesNotReachBeyondAResetOfStreams() {
    send(1, 10, ONCE);
    packets();
    sender.endStreams();
    send(2, 10, ONCE);
    packets();
    t3Expires();
    assertThat(forwardTsn()).isEqualTo(forwardTsn(0, new Skipped(1, 0)));
    sack(0);
    assertThat(forwardTsn()).isEqualTo(forwardTsn(1, new Skipped(2, 0)));
  }

  @Test
  void ssnsWrapAround() {
    send(1, 1, ONCE);
    packets();
    sack(0);
    for (int i = 1; i < 0xffff; i++) {
      send(1, 1, ONCE);
      packets();
      sack(i);
    }
    send(1, 1, ONCE);
    send(1, 1, ONCE);
    assertThat(packets()).containsExactly(0xffff, 0x10000);
    t3Expires();
    assertThat(forwardTsn()).isEqualTo(forwardTsn(0x10000, new Skipped(1, 0)));
  }
}
