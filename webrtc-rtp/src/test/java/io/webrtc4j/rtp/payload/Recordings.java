package io.webrtc4j.rtp.payload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The resources beside this class: encoded by ffmpeg (see commands.txt), or captured. */
final class Recordings {
  private static final int IVF_HEADER_LENGTH = 32;
  private static final int IVF_FRAME_HEADER_LENGTH = 12;

  private Recordings() {}

  static byte[] bytes(String name) {
    try (InputStream in = Recordings.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fields of each line that is no comment. */
  static List<String[]> lines(String name) {
    return new String(bytes(name), StandardCharsets.US_ASCII)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", -1))
        .toList();
  }

  /** The frames of a file in IVF. */
  static List<byte[]> ivf(String name) {
    ByteBuffer file = ByteBuffer.wrap(bytes(name)).order(ByteOrder.LITTLE_ENDIAN);
    file.position(IVF_HEADER_LENGTH);
    List<byte[]> frames = new ArrayList<>();
    while (file.hasRemaining()) {
      byte[] frame = new byte[file.getInt()];
      file.position(file.position() + IVF_FRAME_HEADER_LENGTH - Integer.BYTES);
      file.get(frame);
      frames.add(frame);
    }
    return frames;
  }

  /** The access units of a file in Annex B form, each of which begins with a delimiter. */
  static List<byte[]> annexB(String name, int delimiter) {
    byte[] file = bytes(name);
    List<byte[]> frames = new ArrayList<>();
    int start = 0;
    for (int i = 1; i + 5 <= file.length; i++) {
      boolean isDelimiter =
          file[i] == 0 && file[i + 1] == 0 && file[i + 2] == 0 && file[i + 3] == 1;
      if (isDelimiter && file[i + 4] == (byte) delimiter) {
        frames.add(Arrays.copyOfRange(file, start, i));
        start = i;
      }
    }
    frames.add(Arrays.copyOfRange(file, start, file.length));
    return frames;
  }
}
