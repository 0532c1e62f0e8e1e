package io.webrtc4j.sctp.tx;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sctp.packet.ChunkReader;
import io.webrtc4j.sctp.packet.DataChunk;
import io.webrtc4j.sctp.packet.SackChunk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 9260 §6.1 to §6.3 and §7.2, one SACK at a time. TSNs are counted from the first. */
class DataSenderTest {
  private static final int FIRST = 0xfffffff0;
  private static final int PACKET = 1172;
  private static final int FULL = 1144;
  private static final long WINDOW = 1_000_000;
  private static final int[] NONE = {};

  private final SendQueue queue = new SendQueue();
  private final RtoEstimator rto =
      new RtoEstimator(Deadline.millis(500), Deadline.millis(400), Deadline.seconds(3));
  private final DataSender sender = new DataSender(queue, rto, FIRST, WINDOW, PACKET, true);
  private long now = Deadline.seconds(5);
  private boolean immediate;

  private void queue(int messages, int length) {
    for (int i = 0; i < messages; i++) {
      queue.add(new OutboundMessage(1, 53, false, new byte[length], true, SendLimits.NONE));
    }
    sender.allowBurst();
  }

  /** The TSNs in the next packet, or none. */
  private List<Integer> packet() {
    PacketBuffer out = PacketBuffer.allocate(PACKET, 12);
    List<Integer> tsns = new ArrayList<>();
    if (sender.canSend()) {
      immediate = false;
      assertThat(sender.fill(out, PACKET - 12, now)).isTrue();
    } else {
      sender.endSending();
    }
    out.bounds(0, out.end());
    ChunkReader chunks = new ChunkReader(out);
    DataChunk chunk = new DataChunk();
    try {
      while (chunks.next()) {
        chunk.wrap(chunks);
        tsns.add(chunk.tsn() - FIRST);
        immediate |= chunk.isImmediate();
      }
    } catch (DecodeException malformed) {
      throw new AssertionError(malformed);
    }
    return tsns;
  }

  private List<Integer> packets() {
    List<Integer> all = new ArrayList<>();
    for (List<Integer> tsns = packet(); !tsns.isEmpty(); tsns = packet()) {
      all.addAll(tsns);
    }
    return all;
  }

  private boolean sack(int cumulative, int... gaps) {
    return sackWith(WINDOW, cumulative, gaps);
  }

  private boolean sackWith(long window, int cumulative, int... gaps) {
    return sender.handleSack(new SackChunk(FIRST + cumulative, window, gaps, NONE), now);
  }

  @Test
  void theInitialWindowIsSentAndThenWhatIsAcknowledged() {
    queue(100, FULL);
    assertThat(packets()).containsExactly(0, 1, 2, 3);
    assertThat(immediate).isFalse();
    now += Deadline.millis(50);
    sack(1);
    // Two are acknowledged, and slow start adds two more.
    assertThat(packets()).containsExactly(4, 5, 6, 7);
    assertThat(rto.smoothedRoundTripTime()).isEqualTo(Deadline.millis(50));
  }

  @Test
  void smallMessagesShareAPacket() {
    queue(50, 10);
    // 16 bytes of header, 10 of data, 2 of padding.
    assertThat(packet()).hasSize((PACKET - 12) / 28);
  }

