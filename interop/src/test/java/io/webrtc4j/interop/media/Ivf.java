package io.webrtc4j.interop.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The simplest container for VP8, VP9 and AV1: a header, then each frame with its length. */
final class Ivf {
  private static final int HEADER_LENGTH = 32;
  private static final int FRAME_HEADER_LENGTH = 12;
  private static final int MILLIS_PER_SECOND = 1000;

  private Ivf() {}

  static byte[] write(String fourCc, List<byte[]> frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        little(HEADER_LENGTH)
            .put("DKIF".getBytes(StandardCharsets.US_ASCII))
            .putShort((short) 0)
            .putShort((short) HEADER_LENGTH)
            .put(fourCc.getBytes(StandardCharsets.US_ASCII))
            .putShort((short) 0)
            .putShort((short) 0)
            .putInt(MILLIS_PER_SECOND)
            .putInt(1)
            .putInt(frames.size())
            .array());
    for (int i = 0; i < frames.size(); i++) {
      out.writeBytes(
          little(FRAME_HEADER_LENGTH).putInt(frames.get(i).length).putLong(i * 33L).array());
      out.writeBytes(frames.get(i));
    }
    return out.toByteArray();
  }

  static List<byte[]> read(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    in.position(HEADER_LENGTH);
    List<byte[]> frames = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] frame = new byte[in.getInt()];
      in.getLong();
      in.get(frame);
      frames.add(frame);
    }
    return frames;
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
