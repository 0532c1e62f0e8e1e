package io.webrtc4j.sctp.datachannel;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * DATA_CHANNEL_OPEN (RFC 8832 §5.1).
 *
 * @param reliabilityParameter retransmissions or milliseconds, as the type says
 */
public record DataChannelOpen(
    ChannelType type, int priority, long reliabilityParameter, String label, String protocol)
    implements DcepMessage {
  /** RFC 8831 §6.4: "normal". */
  public static final int PRIORITY_NORMAL = 256;

  static final int MESSAGE_TYPE = 3;

  static DataChannelOpen parse(ByteReader in) throws DecodeException {
    ChannelType type = ChannelType.parse(in.u8());
    int priority = in.u16();
    long reliabilityParameter = in.u32();
    int labelLength = in.u16();
    int protocolLength = in.u16();
    String label = utf8(in.bytes(labelLength));
    String protocol = utf8(in.bytes(protocolLength));
    if (in.hasRemaining()) {
      throw new DecodeException("a DATA_CHANNEL_OPEN with " + in.remaining() + " bytes too many");
    }
    return new DataChannelOpen(type, priority, reliabilityParameter, label, protocol);
  }

  @Override
  public byte[] toByteArray() {
    byte[] labelBytes = label.getBytes(StandardCharsets.UTF_8);
    byte[] protocolBytes = protocol.getBytes(StandardCharsets.UTF_8);
    return ByteWriter.growing()
        .u8(MESSAGE_TYPE)
        .u8(type.value())
        .u16(priority)
        .u32(reliabilityParameter)
        .u16(labelBytes.length)
        .u16(protocolBytes.length)
        .bytes(labelBytes)
        .bytes(protocolBytes)
        .toByteArray();
  }

  private static String utf8(byte[] bytes) throws DecodeException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      throw new DecodeException("a label or protocol that is not UTF-8");
    }
  }
}
