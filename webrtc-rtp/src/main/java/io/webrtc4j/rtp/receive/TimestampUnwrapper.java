package io.webrtc4j.rtp.receive;

/** RTP timestamps without their wrap: each is taken to be near the one before it. */
final class TimestampUnwrapper {
  private boolean begun;
  private long last;

  long unwrap(long timestamp) {
    last = begun ? last + (int) (timestamp - last) : timestamp;
    begun = true;
    return last;
  }
}
