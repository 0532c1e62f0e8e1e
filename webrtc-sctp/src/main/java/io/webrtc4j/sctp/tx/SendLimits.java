package io.webrtc4j.sctp.tx;

import io.webrtc4j.common.Deadline;

/**
 * Until when a message is worth sending (RFC 3758 §4.1, RFC 7496 §3.1).
 *
 * @param maxRetransmits how often each of its chunks may be sent again, or {@link #UNLIMITED}
 * @param expiry when its lifetime is over, or {@link Deadline#NEVER}
 */
public record SendLimits(int maxRetransmits, long expiry) {
  /** No limit to the number of retransmissions. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** Sent until it arrives. */
  public static final SendLimits NONE = new SendLimits(UNLIMITED, Deadline.NEVER);

  /** Sent again at most {@code maxRetransmits} times. */
  public static SendLimits retransmits(int maxRetransmits) {
    return new SendLimits(maxRetransmits, Deadline.NEVER);
  }

  /** Sent, and sent again, before {@code expiry} alone. */
  public static SendLimits until(long expiry) {
    return new SendLimits(UNLIMITED, expiry);
  }

  boolean isExpired(long now) {
    return Deadline.isDue(expiry, now);
  }

  /** Whether a chunk that was sent {@code transmissions} times may be sent once more. */
  boolean allowsAnother(int transmissions, long now) {
    return transmissions <= maxRetransmits && !isExpired(now);
  }
}
