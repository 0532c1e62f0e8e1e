package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Frames on their way through a packetizer, a depacketizer or both. */
final class Through {
  static final int MTU = 1200;

  private Through() {}

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Bytes of the ones and zeros in {@code digits}, filled up with zeros. */
  static byte[] bits(String digits) {
    String bits = digits.replace(" ", "");
    byte[] bytes = new byte[(bits.length() + 7) / 8];
    for (int i = 0; i < bits.length(); i++) {
      bytes[i / 8] |= (byte) ((bits.charAt(i) - '0') << (7 - i % 8));
    }
    return bytes;
  }

  /** The payloads of {@code frame}, none of which is empty or too long. */
  static List<byte[]> cut(Packetizer packetizer, byte[] frame, int maxLength) {
    packetizer.begin(frame, maxLength);
    List<byte[]> payloads = new ArrayList<>();
    while (packetizer.hasNext()) {
      PacketBuffer out = PacketBuffer.allocate(maxLength + 12, 12);
      packetizer.next(out);
      if (out.isEmpty()) {
        throw new AssertionError("an empty payload");
      }
      payloads.add(out.toByteArray());
    }
    return payloads;
  }

  /** Puts a frame together; each payload stands amid other bytes. */
  static byte[] join(Depacketizer depacketizer, List<byte[]> payloads) throws DecodeException {
    depacketizer.begin();
    for (byte[] payload : payloads) {
      byte[] amid = new byte[payload.length + 8];
      Arrays.fill(amid, (byte) 0xff);
      System.arraycopy(payload, 0, amid, 4, payload.length);
      depacketizer.add(amid, 4, 4 + payload.length);
    }
    return depacketizer.end();
  }

  static byte[] join(Depacketizer depacketizer, String... payloads) throws DecodeException {
    List<byte[]> bytes = new ArrayList<>();
    for (String payload : payloads) {
      bytes.add(hex(payload));
    }
    return join(depacketizer, bytes);
  }

  static PayloadFormat format(String name) {
    return PayloadFormat.of(name, Map.of("packetization-mode", "1")).orElseThrow();
  }
}
