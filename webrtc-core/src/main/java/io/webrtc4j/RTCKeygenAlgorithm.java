package io.webrtc4j;

import io.webrtc4j.dtls.DtlsKeyType;

/** What key a certificate is made for: the two that W3C WebRTC §4.9 asks for. */
public enum RTCKeygenAlgorithm {
  /** {@code {name: "ECDSA", namedCurve: "P-256"}}: the default, and made in a millisecond. */
  ECDSA_P256("ECDSA", DtlsKeyType.ECDSA_P256),

  /**
   * {@code {name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: 65537, hash:
   * "SHA-256"}}: made in some hundred milliseconds.
   */
  RSASSA_PKCS1_V1_5_2048("RSASSA-PKCS1-v1_5", DtlsKeyType.RSA_2048);

  private final String value;
  private final DtlsKeyType keyType;

  RTCKeygenAlgorithm(String value, DtlsKeyType keyType) {
    this.value = value;
    this.keyType = keyType;
  }

  DtlsKeyType keyType() {
    return keyType;
  }

  /** The W3C's name of the algorithm. */
  @Override
  public String toString() {
    return value;
  }
}
