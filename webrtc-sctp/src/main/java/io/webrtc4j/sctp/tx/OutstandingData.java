package io.webrtc4j.sctp.tx;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.SerialNumber;
import io.webrtc4j.sctp.packet.DataChunk;
import io.webrtc4j.sctp.packet.Padding;
import io.webrtc4j.sctp.packet.SackChunk;
import io.webrtc4j.sctp.tx.OutstandingChunk.State;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chunks from the first one not acknowledged cumulatively to the last one sent. */
final class OutstandingData {
  /** Gap ack blocks name offsets of 16 bits, and half of that is far more than is ever useful. */
  static final int MAX_CHUNKS = 0x7fff;

  /** RFC 9260 §7.2.4: the third miss indication. */
  private static final int MISS_INDICATIONS_OF_A_LOSS = 3;

  private static final int INITIAL_CAPACITY = 16;

  private @Nullable OutstandingChunk[] ring = new OutstandingChunk[INITIAL_CAPACITY];
  private int cumulativeTsnAck;
  private int nextTsn;
  private int ackedBeyond;
  private int marked;
  private int lowestMarked;
  private long flightBytes;
  private long flightPayload;
  private long sendOrder;
  private boolean measuring;
  private int measuredTsn;

  /** Whether the peer understands FORWARD TSN; if not, all that was begun is sent reliably. */
  private final boolean mayAbandon;

  private int abandoned;
  private long markedExpiry = Deadline.NEVER;
  private long abandonedMessages;
  private long abandonedBytes;

  OutstandingData(int initialTsn, boolean mayAbandon) {
    nextTsn = initialTsn;
    cumulativeTsnAck = initialTsn - 1;
    this.mayAbandon = mayAbandon;
  }

  /** The TSN that the next new chunk gets. */
  int nextTsn() {
    return nextTsn;
  }

  /** The Cumulative TSN Ack Point. */
  int cumulativeTsnAck() {
    return cumulativeTsnAck;
  }

  /** Chunks that are not acknowledged cumulatively. */
  int count() {
    return nextTsn - 1 - cumulativeTsnAck;
  }

  boolean isEmpty() {
    return count() == 0;
  }

  boolean hasMarked() {
    return marked > 0;
  }

  boolean hasAbandoned() {
    return abandoned > 0;
  }

  /** Messages given up after something of them was sent. */
  long abandonedMessages() {
    return abandonedMessages;
  }

  /** Their payloads' bytes. */
  long abandonedBytes() {
    return abandonedBytes;
  }

  /** Bytes in flight, with headers and padding, as congestion control counts. */
  long flightBytes() {
    return flightBytes;
  }

  /** Payload bytes in flight, as the receive window counts. */
  long flightPayload() {
    return flightPayload;
  }

  /** Adds a new chunk that is being sent, with the next TSN. */
  OutstandingChunk add(OutboundMessage message, int flags, int offset, int length, long now) {
    OutstandingChunk chunk = slotForNext();
    chunk.tsn = nextTsn++;
    chunk.message = message;
    chunk.flags = flags;
    chunk.offset = offset;
    chunk.length = length;
    chunk.transmissions = 0;
    chunk.settled = false;
    chunk.endsStreams = false;
    sent(chunk, now);
    if (!measuring) {
      measuring = true;
      measuredTsn = chunk.tsn;
    }
    return chunk;
  }

  /** The messages to be sent again if the association begins anew. */
  List<OutboundMessage> undelivered() {
    Set<OutboundMessage> messages = new LinkedHashSet<>();
    Set<Integer> blocked = new HashSet<>();
    for (int tsn = cumulativeTsnAck + 1; tsn != nextTsn; tsn++) {
      OutstandingChunk chunk = at(tsn);
      OutboundMessage message = chunk.message();
      boolean arrived = chunk.state == State.ACKED;
      if (!message.isUnordered() && (!arrived || blocked.contains(message.streamId()))) {
        blocked.add(message.streamId());
        arrived = false;
      }
      if (!arrived && message.limits().equals(SendLimits.NONE)) {
        messages.add(message);
      }
    }
    return List.copyOf(messages);
  }

