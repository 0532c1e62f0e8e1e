package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.handshake.CertificateVerify;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.FatalAlertException;

/**
 * The server awaits the proof that the client owns its certificate's key.
 *
 * @param result what the handshake will leave if all goes well
 * @param peer the client's certificate
 */
record AwaitCertificateVerify(HandshakeResult result, PeerCertificate peer)
    implements HandshakeState {
  @Override
  public String awaits() {
    return "CertificateVerify";
  }

  @Override
  public HandshakeState handle(HandshakeMessage message, HandshakeContext context)
      throws DecodeException, FatalAlertException {
    CertificateVerify verify =
        CertificateVerify.parse(context.expect(HandshakeType.CERTIFICATE_VERIFY, message));
    peer.verify(
        "CertificateVerify",
        verify.signatureScheme(),
        context.transcript().bytes(),
        verify.signature());
    context.transcript().add(message);
    return new AwaitClientFinished(result);
  }
}
