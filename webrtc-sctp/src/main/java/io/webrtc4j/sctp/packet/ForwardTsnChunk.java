package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;

/** FORWARD TSN (RFC 3758 §3.2). */
public record ForwardTsnChunk(int newCumulativeTsn, List<Skipped> skipped) implements ControlChunk {
  private static final int FIXED_LENGTH = 4;

  private static final int BYTES_PER_STREAM = 4;

  /** The largest SSN that is skipped in one stream of ordered messages. */
  public record Skipped(int stream, int ssn) {}

  /** How many streams a chunk of {@code bytes} bytes can name. */
  public static int maxStreams(int bytes) {
    return (bytes - ChunkReader.HEADER_LENGTH - FIXED_LENGTH) / BYTES_PER_STREAM;
  }

  /** Reads the value of a FORWARD TSN chunk. */
  public static ForwardTsnChunk parse(ByteReader value) throws DecodeException {
    int newCumulativeTsn = value.i32();
    List<Skipped> skipped = new ArrayList<>(value.remaining() / BYTES_PER_STREAM);
    while (value.hasRemaining()) {
      skipped.add(new Skipped(value.u16(), value.u16()));
    }
    return new ForwardTsnChunk(newCumulativeTsn, List.copyOf(skipped));
  }

  @Override
  public int type() {
    return ChunkType.FORWARD_TSN;
  }

  @Override
  public int valueLength() {
    return FIXED_LENGTH + BYTES_PER_STREAM * skipped.size();
  }

  @Override
  public void writeValue(ByteWriter out) {
    out.u32(newCumulativeTsn);
    for (Skipped entry : skipped) {
      out.u16(entry.stream()).u16(entry.ssn());
    }
  }
}