  /** The lowest chunk that is marked for retransmission; there is one. */
  OutstandingChunk lowestMarked() {
    while (at(lowestMarked).state != State.MARKED) {
      lowestMarked++;
    }
    return at(lowestMarked);
  }

  /** The marked {@code chunk} is being sent again. */
  void resent(OutstandingChunk chunk, long now) {
    marked--;
    sent(chunk, now);
    if (measuring && chunk.tsn == measuredTsn) {
      // RFC 9260 §6.3.1 C5, Karn's algorithm. The second half of C5 is not needed: gap ack blocks
      // acknowledge a chunk as soon as it arrives, whatever was retransmitted below it.
      measuring = false;
    }
  }

  /** Marks everything in flight for retransmission (RFC 9260 §6.3.3). */
  void markAll(long now) {
    for (int tsn = cumulativeTsnAck + 1; tsn != nextTsn; tsn++) {
      OutstandingChunk chunk = at(tsn);
      if (chunk.state == State.IN_FLIGHT) {
        mark(chunk, now);
      }
      chunk.settled = chunk.state == State.ABANDONED;
    }
  }

  /** Gives up what waits to be sent again and whose lifetime is over (RFC 3758 §4.1 TR4). */
  void expire(long now) {
    if (!Deadline.isDue(nextExpiry(), now)) {
      return;
    }
    markedExpiry = Deadline.NEVER;
    for (int tsn = cumulativeTsnAck + 1; tsn != nextTsn; tsn++) {
      OutstandingChunk chunk = at(tsn);
      if (chunk.state == State.MARKED) {
        if (chunk.message().limits().isExpired(now)) {
          abandon(chunk);
        } else {
          markedExpiry = Math.min(markedExpiry, chunk.message().limits().expiry());
        }
      }
    }
  }

  /** When {@link #expire} is wanted; never late, and at times early. */
  long nextExpiry() {
    return marked > 0 && mayAbandon ? markedExpiry : Deadline.NEVER;
  }

  /** When {@code message}, of which something was sent, may be given up for its age. */
  long expiry(OutboundMessage message) {
    return mayAbandon ? message.limits().expiry() : Deadline.NEVER;
  }

  private boolean isExpired(OutboundMessage message, long now) {
    return Deadline.isDue(expiry(message), now);
  }

  /** Gives up {@code message}, the last that was begun, and not all of which is sent. */
  void abandonUnfinished(OutboundMessage message) {
    if (!isEmpty() && at(nextTsn - 1).message == message) {
      abandon(at(nextTsn - 1));
    } else {
      abandonRest(message);
    }
  }

  /** Whether the chunk was acknowledged, and is not sent again even if the peer revokes that. */
  boolean isLastWord(OutstandingChunk chunk, long now) {
    return chunk.state == State.ACKED
        && !chunk.message().limits().allowsAnother(chunk.transmissions, now);
  }

  /** Streams are being reset after the last TSN so far. */
  void endStreams() {
    if (!isEmpty()) {
      at(nextTsn - 1).endsStreams = true;
    }
  }

  /**
   * Applies a SACK (RFC 9260 §6.2.1).
   *
   * @param recovering whether a fast recovery is going on
   * @return false if the SACK is old or names what was never sent, and was ignored
   */
  boolean apply(SackChunk sack, boolean recovering, long now, Acknowledgement result) {
    result.clear();
    if (!isPlausible(sack)) {
      return false;
    }
    advanceTo(sack.cumulativeTsnAck(), result);
    if (sack.gapAckBlocks() > 0 || ackedBeyond > 0) {
      applyGaps(sack, result);
      countMisses(sack, recovering && result.cumulativeAdvanced, now, result);
    }
    return true;
  }

  /**
   * Acknowledges all up to {@code tsn}, as SHUTDOWN does; ignores what is old or was never sent.
   */
  boolean acknowledgeUpTo(int tsn, Acknowledgement result) {
    result.clear();
    if (!isWithinSent(tsn)) {
      return false;
    }
    advanceTo(tsn, result);
    return true;
  }

  private boolean isPlausible(SackChunk sack) {
    int highestOffset = nextTsn - 1 - sack.cumulativeTsnAck();
    if (!isWithinSent(sack.cumulativeTsnAck())) {
      return false;
    }
    int previousEnd = 0;
    for (int i = 0; i < sack.gapAckBlocks(); i++) {
      if (sack.gapStart(i) <= previousEnd || sack.gapEnd(i) < sack.gapStart(i)) {
        return false;
      }
      previousEnd = sack.gapEnd(i);
    }
    return previousEnd <= highestOffset;
  }

