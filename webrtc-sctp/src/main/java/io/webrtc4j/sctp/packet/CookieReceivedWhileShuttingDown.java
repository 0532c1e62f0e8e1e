package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteWriter;

/** Cookie Received While Shutting Down (RFC 9260 §3.3.10.10). */
public record CookieReceivedWhileShuttingDown() implements ErrorCause {
  @Override
  public int type() {
    return CauseCode.COOKIE_RECEIVED_WHILE_SHUTTING_DOWN;
  }

  @Override
  public int valueLength() {
    return 0;
  }

  @Override
  public void writeValue(ByteWriter out) {}
}
