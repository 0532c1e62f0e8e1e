package io.webrtc4j.sctp.rx;

import io.webrtc4j.common.Deadline;

/** When to acknowledge: every second packet, after a delay, or at once (RFC 9260 §6.2, §6.7). */
final class AckSchedule {
  /** SACK.Delay; RFC 9260 §16 says 200 ms at most by default, and half of it costs little. */
  static final long SACK_DELAY = Deadline.millis(100);

  /** An acknowledgement is sent for at least every second packet. */
  private static final int PACKETS_PER_SACK = 2;

  private boolean acknowledgedBefore;
  private boolean atOnce;
  private boolean dataInPacket;
  private int packets;
  private long delayed = Deadline.NEVER;

  /** A DATA chunk came in the current packet. */
  void sawData() {
    dataInPacket = true;
  }

  /** The current packet must be acknowledged without delay. */
  void acknowledgeAtOnce() {
    dataInPacket = true;
    atOnce = true;
  }

  /** The current packet has ended; whether a SACK is due now. */
  boolean endPacket(long now) {
    if (!dataInPacket) {
      return false;
    }
    dataInPacket = false;
    packets++;
    // RFC 9260 §5.1: the first DATA chunk of an association is acknowledged at once.
    if (atOnce || packets >= PACKETS_PER_SACK || !acknowledgedBefore) {
      return true;
    }
    if (delayed == Deadline.NEVER) {
      delayed = Deadline.after(now, SACK_DELAY);
    }
    return false;
  }

  /** A SACK was made of all that came so far. */
  void acknowledged() {
    acknowledgedBefore = true;
    atOnce = false;
    packets = 0;
    delayed = Deadline.NEVER;
  }

  /** Whether data has come that no SACK tells of yet. */
  boolean isPending() {
    return delayed != Deadline.NEVER;
  }

  long deadline() {
    return delayed;
  }
}
