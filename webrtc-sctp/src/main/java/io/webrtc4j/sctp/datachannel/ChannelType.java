package io.webrtc4j.sctp.datachannel;

import io.webrtc4j.common.DecodeException;

/**
 * Channel Type of a DATA_CHANNEL_OPEN (RFC 8832 §5.1).
 *
 * @param unordered whether messages may overtake one another
 * @param reliability what the Reliability Parameter limits
 */
public record ChannelType(boolean unordered, Reliability reliability) {
  private static final int UNORDERED_BIT = 0x80;

  /** What limits retransmissions. */
  public enum Reliability {
    /** Nothing. */
    RELIABLE(0),
    /** Their number. */
    REXMIT(1),
    /** A lifetime in milliseconds. */
    TIMED(2);

    private final int value;

    Reliability(int value) {
      this.value = value;
    }
  }

  static ChannelType parse(int value) throws DecodeException {
    for (Reliability reliability : Reliability.values()) {
      if (reliability.value == (value & ~UNORDERED_BIT)) {
        return new ChannelType((value & UNORDERED_BIT) != 0, reliability);
      }
    }
    throw new DecodeException("channel type " + value);
  }

  int value() {
    return reliability.value | (unordered ? UNORDERED_BIT : 0);
  }
}