  @Test
  void threeMissIndicationsRetransmitAtOnce() {
    queue(4, FULL);
    assertThat(packets()).containsExactly(0, 1, 2, 3);
    sack(-1, 2, 2);
    sack(-1, 2, 3);
    assertThat(packet()).isEmpty();
    sack(-1, 2, 4);
    assertThat(packet()).containsExactly(0);
    assertThat(sender.fastRetransmits()).isEqualTo(1);
    assertThat(sender.retransmissions()).isEqualTo(1);
    sack(3);
    assertThat(sender.isDone()).isTrue();
    assertThat(sender.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void theFirstFastRetransmissionDoesNotWaitForTheWindow() {
    queue(200, FULL);
    packets();
    for (int i = 1; i < 40; i += 2) {
      sack(i);
      packets();
    }
    int lost = 40;
    int flight = sender.outstandingChunks();
    sack(39, 2, 2);
    sack(39, 2, 3);
    packets();
    sack(39, 2, 4);
    // Half the window is allowed now, and more than that is in flight: one packet goes all the
    // same.
    assertThat(sender.congestionWindow()).isLessThan((flight - 4) * 1160L);
    assertThat(packets()).containsExactly(lost);
  }

  @Test
  void aSackThatBringsNothingNewIsNoMissIndication() {
    queue(4, FULL);
    packets();
    for (int i = 0; i < 10; i++) {
      sack(-1, 2, 2);
    }
    assertThat(packet()).isEmpty();
  }

  @Test
  void aLostRetransmissionIsFoundByWhatWasSentAfterIt() {
    queue(12, FULL);
    packets();
    sack(-1, 2, 2);
    sack(-1, 2, 3);
    sack(-1, 2, 4);
    assertThat(packets()).startsWith(0).hasSizeGreaterThan(3);
    // 0 is lost again; what was sent after it arrives.
    sack(-1, 2, 5);
    sack(-1, 2, 6);
    sack(-1, 2, 7);
    assertThat(packet()).containsExactly(0);
    assertThat(sender.fastRetransmits()).isEqualTo(1);
    assertThat(sender.t3Expirations()).isZero();
  }

  @Test
  void t3RetransmitsOnePacketAndBacksOff() {
    queue(4, FULL);
    packets();
    long deadline = sender.nextDeadline();
    assertThat(deadline).isEqualTo(now + Deadline.millis(500));
    now = deadline;
    assertThat(sender.handleTimeout(now)).isTrue();
    assertThat(packets()).containsExactly(0);
    // It is alone and others wait, so that a SACK is wanted at once.
    now += Deadline.millis(1);
    assertThat(sender.nextDeadline()).isEqualTo(deadline + Deadline.seconds(1));
    sack(0);
    assertThat(packets()).containsExactly(1, 2);
    assertThat(sender.congestionWindow()).isEqualTo(2 * 1160);
  }

  @Test
  void aPacketThatFillsTheWindowAloneAsksForASackAtOnce() {
    queue(8, FULL);
    packets();
    now = sender.nextDeadline();
    sender.handleTimeout(now);
    assertThat(packet()).containsExactly(0);
    assertThat(immediate).isTrue();
  }

  @Test
  void theTimerRestartsOnlyWhenTheEarliestIsAcknowledged() {
    queue(4, FULL);
    packets();
    long deadline = sender.nextDeadline();
    now += Deadline.millis(100);
    sack(-1, 2, 2);
    assertThat(sender.nextDeadline()).isEqualTo(deadline);
    sack(0, 1, 1);
    assertThat(sender.nextDeadline()).isGreaterThan(deadline - 1).isEqualTo(now + rto.rto());
  }

  @Test
  void whatThePeerDropsAgainIsSentAgain() {
    queue(4, FULL);
    packets();
    sack(0, 2, 3);
    // The peer reneges on 2 and 3: they are in flight again.
    sack(0);
    assertThat(sender.outstandingChunks()).isEqualTo(3);
    now = sender.nextDeadline();
    sender.handleTimeout(now);
    assertThat(packets()).containsExactly(1);
    sack(1);
    assertThat(packets()).containsExactly(2, 3);
    sack(3);
    assertThat(sender.isDone()).isTrue();
  }

  @Test
  void oldAndImpossibleSacksAreIgnored() {
    queue(4, FULL);
    packets();
    sack(1);
    assertThat(sack(0)).isFalse();
    assertThat(sack(4)).isFalse();
    assertThat(sack(1, 3, 3)).isFalse();
    assertThat(sack(1, 2, 1)).isFalse();
    assertThat(sack(1, 1, 1, 1, 2)).isFalse();
    assertThat(sender.outstandingChunks()).isEqualTo(2);
  }

  @Test
  void noMoreThanThePeersWindowIsSent() {
    queue(1, FULL);
    packets();
    queue(10, 1000);
    sackWith(2500, 0);
    assertThat(packets()).containsExactly(1, 2);
  }

  @Test
  void aClosedWindowIsProbedAfterEachTimeout() {
    queue(1, FULL);
    packets();
    queue(10, 1000);
    sackWith(0, 0);
    assertThat(packets()).isEmpty();
    sender.armProbe(now);
    now = sender.nextDeadline();
    assertThat(sender.handleTimeout(now)).isFalse();
    assertThat(packets()).containsExactly(1);
    assertThat(immediate).isTrue();
    long first = sender.nextDeadline() - now;
    sackWith(0, 0);
    assertThat(packets()).isEmpty();
    now = sender.nextDeadline();
    assertThat(sender.handleTimeout(now)).isFalse();
    assertThat(packets()).containsExactly(1);
    assertThat(sender.nextDeadline() - now).isEqualTo(2 * first);
    assertThat(sender.congestionWindow()).isGreaterThan(1160);
    // The window opens: the probe goes out again without waiting for the timer.
    sackWith(WINDOW, 0);
    assertThat(packets()).startsWith(1, 2);
  }

  @Test
  void aBurstIsLimitedForEachSack() {
    queue(100, FULL);
    packets();
    for (int i = 1; i < 40; i += 2) {
      sack(i);
      packets();
    }
    int flight = sender.outstandingChunks();
    // One SACK acknowledges all at once: no more than Max.Burst packets follow.
    sack(39 + flight);
    assertThat(packets().size()).isLessThanOrEqualTo(4);
  }

  @Test
  void aShutdownsAcknowledgementCounts() {
    queue(4, FULL);
    packets();
    assertThat(sender.handleCumulativeTsnAck(FIRST + 3, now)).isTrue();
    assertThat(sender.isDone()).isTrue();
    assertThat(sender.handleCumulativeTsnAck(FIRST + 9, now)).isFalse();
  }
}
