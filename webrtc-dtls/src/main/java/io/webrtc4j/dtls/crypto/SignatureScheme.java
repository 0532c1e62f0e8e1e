package io.webrtc4j.dtls.crypto;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signature schemes (RFC 5246 §7.4.1.4.1 as pairs of hash and signature, RFC 8446 §4.2.3 as one
 * number; the numbers are the same), best first.
 */
public enum SignatureScheme {
  ECDSA_SECP256R1_SHA256(0x0403, "ecdsa_secp256r1_sha256", CertificateType.ECDSA_SIGN);

  private final int code;
  private final String ianaName;
  private final CertificateType certificateType;

  SignatureScheme(int code, String ianaName, CertificateType certificateType) {
    this.code = code;
    this.ianaName = ianaName;
    this.certificateType = certificateType;
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

  /** The name in IANA's registry. */
  public String ianaName() {
    return ianaName;
  }

  /** The kind of certificate whose key can sign so. */
  public CertificateType certificateType() {
    return certificateType;
  }

  SignatureAlgorithm algorithm() {
    return switch (this) {
      case ECDSA_SECP256R1_SHA256 -> new EcdsaP256(HashAlgorithm.SHA_256);
    };
  }
}