  private boolean isWithinSent(int tsn) {
    return SerialNumber.isLessOrEqual32(cumulativeTsnAck, tsn)
        && SerialNumber.isLess32(tsn, nextTsn);
  }

  private void advanceTo(int tsn, Acknowledgement result) {
    while (cumulativeTsnAck != tsn) {
      cumulativeTsnAck++;
      result.cumulativeAdvanced = true;
      OutstandingChunk chunk = at(cumulativeTsnAck);
      switch (chunk.state) {
        case ACKED -> ackedBeyond--;
        case ABANDONED -> abandoned--;
        default -> acknowledge(chunk, result);
      }
      chunk.message = null;
    }
    if (SerialNumber.isLess32(lowestMarked, cumulativeTsnAck + 1)) {
      lowestMarked = cumulativeTsnAck + 1;
    }
  }

  private void applyGaps(SackChunk sack, Acknowledgement result) {
    int block = 0;
    int last = nextTsn - 1 - cumulativeTsnAck;
    for (int offset = 1; offset <= last; offset++) {
      while (block < sack.gapAckBlocks() && sack.gapEnd(block) < offset) {
        block++;
      }
      OutstandingChunk chunk = at(cumulativeTsnAck + offset);
      boolean acked = block < sack.gapAckBlocks() && sack.gapStart(block) <= offset;
      if (chunk.state == State.ABANDONED) {
        // RFC 3758 §3.5 A2: it counted as acknowledged before, and moves no window.
        chunk.settled |= acked;
      } else if (acked && chunk.state != State.ACKED) {
        acknowledge(chunk, result);
        chunk.state = State.ACKED;
        ackedBeyond++;
      } else if (!acked && chunk.state == State.ACKED) {
        revoke(chunk, result);
      }
    }
  }

  private void acknowledge(OutstandingChunk chunk, Acknowledgement result) {
    result.bytes += size(chunk);
    result.newestSendOrder = Math.max(result.newestSendOrder, chunk.sendOrder);
    if (chunk.state == State.MARKED) {
      marked--;
    } else {
      leaveFlight(chunk);
    }
    if (measuring && chunk.tsn == measuredTsn) {
      measuring = false;
      result.measuredSentAt = chunk.sentAt;
    }
  }

  /** The peer has dropped what it had acknowledged (RFC 9260 §6.2.1 D iii). */
  private void revoke(OutstandingChunk chunk, Acknowledgement result) {
    ackedBeyond--;
    chunk.state = State.IN_FLIGHT;
    chunk.missIndications = 1;
    flightBytes += size(chunk);
    flightPayload += chunk.length;
    result.revoked = true;
  }

  /**
   * Counts miss indications (RFC 9260 §7.2.4). A chunk misses when one that was sent after it was
   * newly acknowledged. For first transmissions this is the text's HTNA; and a retransmission can
   * be found lost too, where the text would wait for T3-rtx, because the order of sending tells its
   * acknowledgements from those of the transmission before.
   *
   * <p>An abandoned chunk is counted on, since its loss tells of congestion as that of others (RFC
   * 3758 §3.5 F5). One whose lifetime is over is given up at its first miss.
   */
  private void countMisses(SackChunk sack, boolean recovering, long now, Acknowledgement result) {
    int reported = sack.gapAckBlocks() == 0 ? 0 : sack.gapEnd(sack.gapAckBlocks() - 1);
    for (int offset = 1; offset < reported; offset++) {
      OutstandingChunk chunk = at(cumulativeTsnAck + offset);
      boolean open =
          chunk.state == State.IN_FLIGHT || (chunk.state == State.ABANDONED && !chunk.settled);
      if (open
          && (chunk.sendOrder < result.newestSendOrder
              || (recovering && chunk.transmissions == 1))) {
        missed(chunk, now, result);
      }
    }
  }

