package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;

/** Heartbeat Info: what the sender of a HEARTBEAT wants to see again (RFC 9260 §3.3.5). */
public record HeartbeatInfo(OpaqueBytes info) implements Parameter {
  static HeartbeatInfo parse(ByteReader value) {
    return new HeartbeatInfo(OpaqueBytes.of(value.rest()));
  }

  @Override
  public int type() {
    return ParameterType.HEARTBEAT_INFO;
  }

  @Override
  public int valueLength() {
    return info.length();
  }

  @Override
  public void writeValue(ByteWriter out) {
    info.write(out);
  }
}
