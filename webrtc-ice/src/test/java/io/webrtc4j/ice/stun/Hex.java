package io.webrtc4j.ice.stun;

import io.webrtc4j.common.PacketBuffer;
import java.util.HexFormat;

/** Messages from hexadecimal text, in which white space does not matter. */
final class Hex {
  private Hex() {}

  static PacketBuffer packet(String hex) {
    return PacketBuffer.wrap(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
  }
}
