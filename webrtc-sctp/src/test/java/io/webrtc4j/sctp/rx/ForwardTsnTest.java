package io.webrtc4j.sctp.rx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sctp.packet.ChunkReader;
import io.webrtc4j.sctp.packet.DataChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk.Skipped;
import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.packet.SackChunk;
import io.webrtc4j.sctp.rx.DataReceiver.Verdict;
import io.webrtc4j.sim.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What FORWARD TSN does to the receiver (RFC 3758 §3.6). TSNs begin at 1000. */
class ForwardTsnTest {
  private static final int BEGIN = DataChunk.BEGINNING;
  private static final int END = DataChunk.ENDING;
  private static final int WHOLE = BEGIN | END;
  private static final int MIDDLE = 0;
  private static final int STREAMS = 100;

  /** The largest step that serial number arithmetic takes for one forwards, from TSN 999. */
  private static final int FARTHEST = 999 + Integer.MIN_VALUE - 1;

  private static final int MESSAGES = 12;

  private DataReceiver receiver = receiver();
  private final long now = Deadline.seconds(1);

  private static DataReceiver receiver() {
    return new DataReceiver(1000, STREAMS, 100_000, 40_000, 1200);
  }

  private void data(int flags, int tsn, int ssn) throws ContradictionException {
    DataChunk chunk = new DataChunk();
    try {
      ChunkReader reader =
          new ChunkReader(PacketBuffer.wrap(Packets.data(1, flags, tsn, 1, ssn, 51, new byte[10])));
      assertThat(reader.next()).isTrue();
      chunk.wrap(reader);
    } catch (DecodeException malformed) {
      throw new AssertionError(malformed);
    }
    assertThat(receiver.handleData(chunk)).isEqualTo(Verdict.TAKEN);
    receiver.endPacket(now);
  }

  private void forward(int tsn, Skipped... skipped) throws ContradictionException {
    receiver.handleForwardTsn(new ForwardTsnChunk(tsn, List.of(skipped)));
    receiver.endPacket(now);
  }

  private SackChunk lastSack() {
    SackChunk last = null;
    for (SackChunk sack = receiver.peekSack(); sack != null; sack = receiver.peekSack()) {
      receiver.removeSack();
      last = sack;
    }
    return last;
  }

  private List<Integer> ssns() {
    List<Integer> ssns = new ArrayList<>();
    for (InboundMessage m = receiver.pollMessage(); m != null; m = receiver.pollMessage()) {
      ssns.add(m.ssn());
    }
    return ssns;
  }

  @Test
  void theExampleOfTheRfc() throws ContradictionException {
    for (int offset : new int[] {0, 1, 2, 4, 5, 7}) {
      data(WHOLE, 1000 + offset, offset);
    }
    forward(1003, new Skipped(1, 3));
    SackChunk sack = lastSack();
    assertThat(sack.cumulativeTsnAck()).isEqualTo(1005);
    assertThat(sack.gapAckBlocks()).isEqualTo(1);
    assertThat(sack.gapStart(0)).isEqualTo(2);
    assertThat(ssns()).containsExactly(0, 1, 2, 4, 5);
  }

  @Test
  void aStaleOneIsAnsweredAndChangesNothing() throws ContradictionException {
    data(WHOLE, 1000, 0);
    data(WHOLE, 1002, 2);
    lastSack();
    forward(1000, new Skipped(1, 9));
    forward(990, new Skipped(1, 9));
    assertThat(lastSack().cumulativeTsnAck()).isEqualTo(1000);
    assertThat(ssns()).containsExactly(0);
    data(WHOLE, 1001, 1);
    assertThat(ssns()).containsExactly(1, 2);
    assertThat(receiver.forwardTsnCount()).isEqualTo(2);
  }

  @Test
  void streamsThatDoNotExistAreIgnored() throws ContradictionException {
    forward(1000, new Skipped(STREAMS, 5), new Skipped(65_535, 1), new Skipped(1, 0));
    data(WHOLE, 1001, 1);
    assertThat(ssns()).containsExactly(1);
  }

  @Test
  void oneFarBeyondWhatWasSentIsBelieved() throws ContradictionException {
    data(BEGIN, 1000, 0);
    data(MIDDLE, 1005, 3);
    data(WHOLE, 1007, 4);
    forward(FARTHEST, new Skipped(1, 4));
    assertThat(lastSack().cumulativeTsnAck()).isEqualTo(FARTHEST);
    assertThat(ssns()).containsExactly(4);
    assertThat(receiver.bufferedBytes()).isZero();
    data(WHOLE, FARTHEST + 1, 5);
    assertThat(ssns()).containsExactly(5);
  }

  @Test
  void aMessageOfWhichTheBeginningArrivedIsForgotten() throws ContradictionException {
    data(BEGIN, 1000, 0);
    data(MIDDLE, 1001, 0);
    forward(1002, new Skipped(1, 0));
    assertThat(receiver.bufferedBytes()).isZero();
    data(BEGIN, 1003, 1);
    data(END, 1004, 1);
    assertThat(ssns()).containsExactly(1);
  }

