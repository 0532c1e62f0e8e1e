package io.webrtc4j.sctp.tx;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sctp.packet.DataChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk;
import io.webrtc4j.sctp.packet.PacketHeader;
import io.webrtc4j.sctp.packet.Padding;
import io.webrtc4j.sctp.packet.SackChunk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sending half of an association: puts messages into packets until they are acknowledged. */
public final class DataSender {
  /** Max.Burst (RFC 9260 §16): packets for each SACK, also if several come between two polls. */
  private static final int MAX_BURST = 4;

  /** A fragment is not worth its header if it is smaller than this. */
  private static final int MIN_FRAGMENT = 256;

  private final SendQueue queue;
  private final RtoEstimator rto;
  private final OutstandingData outstanding;
  private final CongestionControl congestion;
  private final Timer t3Rtx = new Timer();
  private final Acknowledgement acknowledgement = new Acknowledgement();
  private final Forwarding forwarding;
  private final int maxPayload;
  private long peerRwnd;
  private int burst = MAX_BURST;
  private boolean windowUsed;
  private boolean retransmitOnePacket;
  private boolean oneInFlight;
  private boolean probeDue;
  private boolean probing;
  private long lastSent;
  private long retransmissions;
  private long fastRetransmits;
  private long t3Expirations;

  /**
   * A sender that takes from {@code queue}.
   *
   * @param initialTsn our first TSN
   * @param peerRwnd bytes of the peer's receive window
   * @param maxPacketSize bytes of the largest packet
   * @param forwardTsn whether the peer understands FORWARD TSN; if not, all messages of which
   *     something was sent are reliable (RFC 3758 §3.3.2)
   */
  public DataSender(
      SendQueue queue,
      RtoEstimator rto,
      int initialTsn,
      long peerRwnd,
      int maxPacketSize,
      boolean forwardTsn) {
    this.queue = queue;
    this.rto = rto;
    this.peerRwnd = peerRwnd;
    int pmdcs = Padding.truncated(maxPacketSize - PacketHeader.LENGTH);
    this.maxPayload = pmdcs - DataChunk.HEADER_LENGTH;
    this.outstanding = new OutstandingData(initialTsn, forwardTsn);
    this.forwarding = new Forwarding(outstanding, ForwardTsnChunk.maxStreams(pmdcs));
    this.congestion = new CongestionControl(pmdcs);
  }

  /** Whether {@link #fill} would put a chunk into an empty packet. */
  public boolean canSend() {
    return canResend() || canSendNew(maxPayload);
  }

  /** All that may be sent now has been sent. */
  public void endSending() {
    burst = Math.min(burst, MAX_BURST);
    windowUsed = outstanding.flightBytes() >= congestion.cwnd();
  }

  /**
   * Appends as many DATA chunks as may be sent now and fit into {@code room} bytes.
   *
   * @return whether there were any
   */
  public boolean fill(PacketBuffer out, int room, long now) {
    boolean resend = canResend();
    boolean sendNew = canSendNew(room - DataChunk.HEADER_LENGTH);
    int end = out.end() + Padding.truncated(room);
    int lastChunk = -1;
    boolean alone = outstanding.flightBytes() == 0;
    if (resend || sendNew) {
      decayIfIdle(now);
    }
    if (resend) {
      lastChunk = fillMarked(out, end, now);
    }
    if (sendNew) {
      lastChunk = fillNew(out, end, lastChunk, now);
    }
    windowUsed = outstanding.flightBytes() >= congestion.cwnd();
    if (lastChunk < 0) {
      return false;
    }
    burst--;
    retransmitOnePacket = false;
    lastSent = now;
    if (alone && hasWaiting() && (windowUsed || probing)) {
      // RFC 9260 §6.1: a packet that fills the window by itself gains from a SACK without delay;
      // behind others, every second packet brings one anyway.
      DataChunk.setImmediate(out, lastChunk);
    }
    if (!t3Rtx.isRunning()) {
      t3Rtx.start(now, rto.rto());
    }
    return true;
  }

