package io.webrtc4j.sctp.rx;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.SerialNumber;
import io.webrtc4j.sctp.packet.DataChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk;
import io.webrtc4j.sctp.packet.PacketHeader;
import io.webrtc4j.sctp.packet.SackChunk;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The receiving half of an association: takes DATA, gives SACKs and messages. */
public final class DataReceiver {
  /** SACKs made and not yet sent; if nobody sends, the oldest go, since later ones say more. */
  private static final int MAX_PENDING_SACKS = 64;

  private final ReceivedTsns tsns;
  private final ReceiveWindow window;
  private final Reassembly reassembly;
  private final InboundStreams streams;
  private final AckSchedule schedule = new AckSchedule();
  private final DuplicateTsns duplicates = new DuplicateTsns();
  private final Deque<SackChunk> pendingSacks = new ArrayDeque<>();
  private final int[] gapScratch;
  private long duplicateCount;
  private long droppedCount;
  private long forwardTsnCount;

  /** What became of a DATA chunk. */
  public enum Verdict {
    /** It is kept or delivered, or was so before. */
    TAKEN,
    /** There is no room for it. */
    DROPPED,
    /** It is acknowledged and dropped: there is no such stream. */
    INVALID_STREAM
  }

  /**
   * A receiver of nothing yet.
   *
   * @param initialTsn the peer's first TSN
   * @param streamCount the peer's outgoing streams
   * @param windowSize our a_rwnd in bytes
   * @param maxMessageSize bytes of the largest message that is kept
   * @param maxPacketSize bytes of the largest packet, for the length of SACKs
   */
  public DataReceiver(
      int initialTsn, int streamCount, int windowSize, long maxMessageSize, int maxPacketSize) {
    tsns = new ReceivedTsns(initialTsn);
    window = new ReceiveWindow(windowSize);
    reassembly = new Reassembly(window, maxMessageSize);
    streams = new InboundStreams(window, streamCount);
    int spare = maxPacketSize - PacketHeader.LENGTH - SackChunk.MIN_LENGTH;
    int entries = spare / SackChunk.BYTES_PER_ENTRY - DuplicateTsns.MAX_REPORTED;
    gapScratch = new int[2 * entries];
  }

  /** Takes a DATA chunk with a payload (RFC 9260 §6.2). */
  public Verdict handleData(DataChunk chunk) throws ContradictionException {
    int tsn = chunk.tsn();
    schedule.sawData();
    if (chunk.isImmediate() || tsns.hasGaps()) {
      schedule.acknowledgeAtOnce();
    }
    if (tsns.contains(tsn)) {
      duplicateCount++;
      duplicates.add(tsn);
      schedule.acknowledgeAtOnce();
      return Verdict.TAKEN;
    }
    boolean fillsGap = SerialNumber.isLess32(tsn, tsns.highestTsn());
    if (!tsns.isInWindow(tsn) || !window.admits(fillsGap)) {
      droppedCount++;
      schedule.acknowledgeAtOnce();
      return Verdict.DROPPED;
    }
    return accept(chunk);
  }

  private Verdict accept(DataChunk chunk) throws ContradictionException {
    boolean wasNext = chunk.tsn() == tsns.cumulativeTsn() + 1;
    tsns.add(chunk.tsn());
    if (tsns.hasGaps()) {
      schedule.acknowledgeAtOnce();
    }
    if (!streams.exists(chunk.streamId())) {
      droppedCount++;
      return Verdict.INVALID_STREAM;
    }
    InboundMessage message = reassembly.add(chunk, tsns.cumulativeTsn(), wasNext);
    if (message != null) {
      streams.add(message);
    }
    return Verdict.TAKEN;
  }

