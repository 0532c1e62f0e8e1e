package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.HexFormat;
import java.util.List;

/** Datagrams of RTCP as hexadecimal digits. */
final class Rtcp {
  private static final int ROOM = 70_000;

  private Rtcp() {}

  static RtcpCompound parse(String hex) throws DecodeException {
    return RtcpCompound.parse(
        PacketBuffer.wrap(HexFormat.of().parseHex(hex.replaceAll("\\s", ""))));
  }

  /** The only packet of a datagram. */
  static RtcpPacket parseOne(String hex) throws DecodeException {
    RtcpCompound compound = parse(hex);
    if (compound.packets().size() != 1 || compound.malformed() + compound.unknown() != 0) {
      throw new AssertionError("one packet expected in " + compound);
    }
    return compound.packets().get(0);
  }

  static PacketBuffer write(RtcpPacket... packets) {
    PacketBuffer datagram = PacketBuffer.allocate(ROOM, 3);
    RtcpCompound.write(List.of(packets), datagram);
    return datagram;
  }

  static String hex(RtcpPacket... packets) {
    return HexFormat.of().formatHex(write(packets).toByteArray());
  }
}
