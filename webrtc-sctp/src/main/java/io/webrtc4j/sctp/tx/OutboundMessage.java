package io.webrtc4j.sctp.tx;

/** A message of ours on its way: its payload, and how much of that has been put into packets. */
public final class OutboundMessage {
  private final int streamId;
  private final int ppid;
  private final boolean unordered;
  private final byte[] payload;
  private final SendLimits limits;
  private boolean counted;
  private int ssn;
  private int taken;
  private boolean abandoned;

  /**
   * A message.
   *
   * @param payload at least one byte; belongs to the message
   * @param counted whether the payload counts in the stream's buffered amount
   */
  public OutboundMessage(
      int streamId,
      int ppid,
      boolean unordered,
      byte[] payload,
      boolean counted,
      SendLimits limits) {
    if (payload.length == 0) {
      throw new IllegalArgumentException("SCTP has no empty messages (RFC 9260 §6.2)");
    }
    this.streamId = streamId;
    this.ppid = ppid;
    this.unordered = unordered;
    this.payload = payload;
    this.counted = counted;
    this.limits = limits;
  }

  int streamId() {
    return streamId;
  }

  int ppid() {
    return ppid;
  }

  boolean isUnordered() {
    return unordered;
  }

  byte[] payload() {
    return payload;
  }

  SendLimits limits() {
    return limits;
  }

  /** Payload bytes that the application knows of: none of an empty message. */
  int countedBytes() {
    return counted ? payload.length : 0;
  }

  boolean isCounted() {
    return counted;
  }

  /** Does not count any more: its channel is gone. */
  void uncount() {
    counted = false;
  }

  int ssn() {
    return ssn;
  }

  void assignSsn(int value) {
    ssn = value;
  }

  /** Bytes that have been put into packets. */
  int taken() {
    return taken;
  }

  int remaining() {
    return payload.length - taken;
  }

  void take(int bytes) {
    taken += bytes;
  }

  /** It is to be sent once more from its beginning, and does not count again. */
  void rewind() {
    taken = 0;
    counted = false;
  }

  /** Whether nothing of it is sent any more (RFC 3758 §3.4). */
  boolean isAbandoned() {
    return abandoned;
  }

  void abandon() {
    abandoned = true;
  }
}
