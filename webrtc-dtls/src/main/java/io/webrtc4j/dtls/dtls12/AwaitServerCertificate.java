package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.handshake.Certificate;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.FatalAlertException;

/**
 * The client has the ServerHello.
 *
 * @param agreement of the hellos
 */
record AwaitServerCertificate(Agreement agreement) implements HandshakeState {
  @Override
  public String awaits() {
    return "the server's Certificate";
  }

  @Override
  public HandshakeState handle(HandshakeMessage message, HandshakeContext context)
      throws DecodeException, FatalAlertException {
    Certificate certificate = Certificate.parse(context.expect(HandshakeType.CERTIFICATE, message));
    context.transcript().add(message);
    return new AwaitServerKeyExchange(
        agreement, PeerCertificate.check(certificate, context.settings().check()));
  }
}
