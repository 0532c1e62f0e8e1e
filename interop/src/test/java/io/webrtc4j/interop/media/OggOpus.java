package io.webrtc4j.interop.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Opus packets of 20 ms in an Ogg file (RFC 3533, RFC 7845): a page for each. */
final class OggOpus {
  private static final int PAGE_HEADER_LENGTH = 27;
  private static final int SEGMENT_LENGTH = 255;
  private static final int CHECKSUM_AT = 22;
  private static final int SAMPLES_PER_PACKET = 960;
  private static final int FIRST_PAGE = 2;
  private static final int LAST_PAGE = 4;
  private static final int SERIAL = 1;
  private static final int POLYNOMIAL = 0x04c11db7;

  private OggOpus() {}

  static byte[] write(List<byte[]> packets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(page(FIRST_PAGE, 0, 0, head()));
    out.writeBytes(page(0, 0, 1, tags()));
    for (int i = 0; i < packets.size(); i++) {
      int flags = i == packets.size() - 1 ? LAST_PAGE : 0;
      out.writeBytes(page(flags, (i + 1L) * SAMPLES_PER_PACKET, i + 2, packets.get(i)));
    }
    return out.toByteArray();
  }

  private static byte[] head() {
    return little(19)
        .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1)
        .put((byte) 2)
        .putShort((short) 0)
        .putInt(48_000)
        .putShort((short) 0)
        .put((byte) 0)
        .array();
  }

  private static byte[] tags() {
    return little(16).put("OpusTags".getBytes(StandardCharsets.US_ASCII)).array();
  }

  private static byte[] page(int flags, long position, int number, byte[] packet) {
    int segments = packet.length / SEGMENT_LENGTH + 1;
    byte[] page = new byte[PAGE_HEADER_LENGTH + segments + packet.length];
    ByteBuffer out = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
    out.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) flags);
    out.putLong(position).putInt(SERIAL).putInt(number).putInt(0).put((byte) segments);
    for (int i = 0; i < segments; i++) {
      out.put((byte) Math.min(SEGMENT_LENGTH, packet.length - i * SEGMENT_LENGTH));
    }
    out.put(packet);
    out.putInt(CHECKSUM_AT, checksum(page));
    return page;
  }

  private static int checksum(byte[] page) {
    int sum = 0;
    for (byte each : page) {
      sum ^= each << 24;
      for (int bit = 0; bit < 8; bit++) {
        sum = sum < 0 ? sum << 1 ^ POLYNOMIAL : sum << 1;
      }
    }
    return sum;
  }

  /** The packets behind the two headers. */
  static List<byte[]> read(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> packets = new ArrayList<>();
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    while (in.hasRemaining()) {
      in.position(in.position() + PAGE_HEADER_LENGTH - 1);
      byte[] segments = new byte[in.get() & 0xff];
      in.get(segments);
      for (byte segment : segments) {
        byte[] part = new byte[segment & 0xff];
        in.get(part);
        packet.writeBytes(part);
        if (part.length < SEGMENT_LENGTH) {
          packets.add(packet.toByteArray());
          packet.reset();
        }
      }
    }
    return packets.subList(2, packets.size());
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
