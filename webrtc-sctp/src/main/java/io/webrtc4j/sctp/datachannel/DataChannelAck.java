package io.webrtc4j.sctp.datachannel;

/** DATA_CHANNEL_ACK (RFC 8832 §5.2). */
public record DataChannelAck() implements DcepMessage {
  static final int MESSAGE_TYPE = 2;

  @Override
  public byte[] toByteArray() {
    return new byte[] {MESSAGE_TYPE};
  }
}
