package io.webrtc4j.dtls.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/** The private key of a certificate. Immutable; says nothing about itself. */
public final class SigningKey {
  private final AsymmetricKeyParameter key;
  private final CertificateType type;
  private final SubjectPublicKeyInfo publicKey;

  private SigningKey(
      AsymmetricKeyParameter key, CertificateType type, SubjectPublicKeyInfo publicKey) {
    this.key = key;
    this.type = type;
    this.publicKey = publicKey;
  }

  /** A new ECDSA key on secp256r1. Takes less than a millisecond. */
  public static SigningKey generateP256(RandomGenerator random) {
    EllipticCurve curve = EllipticCurve.SECP256R1;
    BigInteger secret = curve.privateKey(random);
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve.oid());
    return new SigningKey(
        new ECPrivateKeyParameters(secret, curve.domain()),
        CertificateType.ECDSA_SIGN,
        new SubjectPublicKeyInfo(algorithm, EllipticCurve.encode(curve.publicKey(secret))));
  }

  /** A new RSA key of 2048 bits. Takes some hundred milliseconds. */
  public static SigningKey generateRsa(RandomGenerator random) {
    RSAPrivateCrtKeyParameters key = RsaKeyPair.generate(random);
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    RSAPublicKey publicKey = new RSAPublicKey(key.getModulus(), key.getPublicExponent());
    try {
      return new SigningKey(
          key, CertificateType.RSA_SIGN, new SubjectPublicKeyInfo(algorithm, publicKey));
    } catch (IOException e) {
      throw new IllegalStateException("encoding into memory does not fail", e);
    }
  }

  /** Whether this key can sign in that way. */
  public boolean fits(SignatureScheme scheme) {
    return scheme.algorithm().fits(key);
  }

  /** The signature of {@code data}. */
  public byte[] sign(SignatureScheme scheme, byte[] data) {
    return scheme.algorithm().sign(key, data);
  }

  /** The kind of its certificate. */
  CertificateType type() {
    return type;
  }

  /** The public half, as certificates have it. */
  SubjectPublicKeyInfo publicKey() {
    return publicKey;
  }
}
