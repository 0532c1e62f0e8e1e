package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.crypto.KeyShare;
import io.webrtc4j.dtls.crypto.SignatureScheme;
import io.webrtc4j.dtls.handshake.Certificate;
import io.webrtc4j.dtls.handshake.CertificateVerify;
import io.webrtc4j.dtls.handshake.ClientKeyExchange;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.handshake.ServerHelloDone;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.FatalAlertException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The client awaits the end of the server's flight, and then sends its own: the one step with all
 * of the client's expensive operations but one.
 *
 * @param flight what the server has said
 * @param scheme to sign with, or null if the server wants no certificate
 */
record AwaitServerHelloDone(ServerFlight flight, @Nullable SignatureScheme scheme)
    implements HandshakeState {
  @Override
  public String awaits() {
    return "ServerHelloDone";
  }

  @Override
  public HandshakeState handle(HandshakeMessage message, HandshakeContext context)
      throws DecodeException, FatalAlertException {
    ServerHelloDone.parse(context.expect(HandshakeType.SERVER_HELLO_DONE, message));
    context.transcript().add(message);
    if (scheme != null) {
      context.send(
          HandshakeType.CERTIFICATE,
          new Certificate(List.of(context.settings().certificate())).encode());
    }
    MasterSecret secret = exchangeKeys(context);
    if (scheme != null) {
      byte[] signature = context.settings().key().sign(scheme, context.transcript().bytes());
      context.send(
          HandshakeType.CERTIFICATE_VERIFY,
          new CertificateVerify(scheme.code(), signature).encode());
    }
    MasterSecret.Ciphers ciphers = secret.ciphers();
    context.install(ciphers.server(), ciphers.client());
    context.sendChangeCipherSpec();
    context.send(HandshakeType.FINISHED, secret.clientVerifyData(context.transcript()));
    return new AwaitServerFinished(flight, secret);
  }

  private MasterSecret exchangeKeys(HandshakeContext context) throws FatalAlertException {
    KeyShare share = flight.group().generate(context.random());
    byte[] preMasterSecret;
    try {
      preMasterSecret = share.agree(flight.publicKey());
    } catch (DecodeException e) {
      throw new FatalAlertException(
          AlertDescription.ILLEGAL_PARAMETER, "ServerKeyExchange: " + e.getMessage());
    }
    context.send(
        HandshakeType.CLIENT_KEY_EXCHANGE, new ClientKeyExchange(share.publicKey()).encode());
    return MasterSecret.derive(flight.agreement(), preMasterSecret, context.transcript());
  }
}
