package io.webrtc4j.dtls.crypto;

/** What kind of key a certificate holds, as CertificateRequest says it, best first. */
public enum CertificateType {
  /** RFC 8422 §5.5. */
  ECDSA_SIGN(64),
  /** RFC 5246 §7.4.4. */
  RSA_SIGN(1);

  private final int code;

  CertificateType(int code) {
    this.code = code;
  }

  /** The number on the wire. */
  public int code() {
    return code;
  }
}
