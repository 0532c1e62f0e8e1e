package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.crypto.KeyShare;
import io.webrtc4j.dtls.crypto.NamedGroup;
import io.webrtc4j.dtls.handshake.ClientKeyExchange;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.FatalAlertException;

/**
 * The server has the client's certificate, and awaits its half of the key exchange.
 *
 * @param agreement of the hellos
 * @param group of the key exchange
 * @param share our half of it
 * @param peer the client's certificate
 */
record AwaitClientKeyExchange(
    Agreement agreement, NamedGroup group, KeyShare share, PeerCertificate peer)
    implements HandshakeState {
  @Override
  public String awaits() {
    return "ClientKeyExchange";
  }

  @Override
  public HandshakeState handle(HandshakeMessage message, HandshakeContext context)
      throws DecodeException, FatalAlertException {
    ClientKeyExchange exchange =
        ClientKeyExchange.parse(context.expect(HandshakeType.CLIENT_KEY_EXCHANGE, message));
    context.transcript().add(message);
    byte[] preMasterSecret;
    try {
      preMasterSecret = share.agree(exchange.publicKey());
    } catch (DecodeException e) {
      throw new FatalAlertException(
          AlertDescription.ILLEGAL_PARAMETER, "ClientKeyExchange: " + e.getMessage());
    }
    MasterSecret secret = MasterSecret.derive(agreement, preMasterSecret, context.transcript());
    MasterSecret.Ciphers ciphers = secret.ciphers();
    context.install(ciphers.client(), ciphers.server());
    return new AwaitCertificateVerify(HandshakeResult.of(agreement, group, peer, secret), peer);
  }
}