  private void missed(OutstandingChunk chunk, long now, Acknowledgement result) {
    chunk.missIndications++;
    if (chunk.missIndications >= MISS_INDICATIONS_OF_A_LOSS) {
      result.lost = true;
      if (chunk.state == State.IN_FLIGHT) {
        mark(chunk, now);
      }
      chunk.settled = chunk.state == State.ABANDONED;
    } else if (chunk.state == State.IN_FLIGHT && isExpired(chunk.message(), now)) {
      abandon(chunk);
    }
  }

  /** Has a chunk in flight sent again, or given up if it may not be. */
  private void mark(OutstandingChunk chunk, long now) {
    SendLimits limits = chunk.message().limits();
    if (mayAbandon && !limits.allowsAnother(chunk.transmissions, now)) {
      abandon(chunk);
      return;
    }
    leaveFlight(chunk);
    chunk.state = State.MARKED;
    markedExpiry = Math.min(marked == 0 ? Deadline.NEVER : markedExpiry, limits.expiry());
    if (marked++ == 0 || SerialNumber.isLess32(chunk.tsn, lowestMarked)) {
      lowestMarked = chunk.tsn;
    }
  }

  /** Gives up the chunk's whole message (RFC 3758 §3.5 A3). */
  private void abandon(OutstandingChunk chunk) {
    OutboundMessage message = chunk.message();
    int first = chunk.tsn;
    while (first - 1 != cumulativeTsnAck && at(first - 1).message == message) {
      first--;
    }
    for (int tsn = first; tsn != nextTsn && at(tsn).message == message; tsn++) {
      giveUp(at(tsn));
    }
    abandonRest(message);
  }

  private void giveUp(OutstandingChunk chunk) {
    switch (chunk.state) {
      case IN_FLIGHT -> leaveFlight(chunk);
      case MARKED -> marked--;
      case ACKED -> {
        ackedBeyond--;
        chunk.settled = true;
      }
      default -> throw new IllegalStateException("abandoned twice");
    }
    chunk.state = State.ABANDONED;
    abandoned++;
    if (chunk.tsn == measuredTsn) {
      measuring = false;
    }
  }

  /**
   * Covers what was not sent of {@code message} by one more TSN, which is never sent either: the
   * peer may have all that was sent, and forgets it only if FORWARD TSN skips something behind.
   */
  private void abandonRest(OutboundMessage message) {
    message.abandon();
    abandonedMessages++;
    abandonedBytes += message.countedBytes();
    if (message.remaining() > 0) {
      OutstandingChunk rest = slotForNext();
      rest.tsn = nextTsn++;
      rest.message = message;
      rest.state = State.ABANDONED;
      rest.settled = true;
      rest.endsStreams = false;
      abandoned++;
    }
  }

  private void sent(OutstandingChunk chunk, long now) {
    chunk.state = State.IN_FLIGHT;
    chunk.missIndications = 0;
    chunk.transmissions++;
    chunk.sendOrder = ++sendOrder;
    chunk.sentAt = now;
    flightBytes += size(chunk);
    flightPayload += chunk.length;
  }

  private void leaveFlight(OutstandingChunk chunk) {
    flightBytes -= size(chunk);
    flightPayload -= chunk.length;
  }

  private static int size(OutstandingChunk chunk) {
    return Padding.padded(DataChunk.HEADER_LENGTH + chunk.length);
  }

  /** The chunk with a TSN that is outstanding. */
  OutstandingChunk at(int tsn) {
    OutstandingChunk chunk = ring[tsn & (ring.length - 1)];
    if (chunk == null) {
      throw new IllegalStateException("no chunk with TSN " + Integer.toUnsignedString(tsn));
    }
    return chunk;
  }

  private OutstandingChunk slotForNext() {
    if (count() == ring.length) {
      grow();
    }
    int index = nextTsn & (ring.length - 1);
    OutstandingChunk chunk = ring[index];
    if (chunk == null) {
      chunk = new OutstandingChunk();
      ring[index] = chunk;
    }
    return chunk;
  }

  private void grow() {
    @Nullable OutstandingChunk[] old = ring;
    ring = Arrays.copyOf(new OutstandingChunk[0], old.length * 2);
    for (OutstandingChunk chunk : old) {
      if (chunk != null) {
        ring[chunk.tsn & (ring.length - 1)] = chunk;
      }
    }
  }
}
