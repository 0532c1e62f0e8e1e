package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.crypto.CertificateType;
import io.webrtc4j.dtls.handshake.Certificate;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.AlertDescription;
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
    PeerCertificate peer = PeerCertificate.check(certificate, context.settings().check());
    CertificateType expected = agreement.suite().certificateType();
    if (peer.key().type() != expected) {
      // RFC 8422 §2: the suite says what kind of key signs the server's key exchange.
      throw new FatalAlertException(
          AlertDescription.ILLEGAL_PARAMETER,
          "Certificate: expected a key for " + expected + ", came " + peer.key().type());
    }
    return new AwaitServerKeyExchange(agreement, peer);
  }
}
