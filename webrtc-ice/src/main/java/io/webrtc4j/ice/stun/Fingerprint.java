package io.webrtc4j.ice.stun;

import io.webrtc4j.common.PacketBuffer;
import java.util.zip.CRC32;

/** FINGERPRINT (RFC 8489 §14.7), computed on a message's bytes as they came. */
public final class Fingerprint {
  static final int TYPE = 0x8028;
  static final int VALUE_LENGTH = 4;
  static final int LENGTH = TlvScan.HEADER_LENGTH + VALUE_LENGTH;

  // "STUN" in ASCII, so that a CRC-32 of the packet's own protocol does not pass for it.
  private static final int XOR = 0x5354554e;

  private Fingerprint() {}

  /**
   * Whether {@code packet}, which {@link StunMessage#parse} has accepted, ends with a right
   * fingerprint.
   */
  public static boolean isRight(PacketBuffer packet) {
    int at = TlvScan.find(packet, TYPE);
    if (at < 0) {
      return false;
    }
    int claimed = 0;
    for (int i = 0; i < VALUE_LENGTH; i++) {
      claimed = claimed << 8 | packet.u8(at + TlvScan.HEADER_LENGTH + i);
    }
    return claimed == compute(packet.array(), packet.start(), packet.start() + at);
  }

  /** The fingerprint of the bytes from {@code start} up to {@code end}. */
  static int compute(byte[] array, int start, int end) {
    CRC32 crc = new CRC32();
    crc.update(array, start, end - start);
    return (int) crc.getValue() ^ XOR;
  }
}
