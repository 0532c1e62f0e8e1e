package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.crypto.KeyShare;
import io.webrtc4j.dtls.crypto.NamedGroup;
import io.webrtc4j.dtls.handshake.Certificate;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.FatalAlertException;

/**
 * The server has sent its flight.
 *
 * @param agreement of the hellos
 * @param group of the key exchange
 * @param share our half of it
 */
record AwaitClientCertificate(Agreement agreement, NamedGroup group, KeyShare share)
    implements HandshakeState {
  @Override
  public String awaits() {
    return "the client's Certificate";
  }

  @Override
  public HandshakeState handle(HandshakeMessage message, HandshakeContext context)
      throws DecodeException, FatalAlertException {
    Certificate certificate = Certificate.parse(context.expect(HandshakeType.CERTIFICATE, message));
    context.transcript().add(message);
    return new AwaitClientKeyExchange(
        agreement, group, share, PeerCertificate.check(certificate, context.settings().check()));
  }
}
