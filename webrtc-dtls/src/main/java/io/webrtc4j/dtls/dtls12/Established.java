package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.record.FatalAlertException;

/**
 * The handshake is complete.
 *
 * @param result what it leaves
 */
record Established(HandshakeResult result) implements HandshakeState {
  @Override
  public String awaits() {
    return "nothing";
  }

  @Override
  public HandshakeState handle(HandshakeMessage message, HandshakeContext context)
      throws FatalAlertException {
    throw HandshakeContext.unexpected(awaits(), message);
  }
}
