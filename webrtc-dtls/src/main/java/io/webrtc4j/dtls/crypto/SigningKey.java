package io.webrtc4j.dtls.crypto;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.math.ec.ECPoint;

/** The private key of a certificate. Immutable; says nothing about itself. */
public final class SigningKey {
  private final AsymmetricKeyParameter key;
  private final byte[] encodedPublicPoint;

  private SigningKey(ECPrivateKeyParameters key, ECPoint publicPoint) {
    this.key = key;
    this.encodedPublicPoint = P256.encode(publicPoint);
  }

  /** A new key on secp256r1. */
  public static SigningKey generateP256(RandomGenerator random) {
    BigInteger secret = P256.privateKey(random);
    return new SigningKey(new ECPrivateKeyParameters(secret, P256.DOMAIN), P256.publicKey(secret));
  }

  /** Whether this key can sign in that way. */
  public boolean fits(SignatureScheme scheme) {
    return scheme.algorithm().fits(key);
  }

  /** The signature of {@code data}. */
  public byte[] sign(SignatureScheme scheme, byte[] data) {
    return scheme.algorithm().sign(key, data);
  }

  byte[] encodedPublicPoint() {
    return encodedPublicPoint;
  }
}
