package io.webrtc4j.dtls.crypto;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.math.Primes;

/** Makes RSA keys (FIPS 186-4 B.3.3): two random primes of half the modulus' length. */
final class RsaKeyPair {
  /** W3C WebRTC §4.9 asks for keys of this length. */
  static final int MODULUS_BITS = 2048;

  /** F4, the public exponent that everybody uses. */
  static final BigInteger PUBLIC_EXPONENT = BigInteger.valueOf(65537);

  private static final int PRIME_BITS = MODULUS_BITS / 2;
  // FIPS 186-4 C.3 wants less than 2^-112 for the chance that a prime is none.
  private static final int CERTAINTY = 112;
  // FIPS 186-4 B.3.3 step 5.4: primes nearer to one another than this are easily found.
  private static final int MIN_DISTANCE_BITS = PRIME_BITS - 100;

  private RsaKeyPair() {}

  /** A new private key, which holds the public one. Takes some hundred milliseconds. */
  static RSAPrivateCrtKeyParameters generate(RandomGenerator random) {
    BigInteger p = prime(random);
    BigInteger q = prime(random);
    while (p.subtract(q).bitLength() <= MIN_DISTANCE_BITS) {
      q = prime(random);
    }
    return key(p.max(q), p.min(q));
  }

  private static RSAPrivateCrtKeyParameters key(BigInteger p, BigInteger q) {
    BigInteger pMinus1 = p.subtract(BigInteger.ONE);
    BigInteger qMinus1 = q.subtract(BigInteger.ONE);
    BigInteger lcm = pMinus1.divide(pMinus1.gcd(qMinus1)).multiply(qMinus1);
    BigInteger d = PUBLIC_EXPONENT.modInverse(lcm);
    return new RSAPrivateCrtKeyParameters(
        p.multiply(q),
        PUBLIC_EXPONENT,
        d,
        p,
        q,
        d.mod(pMinus1),
        d.mod(qMinus1),
        q.modInverse(p),
        true); // Internal: a modulus that we have made ourselves need not be tested.
  }

  private static BigInteger prime(RandomGenerator random) {
    BigInteger candidate = candidate(random);
    while (Primes.hasAnySmallFactors(candidate)
        || candidate.mod(PUBLIC_EXPONENT).equals(BigInteger.ONE) // d would not exist.
        || !candidate.isProbablePrime(CERTAINTY)) {
      candidate = candidate(random);
    }
    return candidate;
  }

  /** Odd, and with its two highest bits set, so that the product has its full length. */
  private static BigInteger candidate(RandomGenerator random) {
    byte[] bytes = new byte[PRIME_BITS / Byte.SIZE];
    random.nextBytes(bytes);
    return new BigInteger(1, bytes).setBit(PRIME_BITS - 1).setBit(PRIME_BITS - 2).setBit(0);
  }
}
