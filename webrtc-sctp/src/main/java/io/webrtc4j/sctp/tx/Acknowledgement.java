package io.webrtc4j.sctp.tx;

/** What a SACK has brought; one object is filled again and again. */
final class Acknowledgement {
  /** No round-trip time was measured. */
  static final long NO_MEASUREMENT = -1;

  /** Bytes newly acknowledged, with headers and padding. */
  long bytes;

  boolean cumulativeAdvanced;

  /** Whether a chunk that had been acknowledged is missing again. */
  boolean revoked;

  /** Whether a chunk was taken for lost. */
  boolean lost;

  /** The highest send order among what was newly acknowledged. */
  long newestSendOrder;

  /** When the chunk was sent whose acknowledgement measures the round trip. */
  long measuredSentAt;

  void clear() {
    bytes = 0;
    cumulativeAdvanced = false;
    revoked = false;
    lost = false;
    newestSendOrder = 0;
    measuredSentAt = NO_MEASUREMENT;
  }
}
