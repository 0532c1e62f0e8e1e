package io.webrtc4j.dtls.crypto;

import io.webrtc4j.common.DecodeException;
import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.ECPoint;

/** ECDH on a NIST curve (RFC 8422 §5.10): the secret is the shared point's x coordinate. */
final class EcdhKeyShare implements KeyShare {
  private final EllipticCurve curve;
  private final BigInteger privateKey;
  private final byte[] publicKey;

  EcdhKeyShare(EllipticCurve curve, BigInteger privateKey) {
    this.curve = curve;
    this.privateKey = privateKey;
    this.publicKey = EllipticCurve.encode(curve.publicKey(privateKey));
  }

  static KeyShare generate(EllipticCurve curve, RandomGenerator random) {
    return new EcdhKeyShare(curve, curve.privateKey(random));
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public byte[] agree(byte[] peerPublicKey) throws DecodeException {
    ECPoint shared = curve.decode(peerPublicKey).multiply(privateKey);
    if (shared.isInfinity()) {
      throw new DecodeException("the agreed point is at infinity");
    }
    return EllipticCurve.fieldElement(shared);
  }
}
