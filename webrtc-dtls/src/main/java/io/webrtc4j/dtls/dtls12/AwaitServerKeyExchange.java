package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.crypto.NamedGroup;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.handshake.ServerKeyExchange;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.FatalAlertException;

/**
 * The client has the server's certificate, and awaits its half of the key exchange.
 *
 * @param agreement of the hellos
 * @param peer the server's certificate
 */
record AwaitServerKeyExchange(Agreement agreement, PeerCertificate peer) implements HandshakeState {
  @Override
  public String awaits() {
    return "ServerKeyExchange";
  }

  @Override
  public HandshakeState handle(HandshakeMessage message, HandshakeContext context)
      throws DecodeException, FatalAlertException {
    ServerKeyExchange exchange =
        ServerKeyExchange.parse(context.expect(HandshakeType.SERVER_KEY_EXCHANGE, message));
    context.transcript().add(message);
    NamedGroup group = NamedGroup.of(exchange.group());
    if (group == null) {
      throw new FatalAlertException(
          AlertDescription.ILLEGAL_PARAMETER,
          String.format(
              "ServerKeyExchange: expected an offered group, came %04x", exchange.group()));
    }
    byte[] signed =
        ServerKeyExchange.signedContent(
            agreement.clientRandom(),
            agreement.serverRandom(),
            exchange.group(),
            exchange.publicKey());
    peer.verify("ServerKeyExchange", exchange.signatureScheme(), signed, exchange.signature());
    return new AwaitCertificateRequest(
        new ServerFlight(agreement, peer, group, exchange.publicKey()));
  }
}
