package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.PacketBuffer;
import java.util.zip.CRC32C;

/** The checksum of a packet: CRC32c with its own field taken as zero (RFC 9260 §6.8). */
public final class PacketChecksum {
  private static final int LENGTH = 4;
  private static final byte[] ZEROS = new byte[LENGTH];

  private final CRC32C crc = new CRC32C();

  /** Whether {@code packet}, which has a whole common header, carries the right checksum. */
  public boolean verify(PacketBuffer packet) {
    return compute(packet) == field(packet);
  }

  /** Puts the checksum into {@code packet}. */
  public void fill(PacketBuffer packet) {
    int value = compute(packet);
    int at = packet.start() + PacketHeader.CHECKSUM_OFFSET;
    byte[] array = packet.array();
    // The CRC goes out with its low byte first (RFC 9260 Appendix A).
    array[at] = (byte) value;
    array[at + 1] = (byte) (value >>> 8);
    array[at + 2] = (byte) (value >>> 16);
    array[at + 3] = (byte) (value >>> 24);
  }

  private int compute(PacketBuffer packet) {
    int rest = PacketHeader.CHECKSUM_OFFSET + LENGTH;
    crc.reset();
    crc.update(packet.array(), packet.start(), PacketHeader.CHECKSUM_OFFSET);
    crc.update(ZEROS, 0, LENGTH);
    crc.update(packet.array(), packet.start() + rest, packet.length() - rest);
    return (int) crc.getValue();
  }

  private static int field(PacketBuffer packet) {
    int at = PacketHeader.CHECKSUM_OFFSET;
    return packet.u8(at)
        | (packet.u8(at + 1) << 8)
        | (packet.u8(at + 2) << 16)
        | (packet.u8(at + 3) << 24);
  }
}
