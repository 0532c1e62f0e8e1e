package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import java.nio.charset.StandardCharsets;

/** Protocol Violation, with what was violated (RFC 9260 §3.3.10.13). */
public record ProtocolViolation(String reason) implements ErrorCause {
  static ProtocolViolation parse(ByteReader value) {
    return new ProtocolViolation(new String(value.rest(), StandardCharsets.UTF_8));
  }

  @Override
  public int type() {
    return CauseCode.PROTOCOL_VIOLATION;
  }

  @Override
  public int valueLength() {
    return reason.getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public void writeValue(ByteWriter out) {
    out.bytes(reason.getBytes(StandardCharsets.UTF_8));
  }
}
