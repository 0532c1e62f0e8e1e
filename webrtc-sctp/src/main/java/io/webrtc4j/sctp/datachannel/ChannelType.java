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
    RELIABLE,
    /** Their number. */
    REXMIT,
    /** A lifetime in milliseconds. */
    TIMED
  }

  static ChannelType parse(int value) throws DecodeException {
    int reliability = value & ~UNORDERED_BIT;
    if (reliability >= Reliability.values().length) {
      throw new DecodeException("channel type " + value);
    }
    return new ChannelType((value & UNORDERED_BIT) != 0, Reliability.values()[reliability]);
  }

  int value() {
    return reliability.ordinal() | (unordered ? UNORDERED_BIT : 0);
  }
}