  /** Takes a FORWARD TSN (RFC 3758 §3.6). */
  public void handleForwardTsn(ForwardTsnChunk chunk) throws ContradictionException {
    // RFC 3758 §3.6: a SACK answers at once, also what is old.
    schedule.acknowledgeAtOnce();
    forwardTsnCount++;
    int newCumulativeTsn = chunk.newCumulativeTsn();
    if (!SerialNumber.isLess32(tsns.cumulativeTsn(), newCumulativeTsn)) {
      return;
    }
    int before = tsns.cumulativeTsn();
    tsns.forwardTo(newCumulativeTsn);
    reassembly.forwardTo(before, newCumulativeTsn, tsns.cumulativeTsn());
    streams.skip(chunk.skipped());
  }

  /** Ends a packet: a SACK may be due now. */
  public void endPacket(long now) {
    if (schedule.endPacket(now)) {
      queueSack();
    }
  }

  /** Makes a SACK for data that came in the current packet, whatever the delay. */
  public void acknowledgeAtOnce() {
    schedule.acknowledgeAtOnce();
  }

  /** Makes the delayed SACK if it is due. */
  public void handleTimeout(long now) {
    if (Deadline.isDue(schedule.deadline(), now)) {
      queueSack();
    }
  }

  /** When the delayed SACK is due. */
  public long nextDeadline() {
    return schedule.deadline();
  }

  /** The next SACK that is due; null if none is. */
  public @Nullable SackChunk peekSack() {
    return pendingSacks.peek();
  }

  /** Removes the SACK that {@link #peekSack} gave. */
  public void removeSack() {
    pendingSacks.remove();
  }

  /** Makes the delayed SACK now, because there is a packet to carry it; nothing without data. */
  public void hurrySack() {
    if (schedule.isPending()) {
      queueSack();
    }
  }

  /** The next message, or null. */
  public @Nullable InboundMessage pollMessage() {
    return streams.poll();
  }

  /** Says how many bytes the application has yet to take, and tells the peer if that opens much. */
  public void unread(long bytes) {
    boolean update = window.isUpdateWorthwhile(bytes);
    window.unread(bytes);
    if (update) {
      queueSack();
    }
  }

  /** Whether {@link #unread} with this many bytes would tell the peer of more room. */
  public boolean isUpdateWorthwhile(long unreadBytes) {
    return window.isUpdateWorthwhile(unreadBytes);
  }

  /** The last TSN up to which everything arrived. */
  public int cumulativeTsn() {
    return tsns.cumulativeTsn();
  }

  /** Whether data is missing below what arrived, or duplicates are to be told of. */
  public boolean hasGaps() {
    return tsns.hasGaps();
  }

  /** Holds what comes after {@code lastTsn} on {@code ids} until their reset (RFC 6525 §5.2.2). */
  public void deferReset(int lastTsn, List<Integer> ids) {
    streams.deferReset(lastTsn, ids);
  }

  /** Begins streams again with SSN 0; all if {@code ids} is empty. */
  public void reset(List<Integer> ids) {
    streams.reset(ids);
  }

  /** Lets go of what {@link #deferReset} held. */
  public void releaseHeld() {
    streams.releaseHeld();
  }

  /** DATA chunks that came again. */
  public long duplicateCount() {
    return duplicateCount;
  }

  /** DATA chunks dropped for want of room or of their stream. */
  public long droppedCount() {
    return droppedCount;
  }

  /** FORWARD TSN chunks that came. */
  public long forwardTsnCount() {
    return forwardTsnCount;
  }

  /** Bytes kept until they can be delivered, with what keeping them costs. */
  public long bufferedBytes() {
    return window.buffered();
  }

  private void queueSack() {
    if (pendingSacks.size() == MAX_PENDING_SACKS) {
      pendingSacks.remove();
    }
    int entries = tsns.gapAckBlocks(gapScratch);
    pendingSacks.add(
        new SackChunk(
            tsns.cumulativeTsn(),
            window.announce(),
            Arrays.copyOf(gapScratch, entries),
            duplicates.take()));
    schedule.acknowledged();
  }
}
