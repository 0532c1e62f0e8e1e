package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;

/** The list of stream numbers that ends reset requests; empty means all streams. */
final class StreamNumbers {
  static final int BYTES_EACH = 2;

  private StreamNumbers() {}

  static List<Integer> parse(ByteReader value) throws DecodeException {
    List<Integer> streams = new ArrayList<>(value.remaining() / BYTES_EACH);
    while (value.hasRemaining()) {
      streams.add(value.u16());
    }
    return List.copyOf(streams);
  }

  static void write(List<Integer> streams, ByteWriter out) {
    for (int stream : streams) {
      out.u16(stream);
    }
  }
}
