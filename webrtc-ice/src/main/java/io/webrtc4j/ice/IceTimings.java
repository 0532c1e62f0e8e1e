package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;

/**
 * The agent's durations, all in nanoseconds.
 *
 * @param ta the least time between two new checks (RFC 8445 §14.2)
 * @param minimumRto the least time before the first retransmission of a check (RFC 8445 §14.3)
 * @param nominationDelay how long the controlling side waits, after its first valid pair, for
 *     better pairs that are still being checked; RFC 8445 §8.1.1 leaves this to the agent
 * @param consentInterval the basic period between two consent checks, of which each takes 0.8 to
 *     1.2 times (RFC 7675 §5.1)
 * @param consentExpiry how long a response gives consent (RFC 7675 §5.1)
 * @param disconnectedAfter how long nothing authentic has to come on the pair in use before the
 *     state is {@link IceState#DISCONNECTED}
 * @param patience the least time from the start of the checks to failure (RFC 8863 §4)
 */
public record IceTimings(
    long ta,
    long minimumRto,
    long nominationDelay,
    long consentInterval,
    long consentExpiry,
    long disconnectedAfter,
    long patience) {

  private static final long DEFAULT_TA = Deadline.millis(50);
  private static final long DEFAULT_MINIMUM_RTO = Deadline.millis(500);
  // One lost packet comes again after 500 ms: time for that and for an answer from far away.
  private static final long DEFAULT_NOMINATION_DELAY = Deadline.millis(1000);
  private static final long DEFAULT_CONSENT_INTERVAL = Deadline.seconds(5);
  private static final long DEFAULT_CONSENT_EXPIRY = Deadline.seconds(30);
  // Longer than the longest interval of the peer's own consent checks, 6 s, so that one lost packet
  // does not look like a lost path.
  private static final long DEFAULT_DISCONNECTED_AFTER = Deadline.seconds(8);
  private static final long DEFAULT_PATIENCE = Deadline.millis(39_500);

  /** Checks that all are positive. */
  public IceTimings {
    requirePositive("ta", ta);
    requirePositive("minimumRto", minimumRto);
    requirePositive("nominationDelay", nominationDelay);
    requirePositive("consentInterval", consentInterval);
    requirePositive("consentExpiry", consentExpiry);
    requirePositive("disconnectedAfter", disconnectedAfter);
    requirePositive("patience", patience);
  }

  /**
   * What the RFCs say, and where they leave it open: 1 s before nominating, 8 s to disconnected.
   */
  public static IceTimings defaults() {
    return new IceTimings(
        DEFAULT_TA,
        DEFAULT_MINIMUM_RTO,
        DEFAULT_NOMINATION_DELAY,
        DEFAULT_CONSENT_INTERVAL,
        DEFAULT_CONSENT_EXPIRY,
        DEFAULT_DISCONNECTED_AFTER,
        DEFAULT_PATIENCE);
  }

  private static void requirePositive(String name, long nanos) {
    if (nanos <= 0) {
      throw new IllegalArgumentException(name + " must be positive, is " + nanos + " ns");
    }
  }
}
