package io.webrtc4j.sctp.datachannel;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;

/** A message of the Data Channel Establishment Protocol (RFC 8832 §5). */
public sealed interface DcepMessage permits DataChannelOpen, DataChannelAck {

  /** Reads a message. */
  static DcepMessage parse(byte[] payload) throws DecodeException {
    ByteReader in = new ByteReader(payload);
    int type = in.u8();
    return switch (type) {
      case DataChannelOpen.MESSAGE_TYPE -> DataChannelOpen.parse(in);
      case DataChannelAck.MESSAGE_TYPE -> new DataChannelAck();
      default -> throw new DecodeException("DCEP message type " + type);
    };
  }

  /** The message's bytes. */
  byte[] toByteArray();
}
