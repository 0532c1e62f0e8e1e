package io.webrtc4j.dtls.crypto;

/** What kind of key a certificate holds, as CertificateRequest says it (RFC 8422 §5.5). */
public enum CertificateType {
  ECDSA_SIGN(64);

  private final int code;

  CertificateType(int code) {
    this.code = code;
  }

  /** The number on the wire. */
  public int code() {
    return code;
  }
}