  /** The FORWARD TSN to send now if it fits into {@code room} bytes, or null. */
  public @Nullable ForwardTsnChunk pollForwardTsn(int room, long now) {
    ForwardTsnChunk chunk = forwarding.due();
    if (chunk == null || chunk.paddedLength() > room) {
      return null;
    }
    forwarding.told(chunk, now);
    if (!t3Rtx.isRunning()) {
      // RFC 3758 §3.5 C5. One that runs goes on, or a silent peer would never be noticed.
      t3Rtx.start(now, rto.rto());
    }
    return chunk;
  }

  /** Whether a FORWARD TSN is to be sent now. */
  public boolean isForwardTsnDue() {
    return forwarding.isDue();
  }

  /** Gives up what has outlived its time; to be called whenever time has passed. */
  public void expire(long now) {
    long before = outstanding.abandonedMessages();
    outstanding.expire(now);
    dropAbandoned();
    OutboundMessage begun = queue.begun();
    if (begun != null && Deadline.isDue(outstanding.expiry(begun), now)) {
      outstanding.abandonUnfinished(begun);
      dropAbandoned();
    }
    if (outstanding.abandonedMessages() != before) {
      forwarding.advance(now);
    }
  }

  /** What is left of a message that was abandoned while it was being sent is not sent. */
  private void dropAbandoned() {
    OutboundMessage begun = queue.begun();
    if (begun != null && begun.isAbandoned()) {
      queue.dropBegun(begun);
    }
  }

  /** Streams are being reset after {@link #lastAssignedTsn()}. */
  public void endStreams() {
    outstanding.endStreams();
  }

  /** Takes a SACK (RFC 9260 §6.2.1); false if it was old or nonsense. */
  public boolean handleSack(SackChunk sack, long now) {
    if (!outstanding.apply(sack, congestion.isInFastRecovery(), now, acknowledgement)) {
      return false;
    }
    acknowledged(now);
    boolean windowOpened = sack.aRwnd() > 0 && peerRwnd == 0;
    peerRwnd = sack.aRwnd();
    if (probing && windowOpened && acknowledgement.bytes == 0) {
      // The probe was dropped for want of room, and there is room now.
      outstanding.markAll(now);
      retransmitOnePacket = outstanding.hasMarked();
      oneInFlight = false;
    }
    probing &= peerRwnd == 0;
    if (acknowledgement.lost && congestion.lost(outstanding.nextTsn() - 1)) {
      // RFC 9260 §7.2.4, 3: one packet goes out whatever cwnd says.
      retransmitOnePacket = outstanding.hasMarked();
      fastRetransmits++;
    }
    dropAbandoned();
    forwarding.sackTaken(now, roundTripTime());
    return true;
  }

  /** Takes the Cumulative TSN Ack of a SHUTDOWN (RFC 9260 §9.2); false if it is nonsense. */
  public boolean handleCumulativeTsnAck(int tsn, long now) {
    if (!outstanding.acknowledgeUpTo(tsn, acknowledgement)) {
      return false;
    }
    acknowledged(now);
    forwarding.sackTaken(now, roundTripTime());
    return true;
  }

  private long roundTripTime() {
    long smoothed = rto.smoothedRoundTripTime();
    return smoothed == 0 ? rto.rto() : smoothed;
  }

  private void acknowledged(long now) {
    burst += MAX_BURST;
    if (acknowledgement.measuredSentAt != Acknowledgement.NO_MEASUREMENT) {
      rto.measured(now - acknowledgement.measuredSentAt);
    }
    oneInFlight &= !broughtNews();
    if (acknowledgement.bytes > 0) {
      congestion.acknowledged(acknowledgement.bytes, windowUsed);
    }
    if (congestion.isInFastRecovery()
        && outstanding.cumulativeTsnAck() - congestion.fastRecoveryExit() >= 0) {
      congestion.exitFastRecovery();
    }
    if (outstanding.isEmpty()) {
      // R2
      t3Rtx.stop();
      congestion.allAcknowledged();
    } else if (acknowledgement.cumulativeAdvanced) {
      // R3
      t3Rtx.stop();
      t3Rtx.start(now, rto.rto());
    } else if (acknowledgement.revoked && !t3Rtx.isRunning()) {
      // R4
      t3Rtx.start(now, rto.rto());
    }
  }

