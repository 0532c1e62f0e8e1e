package io.webrtc4j.dtls.crypto;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cipher suites, best first, under IANA's names. All of them exchange keys by ECDHE. */
public enum CipherSuite {
  // AES-128 first, as browsers have it: with AES in hardware it is the fastest, and strong enough.
  // ChaCha20 last, for peers without such hardware, who offer nothing else or are servers.
  TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256(
      0xc02b, HashAlgorithm.SHA_256, AeadAlgorithm.AES_128_GCM, CertificateType.ECDSA_SIGN),
  TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256(
      0xc02f, HashAlgorithm.SHA_256, AeadAlgorithm.AES_128_GCM, CertificateType.RSA_SIGN),
  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384(
      0xc02c, HashAlgorithm.SHA_384, AeadAlgorithm.AES_256_GCM, CertificateType.ECDSA_SIGN),
  TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384(
      0xc030, HashAlgorithm.SHA_384, AeadAlgorithm.AES_256_GCM, CertificateType.RSA_SIGN),
  TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256(
      0xcca9, HashAlgorithm.SHA_256, AeadAlgorithm.CHACHA20_POLY1305, CertificateType.ECDSA_SIGN),
  TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256(
      0xcca8, HashAlgorithm.SHA_256, AeadAlgorithm.CHACHA20_POLY1305, CertificateType.RSA_SIGN);

  private final int code;
  private final HashAlgorithm hash;
  private final AeadAlgorithm aead;
  private final CertificateType certificateType;

  CipherSuite(int code, HashAlgorithm hash, AeadAlgorithm aead, CertificateType certificateType) {
    this.code = code;
    this.hash = hash;
    this.aead = aead;
    this.certificateType = certificateType;
  }

  /** The suite with this number, or null. */
  public static @Nullable CipherSuite of(int code) {
    for (CipherSuite suite : values()) {
      if (suite.code == code) {
        return suite;
      }
    }
    return null;
  }

  /** The numbers of all suites, best first. */
  public static List<Integer> codes() {
    return List.of(values()).stream().map(CipherSuite::code).toList();
  }

  /** The number on the wire. */
  public int code() {
    return code;
  }

  /** The hash function of the PRF and of Finished. */
  public HashAlgorithm hash() {
    return hash;
  }

  /** The protection of records. */
  public AeadAlgorithm aead() {
    return aead;
  }

  /** The kind of certificate that the server must have. */
  public CertificateType certificateType() {
    return certificateType;
  }
}
