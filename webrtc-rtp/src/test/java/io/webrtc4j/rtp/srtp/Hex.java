package io.webrtc4j.rtp.srtp;

import io.webrtc4j.common.PacketBuffer;
import java.util.HexFormat;

/** Bytes as the RFCs print them. */
final class Hex {
  private static final int TAILROOM = 20;

  private Hex() {}

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }

  /** In the middle of an array, with room for what protection adds. */
  static PacketBuffer packet(byte[] bytes) {
    PacketBuffer packet = PacketBuffer.allocate(bytes.length + 2 * TAILROOM, TAILROOM);
    packet.put(bytes);
    return packet;
  }

  static PacketBuffer packet(String hex) {
    return packet(bytes(hex));
  }
}