  /** Whether the last SACK acknowledged anything: the peer is alive (RFC 9260 §8.1). */
  public boolean lastSackBroughtNews() {
    return broughtNews() || probing;
  }

  /** What was abandoned is passed without any bytes that count. */
  private boolean broughtNews() {
    return acknowledgement.bytes > 0 || acknowledgement.cumulativeAdvanced;
  }

  /** Allows a burst for what the application gives now. */
  public void allowBurst() {
    burst = Math.max(burst, MAX_BURST);
  }

  /**
   * Starts T3-rtx when the peer's window keeps us from sending and nothing is outstanding: it then
   * times the probe of the window (RFC 9260 §6.1 A).
   */
  public void armProbe(long now) {
    OutboundMessage next = queue.peek();
    if (next != null
        && outstanding.isEmpty()
        && !probeDue
        && !t3Rtx.isRunning()
        && Math.min(next.remaining(), maxPayload) > peerRwnd) {
      t3Rtx.start(now, rto.rto());
    }
  }

  /** Handles T3-rtx (RFC 9260 §6.3.3); true if it expired on data, not on a closed window. */
  public boolean handleTimeout(long now) {
    if (!t3Rtx.expire(now)) {
      return false;
    }
    allowBurst();
    if (outstanding.isEmpty()) {
      probeDue = queue.peek() != null;
      probing = probeDue;
      return false;
    }
    t3Expirations++;
    rto.backOff();
    probing |= peerRwnd == 0;
    if (!probing) {
      // E1; the probing of a closed window says nothing about congestion (§6.1 A).
      congestion.timedOut();
    }
    outstanding.markAll(now);
    dropAbandoned();
    forwarding.timedOut(now);
    oneInFlight = true;
    t3Rtx.start(now, rto.rto());
    return !probing;
  }

  /** When T3-rtx expires, or something has outlived its time. */
  public long nextDeadline() {
    OutboundMessage begun = queue.begun();
    long expiry = begun == null ? Deadline.NEVER : outstanding.expiry(begun);
    return Math.min(t3Rtx.deadline(), Math.min(expiry, outstanding.nextExpiry()));
  }

  /** Whether all that was given to us has been acknowledged, or abandoned with the peer's word. */
  public boolean isDone() {
    return outstanding.isEmpty() && queue.isEmpty();
  }

  /** The TSN before the next one: the Sender's Last Assigned TSN (RFC 6525 §5.1.2 A3). */
  public int lastAssignedTsn() {
    return outstanding.nextTsn() - 1;
  }

  /**
   * The reliable messages that the peer may not have: those not acknowledged, and those behind them
   * on their streams, in the order of their sending.
   */
  public List<OutboundMessage> undelivered() {
    List<OutboundMessage> messages = new ArrayList<>(outstanding.undelivered());
    OutboundMessage begun = queue.begun();
    if (begun != null && !messages.contains(begun) && begun.limits().equals(SendLimits.NONE)) {
      messages.add(begun); // All that was sent of it is acknowledged.
    }
    return messages;
  }

  /** Chunks sent and not acknowledged. */
  public int outstandingChunks() {
    return outstanding.count();
  }

  /** cwnd in bytes. */
  public long congestionWindow() {
    return congestion.cwnd();
  }

  /** The peer's window in bytes, as it last told. */
  public long peerReceiverWindow() {
    return peerRwnd;
  }

  /** DATA chunks sent again. */
  public long retransmissions() {
    return retransmissions;
  }

  /** How often fast recovery was entered. */
  public long fastRetransmits() {
    return fastRetransmits;
  }

  /** Messages given up, before or after something of them was sent. */
  public long abandonedMessages() {
    return queue.expiredMessages() + outstanding.abandonedMessages();
  }

