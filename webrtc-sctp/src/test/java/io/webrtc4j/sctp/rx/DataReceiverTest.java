package io.webrtc4j.sctp.rx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sctp.packet.ChunkReader;
import io.webrtc4j.sctp.packet.DataChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk;
import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.packet.SackChunk;
import io.webrtc4j.sctp.rx.DataReceiver.Verdict;
import io.webrtc4j.sim.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DataReceiverTest {
  private static final int WINDOW = 100_000;
  private static final int BEGIN = DataChunk.BEGINNING;
  private static final int END = DataChunk.ENDING;
  private static final int WHOLE = BEGIN | END;
  private static final int UNORDERED = DataChunk.UNORDERED;

  private final DataReceiver receiver = receiver(1000);
  private long now = Deadline.seconds(1);

  private static DataReceiver receiver(int initialTsn) {
    return new DataReceiver(initialTsn, 100, WINDOW, 40_000, 1200);
  }

  private static DataChunk chunk(int flags, int tsn, int stream, int ssn, byte[] payload) {
    DataChunk chunk = new DataChunk();
    try {
      ChunkReader reader =
          new ChunkReader(PacketBuffer.wrap(Packets.data(1, flags, tsn, stream, ssn, 51, payload)));
      assertThat(reader.next()).isTrue();
      chunk.wrap(reader);
    } catch (DecodeException malformed) {
      throw new AssertionError(malformed);
    }
    return chunk;
  }

  private Verdict packet(int flags, int tsn, int stream, int ssn, int length)
      throws ContradictionException {
    Verdict verdict = receiver.handleData(chunk(flags, tsn, stream, ssn, new byte[length]));
    receiver.endPacket(now);
    return verdict;
  }

  private SackChunk sack() {
    SackChunk sack = receiver.peekSack();
    if (sack != null) {
      receiver.removeSack();
    }
    return sack;
  }

  private List<Integer> ssns() {
    List<Integer> ssns = new ArrayList<>();
    for (InboundMessage m = receiver.pollMessage(); m != null; m = receiver.pollMessage()) {
      ssns.add(m.ssn());
    }
    return ssns;
  }

  @Test
  void theFirstDataIsAcknowledgedAtOnceThenEverySecondPacket() throws ContradictionException {
    packet(WHOLE, 1000, 1, 0, 10);
    assertThat(sack().cumulativeTsnAck()).isEqualTo(1000);
    packet(WHOLE, 1001, 1, 1, 10);
    assertThat(sack()).isNull();
    packet(WHOLE, 1002, 1, 2, 10);
    assertThat(sack().cumulativeTsnAck()).isEqualTo(1002);
  }

  @Test
  void aLonePacketIsAcknowledgedAfterTheDelay() throws ContradictionException {
    packet(WHOLE, 1000, 1, 0, 10);
    sack();
    packet(WHOLE, 1001, 1, 1, 10);
    assertThat(receiver.nextDeadline()).isEqualTo(now + AckSchedule.SACK_DELAY);
    receiver.handleTimeout(receiver.nextDeadline() - 1);
    assertThat(sack()).isNull();
    receiver.handleTimeout(receiver.nextDeadline());
    assertThat(sack().cumulativeTsnAck()).isEqualTo(1001);
    assertThat(receiver.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void everyPacketIsAcknowledgedWhileThereIsAGap() throws ContradictionException {
    packet(WHOLE, 1000, 1, 0, 10);
    sack();
    packet(WHOLE, 1002, 1, 2, 10);
    assertThat(sack().gapStart(0)).isEqualTo(2);
    packet(WHOLE, 1003, 1, 3, 10);
    assertThat(sack().gapEnd(0)).isEqualTo(3);
    packet(WHOLE, 1001, 1, 1, 10);
    assertThat(sack().gapAckBlocks()).isZero();
    assertThat(ssns()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void duplicatesAreReportedAtOnce() throws ContradictionException {
    packet(WHOLE, 1000, 1, 0, 10);
    sack();
    assertThat(packet(WHOLE, 1000, 1, 0, 10)).isEqualTo(Verdict.TAKEN);
    assertThat(sack().duplicateTsns()).isEqualTo(1);
    assertThat(ssns()).containsExactly(0);
    assertThat(receiver.duplicateCount()).isEqualTo(1);
  }

  @Test
  void theImmediateBitIsObeyed() throws ContradictionException {
    packet(WHOLE, 1000, 1, 0, 10);
    sack();
    packet(WHOLE | DataChunk.IMMEDIATE, 1001, 1, 1, 10);
    assertThat(sack().cumulativeTsnAck()).isEqualTo(1001);
  }

  @Test
  void unorderedMessagesOvertake() throws ContradictionException {
    packet(WHOLE, 1002, 1, 2, 10);
    packet(WHOLE | UNORDERED, 1003, 1, 77, 10);
    assertThat(ssns()).containsExactly(77);
  }

  @Test
  void streamsDoNotWaitForOneAnother() throws ContradictionException {
    packet(WHOLE, 1001, 1, 1, 10);
    packet(WHOLE, 1002, 2, 0, 10);
    assertThat(ssns()).containsExactly(0);
    packet(WHOLE, 1000, 1, 0, 10);
    assertThat(ssns()).containsExactly(0, 1);
  }

  @Test
  void streamSequenceNumbersWrapAround() throws ContradictionException {
    for (int i = 0; i < 70_000; i++) {
      packet(WHOLE, 1000 + i, 1, i & 0xffff, 1);
      assertThat(receiver.pollMessage().ssn()).isEqualTo(i & 0xffff);
    }
    assertThat(receiver.bufferedBytes()).isZero();
  }

  @Test
  void fragmentsInAnyOrderMakeTheMessages() {
    Seeds.forEach(
        60,
        seed -> {
          DataReceiver shuffled = receiver((int) -seed);
          List<DataChunk> chunks = new ArrayList<>();
          List<byte[]> messages = new ArrayList<>();
          Random random = new Random(seed);
          for (int ssn = 0; ssn < 40; ssn++) {
            byte[] message = new byte[1 + random.nextInt(400)];
            random.nextBytes(message);
            messages.add(message);
            fragment(chunks, message, (int) -seed, ssn, random);
          }
          Collections.shuffle(chunks, random);
          List<byte[]> received = new ArrayList<>();
          for (DataChunk chunk : chunks) {
            try {
              assertThat(shuffled.handleData(chunk)).isEqualTo(Verdict.TAKEN);
              assertThat(shuffled.handleData(chunk)).isEqualTo(Verdict.TAKEN);
            } catch (ContradictionException contradiction) {
              throw new AssertionError(contradiction);
            }
            for (InboundMessage m = shuffled.pollMessage(); m != null; m = shuffled.pollMessage()) {
              received.add(m.payload());
            }
          }
          assertThat(received)
              .usingElementComparator(java.util.Arrays::compare)
              .containsExactlyElementsOf(messages);
          assertThat(shuffled.bufferedBytes()).isZero();
          assertThat(shuffled.hasGaps()).isFalse();
        });
  }

  private static void fragment(
      List<DataChunk> chunks, byte[] message, int initialTsn, int ssn, Random random) {
    int at = 0;
    while (at < message.length) {
      int length = Math.min(message.length - at, 1 + random.nextInt(100));
      int flags = (at == 0 ? BEGIN : 0) | (at + length == message.length ? END : 0);
      byte[] part = java.util.Arrays.copyOfRange(message, at, at + length);
      chunks.add(chunk(flags, initialTsn + chunks.size(), 5, ssn, part));
      at += length;
    }
  }

  @Test
  void aMessageInsideAnotherIsAContradiction() throws ContradictionException {
    packet(BEGIN, 1000, 1, 0, 10);
    assertThatThrownBy(() -> packet(WHOLE, 1001, 1, 1, 10))
        .isInstanceOf(ContradictionException.class);
  }

  @Test
  void aFragmentWithoutABeginningIsAContradiction() {
    assertThatThrownBy(() -> packet(END, 1000, 1, 0, 10))
        .isInstanceOf(ContradictionException.class);
  }

  @Test
  void fragmentsOfDifferentStreamsAreAContradiction() throws ContradictionException {
    packet(BEGIN, 1000, 1, 0, 10);
    assertThatThrownBy(() -> packet(END, 1001, 2, 0, 10))
        .isInstanceOf(ContradictionException.class);
  }

  @Test
  void aMessageThatIsTooLargeIsToldWithoutItsPayload() throws ContradictionException {
    packet(BEGIN, 1000, 1, 0, 1000);
    for (int i = 1; i < 60; i++) {
      packet(0, 1000 + i, 1, 0, 1000);
      assertThat(receiver.bufferedBytes()).isLessThan(50_000);
    }
    packet(END, 1060, 1, 0, 1000);
    InboundMessage message = receiver.pollMessage();
    assertThat(message.tooLarge()).isTrue();
    assertThat(message.payload()).isEmpty();
    assertThat(receiver.bufferedBytes()).isZero();
  }

  @Test
  void anInvalidStreamIsAcknowledgedAndDropped() throws ContradictionException {
    assertThat(packet(WHOLE, 1000, 100, 0, 10)).isEqualTo(Verdict.INVALID_STREAM);
    assertThat(sack().cumulativeTsnAck()).isEqualTo(1000);
    assertThat(ssns()).isEmpty();
  }

  @Test
  void aFullWindowDropsWhatIsNewAndKeepsWhatFillsGaps() throws ContradictionException {
    int tsn = 1001;
    while (packet(WHOLE, tsn, 1, tsn - 1000, 1000) == Verdict.TAKEN) {
      tsn++;
    }
    SackChunk last = null;
    for (SackChunk sack = sack(); sack != null; sack = sack()) {
      last = sack;
    }
    assertThat(last.aRwnd()).isZero();
    assertThat(last.cumulativeTsnAck()).isEqualTo(999);
    assertThat(packet(WHOLE, 1000, 1, 0, 1000)).isEqualTo(Verdict.TAKEN);
    assertThat(ssns()).hasSize(tsn - 1000);
    assertThat(receiver.bufferedBytes()).isZero();
  }

  @Test
  void tinyFragmentsDoNotHoldMoreMemoryThanTheWindowSays() throws ContradictionException {
    int kept = 0;
    for (int i = 1; i < 60_000; i += 1) {
      if (packet(WHOLE, 1000 + i, 1, i, 1) == Verdict.TAKEN) {
        kept++;
      }
    }
    assertThat(kept).isLessThan(WINDOW / ReceiveWindow.OVERHEAD + 1);
  }

  @Test
  void readingOpensTheWindow() throws ContradictionException {
    packet(WHOLE, 1000, 1, 0, 10);
    sack();
    receiver.unread(WINDOW);
    assertThat(packet(WHOLE, 1001, 1, 1, 10)).isEqualTo(Verdict.DROPPED);
    assertThat(sack().aRwnd()).isZero();
    assertThat(receiver.isUpdateWorthwhile(WINDOW - 2000)).isFalse();
    assertThat(receiver.isUpdateWorthwhile(0)).isTrue();
    receiver.unread(0);
    assertThat(sack().aRwnd()).isEqualTo(WINDOW);
  }

  @Test
  void forwardTsnGivesUpWaiting() throws ContradictionException {
    packet(WHOLE, 1002, 1, 2, 10);
    packet(BEGIN, 1004, 1, 3, 10);
    receiver.handleForwardTsn(
        new ForwardTsnChunk(1001, List.of(new ForwardTsnChunk.Skipped(1, 1))));
    assertThat(ssns()).containsExactly(2);
    receiver.handleForwardTsn(
        new ForwardTsnChunk(1005, List.of(new ForwardTsnChunk.Skipped(1, 3))));
    packet(WHOLE, 1006, 1, 4, 10);
    assertThat(ssns()).containsExactly(4);
    assertThat(receiver.bufferedBytes()).isZero();
  }

  @Test
  void aResetBeginsAgainWithSsnZero() throws ContradictionException {
    packet(WHOLE, 1000, 1, 0, 10);
    packet(WHOLE, 1001, 2, 0, 10);
    receiver.reset(List.of(1));
    packet(WHOLE, 1002, 1, 0, 10);
    packet(WHOLE, 1003, 2, 1, 10);
    assertThat(ssns()).containsExactly(0, 0, 0, 1);
  }

  @Test
  void whatComesBehindADeferredResetIsHeld() throws ContradictionException {
    receiver.deferReset(1001, List.of(1));
    packet(WHOLE, 1002, 1, 0, 10);
    packet(WHOLE | UNORDERED, 1003, 1, 9, 10);
    packet(WHOLE, 1000, 1, 0, 10);
    packet(WHOLE, 1001, 1, 1, 10);
    assertThat(ssns()).containsExactly(0, 1);
    receiver.reset(List.of(1));
    receiver.releaseHeld();
    assertThat(ssns()).containsExactly(0, 9);
    assertThat(receiver.bufferedBytes()).isZero();
  }
}
