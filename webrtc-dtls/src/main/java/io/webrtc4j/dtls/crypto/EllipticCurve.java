package io.webrtc4j.dtls.crypto;

import io.webrtc4j.common.DecodeException;
import java.math.BigInteger;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.jspecify.annotations.Nullable;

/** The curves of ECDH and ECDSA, and what both do on them. */
// Bouncy Castle's names and parameters do not change; they only do not say so.
@SuppressWarnings("ImmutableEnumChecker")
enum EllipticCurve {
  SECP256R1(SECObjectIdentifiers.secp256r1),
  SECP384R1(SECObjectIdentifiers.secp384r1);

  private static final byte UNCOMPRESSED = 0x04;
  // FIPS 186-4 B.4.1: 64 bits more than the order has make the bias negligible.
  private static final int EXTRA_SEED_SIZE = 8;

  private final ASN1ObjectIdentifier oid;
  private final ECNamedDomainParameters domain;
  private final int fieldSize;

  EllipticCurve(ASN1ObjectIdentifier oid) {
    this.oid = oid;
    this.domain = new ECNamedDomainParameters(oid, CustomNamedCurves.getByOID(oid));
    this.fieldSize = (domain.getCurve().getFieldSize() + Byte.SIZE - 1) / Byte.SIZE;
  }

  /** The curve that the parameters of a public key name (RFC 5480 §2.1.1), or null. */
  static @Nullable EllipticCurve of(@Nullable ASN1Encodable parameters) {
    for (EllipticCurve curve : values()) {
      if (curve.oid.equals(parameters)) {
        return curve;
      }
    }
    return null;
  }

  /** The name of the curve in certificates. */
  ASN1ObjectIdentifier oid() {
    return oid;
  }

  ECNamedDomainParameters domain() {
    return domain;
  }

  /** A private key: from 1 to the group's order less one. */
  BigInteger privateKey(RandomGenerator random) {
    byte[] seed = new byte[fieldSize + EXTRA_SEED_SIZE];
    random.nextBytes(seed);
    BigInteger range = domain.getN().subtract(BigInteger.ONE);
    return new BigInteger(1, seed).mod(range).add(BigInteger.ONE);
  }

  /** The public key that belongs to {@code privateKey}. */
  ECPoint publicKey(BigInteger privateKey) {
    return new FixedPointCombMultiplier().multiply(domain.getG(), privateKey).normalize();
  }

  /** The one form that RFC 8422 §5.4.1 leaves. */
  static byte[] encode(ECPoint point) {
    return point.getEncoded(false);
  }

  /** Reads a point and checks that it is on the curve; its cofactor is 1, so that is enough. */
  ECPoint decode(byte[] encoded) throws DecodeException {
    if (encoded.length != 1 + 2 * fieldSize || encoded[0] != UNCOMPRESSED) {
      throw new DecodeException("not an uncompressed point of " + this);
    }
    try {
      return domain.getCurve().decodePoint(encoded);
    } catch (IllegalArgumentException e) {
      throw new DecodeException("the point is not on " + this + ": " + e.getMessage());
    }
  }

  /** A point's x coordinate in its fixed length. */
  static byte[] fieldElement(ECPoint point) {
    return point.normalize().getAffineXCoord().getEncoded();
  }

  /** The name in IANA's registry. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