  /** Their payloads' bytes. */
  public long abandonedBytes() {
    return queue.expiredBytes() + outstanding.abandonedBytes();
  }

  /** FORWARD TSN chunks sent. */
  public long forwardTsnsSent() {
    return forwarding.sent();
  }

  /** How often T3-rtx expired. */
  public long t3Expirations() {
    return t3Expirations;
  }

  private boolean canResend() {
    return outstanding.hasMarked() && (retransmitOnePacket || isAllowedByCwnd());
  }

  private boolean canSendNew(int room) {
    OutboundMessage next = queue.peek();
    return next != null
        && fits(next.remaining(), room)
        && outstanding.count() < OutstandingData.MAX_CHUNKS
        && isAllowedByCwnd()
        && isAllowedByRwnd(Math.min(next.remaining(), room));
  }

  /** RFC 9260 §6.1 B and D: up to one packet more than cwnd, and no more than a burst at once. */
  private boolean isAllowedByCwnd() {
    if (oneInFlight) {
      return outstanding.flightBytes() == 0;
    }
    return burst > 0 && outstanding.flightBytes() < congestion.cwnd();
  }

  /** RFC 9260 §6.1 A. */
  private boolean isAllowedByRwnd(int length) {
    return probeDue || outstanding.flightPayload() + length <= peerRwnd;
  }

  private boolean hasWaiting() {
    return outstanding.hasMarked() || queue.peek() != null;
  }

  /** Whether a message is sent whole in {@code room} bytes, or is worth a fragment there. */
  private boolean fits(int remaining, int room) {
    return remaining <= room || (remaining > maxPayload && room >= MIN_FRAGMENT);
  }

  private void decayIfIdle(long now) {
    if (outstanding.isEmpty() && outstanding.flightBytes() == 0) {
      congestion.idle((now - lastSent) / rto.rto());
    }
  }

  private int fillMarked(PacketBuffer out, int end, long now) {
    int lastChunk = -1;
    while (outstanding.hasMarked()) {
      OutstandingChunk chunk = outstanding.lowestMarked();
      if (out.end() + Padding.padded(DataChunk.HEADER_LENGTH + chunk.length) > end) {
        break;
      }
      if (chunk.tsn == outstanding.cumulativeTsnAck() + 1) {
        // RFC 9260 §6.1: the earliest chunk sent again restarts the timer.
        t3Rtx.start(now, rto.rto());
      }
      outstanding.resent(chunk, now);
      retransmissions++;
      lastChunk = out.end();
      write(chunk, out);
    }
    return lastChunk;
  }

  private int fillNew(PacketBuffer out, int end, int before, long now) {
    int lastChunk = before;
    // A message that has waited for its turn keeps it: nothing smaller goes in front.
    while (!outstanding.hasMarked() && outstanding.count() < OutstandingData.MAX_CHUNKS) {
      int room = end - out.end() - DataChunk.HEADER_LENGTH;
      OutboundMessage next = queue.peek();
      if (next == null || !fits(next.remaining(), room)) {
        break;
      }
      int length = Math.min(next.remaining(), room);
      if (!isAllowedByRwnd(length)) {
        break;
      }
      probeDue = false;
      lastChunk = out.end();
      write(addChunk(next, length, now), out);
    }
    return lastChunk;
  }

  private OutstandingChunk addChunk(OutboundMessage message, int length, long now) {
    int offset = message.taken();
    int flags = message.isUnordered() ? DataChunk.UNORDERED : 0;
    flags |= offset == 0 ? DataChunk.BEGINNING : 0;
    flags |= length == message.remaining() ? DataChunk.ENDING : 0;
    queue.take(message, length);
    return outstanding.add(message, flags, offset, length, now);
  }

  private static void write(OutstandingChunk chunk, PacketBuffer out) {
    OutboundMessage message = chunk.message();
    DataChunk.writeHeader(
        out,
        chunk.flags,
        chunk.tsn,
        message.streamId(),
        message.ssn(),
        message.ppid(),
        chunk.length);
    DataChunk.writePayload(out, message.payload(), chunk.offset, chunk.length);
  }
}
