package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import java.nio.charset.StandardCharsets;

/** User-Initiated Abort, with the reason given to it (RFC 9260 §3.3.10.12). */
public record UserInitiatedAbort(String reason) implements ErrorCause {
  static UserInitiatedAbort parse(ByteReader value) {
    return new UserInitiatedAbort(new String(value.rest(), StandardCharsets.UTF_8));
  }

  @Override
  public int type() {
    return CauseCode.USER_INITIATED_ABORT;
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
