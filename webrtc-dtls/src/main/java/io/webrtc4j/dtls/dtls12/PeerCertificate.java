package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.crypto.CertificateKey;
import io.webrtc4j.dtls.crypto.SignatureScheme;
import io.webrtc4j.dtls.handshake.Certificate;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.FatalAlertException;
import java.util.List;

/**
 * The peer's certificate, which is the one that was expected; that the peer owns its key is not
 * proven yet.
 *
 * @param chain encoded certificates, the peer's own first
 * @param key the public key in that
 */
record PeerCertificate(List<byte[]> chain, CertificateKey key) {

  /** Checks what the peer sent (RFC 8122 §5.1, RFC 8827 §6.5). */
  static PeerCertificate check(Certificate message, CertificateCheck check)
      throws FatalAlertException {
    if (message.chain().isEmpty()) {
      throw new FatalAlertException(
          AlertDescription.HANDSHAKE_FAILURE,
          "Certificate: expected the peer's certificate, came none");
    }
    byte[] own = message.chain().get(0);
    String complaint = check.complaint(own);
    if (complaint != null) {
      throw new FatalAlertException(AlertDescription.BAD_CERTIFICATE, "Certificate: " + complaint);
    }
    try {
      return new PeerCertificate(message.chain(), CertificateKey.parse(own));
    } catch (DecodeException e) {
      throw new FatalAlertException(
          AlertDescription.UNSUPPORTED_CERTIFICATE, "Certificate: " + e.getMessage());
    }
  }

  /** Checks a signature by the peer under a scheme that we offered. */
  void verify(String step, int schemeCode, byte[] content, byte[] signature)
      throws FatalAlertException {
    SignatureScheme scheme = SignatureScheme.of(schemeCode);
    if (scheme == null || !key.fits(scheme)) {
      throw new FatalAlertException(
          AlertDescription.ILLEGAL_PARAMETER,
          String.format(
              "%s: expected a signature scheme that was offered and fits the certificate,"
                  + " came %04x",
              step, schemeCode));
    }
    if (!key.verify(scheme, content, signature)) {
      throw new FatalAlertException(
          AlertDescription.DECRYPT_ERROR,
          step + ": the signature is not by the certificate's key over this handshake");
    }
  }
}
