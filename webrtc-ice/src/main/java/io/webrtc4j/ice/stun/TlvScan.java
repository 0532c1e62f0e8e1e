package io.webrtc4j.ice.stun;

import io.webrtc4j.common.PacketBuffer;

/** Finds attributes in the bytes of a message whose structure has been checked. */
final class TlvScan {
  static final int HEADER_LENGTH = 4;

  private static final int ALIGNMENT = 4;

  private TlvScan() {}

  /** Where the first attribute of {@code type} begins, from the message's start; -1 if none. */
  static int find(PacketBuffer packet, int type) {
    int at = StunMessage.HEADER_LENGTH;
    while (at + HEADER_LENGTH <= packet.length()) {
      if (u16(packet, at) == type) {
        return at;
      }
      at += HEADER_LENGTH + padded(length(packet, at));
    }
    return -1;
  }

  /** The length of the value of the attribute at {@code offset}, without padding. */
  static int length(PacketBuffer packet, int offset) {
    return u16(packet, offset + 2);
  }

  static int padded(int length) {
    return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private static int u16(PacketBuffer packet, int offset) {
    return packet.u8(offset) << 8 | packet.u8(offset + 1);
  }
}
