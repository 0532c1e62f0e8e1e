package io.webrtc4j.dtls.crypto;

import io.webrtc4j.common.DecodeException;
import java.math.BigInteger;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/** Reads RSA keys of peers, and refuses those that prove nothing or cost too much. */
final class RsaPublicKey {
  /** Shorter ones can be factored by who can pay for it. */
  static final int MIN_MODULUS_BITS = 2048;

  /** The longest that browsers make. To verify one signature takes two milliseconds. */
  static final int MAX_MODULUS_BITS = 8192;

  /** F4. Larger exponents are of no use, and make verifying as slow as signing. */
  static final int MAX_EXPONENT_BITS = 17;

  private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(3);

  private RsaPublicKey() {}

  /** Checks what the certificate says. */
  static RSAKeyParameters parse(RSAPublicKey encoded) throws DecodeException {
    BigInteger modulus = encoded.getModulus();
    BigInteger exponent = encoded.getPublicExponent();
    int bits = modulus.bitLength();
    if (modulus.signum() <= 0 || bits < MIN_MODULUS_BITS || bits > MAX_MODULUS_BITS) {
      throw new DecodeException(
          "the certificate's RSA key has "
              + bits
              + " bits, and not "
              + MIN_MODULUS_BITS
              + " to "
              + MAX_MODULUS_BITS);
    }
    if (exponent.compareTo(MIN_EXPONENT) < 0
        || exponent.bitLength() > MAX_EXPONENT_BITS
        || !exponent.testBit(0)
        || !modulus.testBit(0)) {
      throw new DecodeException("the certificate's RSA key has a bad exponent or modulus");
    }
    // Internal: no test whether the modulus is composite. The peer says by its fingerprint that the
    // key is its own, and the test takes a hundred times as long as verifying.
    return new RSAKeyParameters(false, modulus, exponent, true);
  }
}
