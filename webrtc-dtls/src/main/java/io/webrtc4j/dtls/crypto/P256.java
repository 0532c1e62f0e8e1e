package io.webrtc4j.dtls.crypto;

import io.webrtc4j.common.DecodeException;
import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** The curve secp256r1, and what ECDH and ECDSA on it share. */
final class P256 {
  private static final X9ECParameters CURVE =
      CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1);

  static final ECNamedDomainParameters DOMAIN =
      new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1, CURVE);

  private static final int COORDINATE_SIZE = 32;
  private static final int POINT_SIZE = 1 + 2 * COORDINATE_SIZE;
  private static final int UNCOMPRESSED = 0x04;
  // FIPS 186-4 B.4.1: 64 bits more than the order has make the bias negligible.
  private static final int SCALAR_SEED_SIZE = COORDINATE_SIZE + 8;

  private P256() {}

  /** A private key: from 1 to the group's order less one. */
  static BigInteger privateKey(RandomGenerator random) {
    byte[] seed = new byte[SCALAR_SEED_SIZE];
    random.nextBytes(seed);
    BigInteger range = DOMAIN.getN().subtract(BigInteger.ONE);
    return new BigInteger(1, seed).mod(range).add(BigInteger.ONE);
  }

  /** The public key that belongs to {@code privateKey}. */
  static ECPoint publicKey(BigInteger privateKey) {
    return new FixedPointCombMultiplier().multiply(DOMAIN.getG(), privateKey).normalize();
  }

  /** The one form that RFC 8422 §5.4.1 leaves. */
  static byte[] encode(ECPoint point) {
    return point.getEncoded(false);
  }

  /** Reads a point and checks that it is on the curve; its cofactor is 1, so that is enough. */
  static ECPoint decode(byte[] encoded) throws DecodeException {
    if (encoded.length != POINT_SIZE || encoded[0] != UNCOMPRESSED) {
      throw new DecodeException("not an uncompressed point of secp256r1");
    }
    try {
      return CURVE.getCurve().decodePoint(encoded);
    } catch (IllegalArgumentException e) {
      throw new DecodeException("the point is not on secp256r1: " + e.getMessage());
    }
  }

  /** A field element in its fixed length. */
  static byte[] fieldElement(ECPoint point) {
    return point.normalize().getAffineXCoord().getEncoded();
  }
}
