package io.webrtc4j.dtls.crypto;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signature schemes (RFC 5246 §7.4.1.4.1 as pairs of hash and signature, RFC 8446 §4.2.3 as one
 * number; the numbers are the same), best first. PSS may be negotiated in TLS 1.2 too.
 */
public enum SignatureScheme {
  ECDSA_SECP256R1_SHA256(0x0403, CertificateType.ECDSA_SIGN, new Ecdsa(HashAlgorithm.SHA_256)),
  ECDSA_SECP384R1_SHA384(0x0503, CertificateType.ECDSA_SIGN, new Ecdsa(HashAlgorithm.SHA_384)),
  RSA_PSS_RSAE_SHA256(0x0804, CertificateType.RSA_SIGN, new RsaPss(HashAlgorithm.SHA_256)),
  RSA_PKCS1_SHA256(0x0401, CertificateType.RSA_SIGN, new RsaPkcs1(HashAlgorithm.SHA_256)),
  RSA_PSS_RSAE_SHA384(0x0805, CertificateType.RSA_SIGN, new RsaPss(HashAlgorithm.SHA_384)),
  RSA_PKCS1_SHA384(0x0501, CertificateType.RSA_SIGN, new RsaPkcs1(HashAlgorithm.SHA_384)),
  RSA_PSS_RSAE_SHA512(0x0806, CertificateType.RSA_SIGN, new RsaPss(HashAlgorithm.SHA_512)),
  RSA_PKCS1_SHA512(0x0601, CertificateType.RSA_SIGN, new RsaPkcs1(HashAlgorithm.SHA_512));

  private final int code;
  private final CertificateType certificateType;

  // The algorithms are records of a hash function.
  @SuppressWarnings("ImmutableEnumChecker")
  private final SignatureAlgorithm algorithm;

  SignatureScheme(int code, CertificateType certificateType, SignatureAlgorithm algorithm) {
    this.code = code;
    this.certificateType = certificateType;
    this.algorithm = algorithm;
  }

  /** The scheme with this number, or null. */
  public static @Nullable SignatureScheme of(int code) {
    for (SignatureScheme scheme : values()) {
      if (scheme.code == code) {
        return scheme;
      }
    }
    return null;
  }

  /** The numbers of all schemes, best first. */
  public static List<Integer> codes() {
    return List.of(values()).stream().map(SignatureScheme::code).toList();
  }

  /** The number on the wire. */
  public int code() {
    return code;
  }

  /** The kind of certificate whose key can sign so. */
  public CertificateType certificateType() {
    return certificateType;
  }

  SignatureAlgorithm algorithm() {
    return algorithm;
  }
}
