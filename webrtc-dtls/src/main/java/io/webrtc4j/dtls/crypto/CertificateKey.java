package io.webrtc4j.dtls.crypto;

import io.webrtc4j.common.DecodeException;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** The public key in a peer's certificate. */
public final class CertificateKey {
  private final AsymmetricKeyParameter key;
  private final CertificateType type;

  private CertificateKey(AsymmetricKeyParameter key, CertificateType type) {
    this.key = key;
    this.type = type;
  }

  /**
   * Takes the key out of an encoded certificate. Nothing else in the certificate matters: who it
   * belongs to is proven by its fingerprint (RFC 8827 §6.5).
   *
   * @throws DecodeException if that is not a certificate, or its key is of a kind not known here
   */
  public static CertificateKey parse(byte[] encodedCertificate) throws DecodeException {
    try {
      SubjectPublicKeyInfo info =
          Certificate.getInstance(ASN1Primitive.fromByteArray(encodedCertificate))
              .getSubjectPublicKeyInfo();
      return of(info);
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle's parser throws either, depending on what is wrong with the bytes.
      throw new DecodeException("not an X.509 certificate: " + e.getMessage());
    }
  }

  private static CertificateKey of(SubjectPublicKeyInfo info) throws IOException, DecodeException {
    AlgorithmIdentifier algorithm = info.getAlgorithm();
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      RSAPublicKey encoded = RSAPublicKey.getInstance(info.parsePublicKey());
      return new CertificateKey(RsaPublicKey.parse(encoded), CertificateType.RSA_SIGN);
    }
    EllipticCurve curve = EllipticCurve.of(algorithm.getParameters());
    if (!algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey) || curve == null) {
      throw new DecodeException(
          "the certificate's key is neither RSA nor ECDSA on secp256r1 or secp384r1, but "
              + algorithm.getAlgorithm()
              + " "
              + algorithm.getParameters());
    }
    byte[] point = info.getPublicKeyData().getOctets();
    return new CertificateKey(
        new ECPublicKeyParameters(curve.decode(point), curve.domain()), CertificateType.ECDSA_SIGN);
  }

  /** The kind of certificate that it came in. */
  public CertificateType type() {
    return type;
  }

  /** Whether this key can have signed in that way. */
  public boolean fits(SignatureScheme scheme) {
    return scheme.algorithm().fits(key);
  }

  /** Whether {@code signature} is one of {@code data} by this key's owner. */
  public boolean verify(SignatureScheme scheme, byte[] data, byte[] signature) {
    return fits(scheme) && scheme.algorithm().verify(key, data, signature);
  }
}