  @Test
  void theRestOfAMessageIsForgottenWithItsBeginning() throws ContradictionException {
    // 1000 to 1003 are one message, of which 1000 is missing; and the peer names 1000 alone.
    data(MIDDLE, 1001, 0);
    data(END, 1002, 0);
    data(WHOLE, 1003, 1);
    forward(1000, new Skipped(1, 0));
    assertThat(lastSack().cumulativeTsnAck()).isEqualTo(1003);
    assertThat(ssns()).containsExactly(1);
    assertThat(receiver.bufferedBytes()).isZero();
  }

  @Test
  void theRestOfAMessageMayComeLater() throws ContradictionException {
    data(MIDDLE, 1003, 0);
    forward(1000, new Skipped(1, 0));
    data(MIDDLE, 1001, 0);
    data(MIDDLE, 1002, 0);
    assertThat(receiver.cumulativeTsn()).isEqualTo(1003);
    assertThat(receiver.bufferedBytes()).isZero();
    data(END, 1004, 0);
    data(WHOLE, 1005, 1);
    assertThat(ssns()).containsExactly(1);
    assertThatThrownBy(() -> data(MIDDLE, 1006, 2)).isInstanceOf(ContradictionException.class);
  }

  @Test
  void theRestMayBeginInsideWhatIsSkipped() throws ContradictionException {
    data(MIDDLE, 1001, 0);
    data(MIDDLE, 1002, 0);
    forward(1001, new Skipped(1, 0));
    assertThat(receiver.cumulativeTsn()).isEqualTo(1002);
    assertThat(receiver.bufferedBytes()).isZero();
    data(MIDDLE, 1003, 0);
    data(END, 1004, 0);
    data(WHOLE, 1005, 1);
    assertThat(ssns()).containsExactly(1);
  }

  @Test
  void whatFollowsAnAbandonedMessageIsNotItsRest() throws ContradictionException {
    forward(1000, new Skipped(1, 0));
    data(BEGIN, 1001, 1);
    data(END, 1002, 1);
    assertThat(ssns()).containsExactly(1);
    assertThatThrownBy(() -> data(END, 1003, 2)).isInstanceOf(ContradictionException.class);
  }

  @Test
  void messagesFarFromWhatIsSkippedStay() throws ContradictionException {
    for (int tsn = 1010; tsn < 1050; tsn += 2) {
      data(BEGIN, tsn, tsn);
    }
    forward(1003);
    assertThat(receiver.bufferedBytes()).isEqualTo(20 * (10 + ReceiveWindow.OVERHEAD));
    forward(1020);
    assertThat(receiver.bufferedBytes()).isEqualTo(14 * (10 + ReceiveWindow.OVERHEAD));
  }

  /**
   * Messages of one to four fragments, some of which are abandoned, in any order of arrival: the
   * others are delivered, and nothing is left over.
   */
  @Test
  void anyOrderOfArrivalLeavesNothingBehind() {
    Seeds.forEach(
        400,
        seed -> {
          try {
            scramble(new Random(seed));
          } catch (ContradictionException contradiction) {
            throw new AssertionError(contradiction);
          }
        });
  }

  private void scramble(Random random) throws ContradictionException {
    receiver = receiver();
    List<int[]> data = new ArrayList<>();
    List<int[]> forwards = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    int tsn = 1000;
    for (int ssn = 0; ssn < MESSAGES; ssn++) {
      int fragments = 1 + random.nextInt(4);
      int missing = random.nextInt(2 * fragments);
      for (int i = 0; i < fragments; i++) {
        int flags = (i == 0 ? BEGIN : 0) | (i == fragments - 1 ? END : 0);
        if (i != missing) {
          data.add(new int[] {flags, tsn + i, ssn});
        }
      }
      if (missing < fragments) {
        // The peer may name all of the message, or just as much as brings it beyond the missing
        // TSN.
        int last = tsn + missing + random.nextInt(fragments - missing);
        forwards.add(new int[] {tsn, last, ssn});
      } else {
        kept.add(ssn);
      }
      tsn += fragments;
    }
    Collections.shuffle(data, random);
    arrive(data, forwards);
    assertThat(ssns()).isEqualTo(kept);
    assertThat(receiver.bufferedBytes()).isZero();
    assertThat(receiver.cumulativeTsn()).isEqualTo(tsn - 1);
  }

  /** A message is given up as soon as all before it is settled. */
  private void arrive(List<int[]> data, List<int[]> forwards) throws ContradictionException {
    int next = 0;
    for (int i = 0; i <= data.size(); i++) {
      while (next < forwards.size() && receiver.cumulativeTsn() >= forwards.get(next)[0] - 1) {
        forward(forwards.get(next)[1], new Skipped(1, forwards.get(next)[2]));
        next++;
      }
      if (i < data.size()) {
        data(data.get(i)[0], data.get(i)[1], data.get(i)[2]);
      }
    }
    assertThat(next).isEqualTo(forwards.size());
  }
}
