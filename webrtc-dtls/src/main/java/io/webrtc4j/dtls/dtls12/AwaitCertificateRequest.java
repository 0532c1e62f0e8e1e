package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.crypto.SignatureScheme;
import io.webrtc4j.dtls.handshake.CertificateRequest;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.FatalAlertException;

/**
 * The client awaits the request for its certificate. A server of WebRTC must ask (RFC 8827 §6.5);
 * one that does not is the worse off, and is let go on.
 *
 * @param flight what the server has said
 */
record AwaitCertificateRequest(ServerFlight flight) implements HandshakeState {
  @Override
  public String awaits() {
    return "CertificateRequest";
  }

  @Override
  public HandshakeState handle(HandshakeMessage message, HandshakeContext context)
      throws DecodeException, FatalAlertException {
    if (message.type() == HandshakeType.SERVER_HELLO_DONE) {
      return new AwaitServerHelloDone(flight, null).handle(message, context);
    }
    CertificateRequest request =
        CertificateRequest.parse(context.expect(HandshakeType.CERTIFICATE_REQUEST, message));
    context.transcript().add(message);
    return new AwaitServerHelloDone(flight, scheme(request, context.settings()));
  }

  private static SignatureScheme scheme(CertificateRequest request, HandshakeSettings settings)
      throws FatalAlertException {
    for (SignatureScheme scheme : SignatureScheme.values()) {
      if (settings.key().fits(scheme)
          && request.signatureSchemes().contains(scheme.code())
          && request.certificateTypes().contains(scheme.certificateType().code())) {
        return scheme;
      }
    }
    throw new FatalAlertException(
        AlertDescription.HANDSHAKE_FAILURE,
        "CertificateRequest: expected a signature scheme that our certificate can do, came "
            + request.signatureSchemes()
            + " for certificate types "
            + request.certificateTypes());
  }
}
