package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;

/**
 * The common header (RFC 9260 §3.1); its checksum is {@link PacketChecksum}'s business.
 *
 * @param verificationTag the tag that the receiver of the packet chose
 */
public record PacketHeader(int sourcePort, int destinationPort, int verificationTag) {
  /** Bytes of the header. */
  public static final int LENGTH = 12;

  /** Index of the checksum in the packet. */
  static final int CHECKSUM_OFFSET = 8;

  /** Reads the header at the start of {@code packet}. */
  public static PacketHeader parse(PacketBuffer packet) throws DecodeException {
    ByteReader reader = new ByteReader(packet);
    PacketHeader header = new PacketHeader(reader.u16(), reader.u16(), reader.i32());
    reader.skip(LENGTH - CHECKSUM_OFFSET);
    if (header.sourcePort == 0 || header.destinationPort == 0) {
      throw new DecodeException("port 0");
    }
    return header;
  }

  /** Appends the header with an empty checksum. */
  public void write(PacketBuffer packet) {
    ByteWriter.into(packet).u16(sourcePort).u16(destinationPort).u32(verificationTag).u32(0);
  }
}
