package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.Optional;

/**
 * HEARTBEAT ACK (RFC 9260 §3.3.6).
 *
 * @param content the parameters of the HEARTBEAT, unchanged
 */
public record HeartbeatAckChunk(OpaqueBytes content) implements ControlChunk {
  /** Reads the value of a HEARTBEAT ACK chunk. */
  public static HeartbeatAckChunk parse(ByteReader value) {
    return new HeartbeatAckChunk(OpaqueBytes.of(value.rest()));
  }

  /** The Heartbeat Info inside. */
  public Optional<HeartbeatInfo> info() throws DecodeException {
    return Parameters.first(
        Parameters.parse(new ByteReader(content.toByteArray())), HeartbeatInfo.class);
  }

  @Override
  public int type() {
    return ChunkType.HEARTBEAT_ACK;
  }

  @Override
  public int valueLength() {
    return content.length();
  }

  @Override
  public void writeValue(ByteWriter out) {
    content.write(out);
  }
}
