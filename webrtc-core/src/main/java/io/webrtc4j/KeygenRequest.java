package io.webrtc4j;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What generateCertificate is asked for (W3C WebRTC §4.9.1).
 *
 * @param algorithm the kind of key
 * @param validity how long the certificate is valid
 */
record KeygenRequest(RTCKeygenAlgorithm algorithm, Duration validity) {
  private static final long DEFAULT_VALIDITY_MILLIS = 2_592_000_000L;
  private static final long MAX_VALIDITY_MILLIS = 31_536_000_000L;
  private static final int RSA_BITS = 2048;
  private static final byte[] RSA_EXPONENT = {1, 0, 1};
  private static final int RSA_EXPONENT_VALUE = 65_537;

  static KeygenRequest of(RTCKeygenAlgorithm algorithm, RTCCertificateExpiration expiration) {
    Long asked = expiration.expires();
    long millis = Math.min(MAX_VALIDITY_MILLIS, asked == null ? DEFAULT_VALIDITY_MILLIS : asked);
    return new KeygenRequest(algorithm, Duration.ofMillis(millis));
  }

  /**
   * Reads an algorithm as scripts write it, by the members' names.
   *
   * @throws RTCException {@code TypeError} if a member is missing or of another type, {@code
   *     NotSupportedError} if the algorithm is not one of the two
   */
  static KeygenRequest of(Map<String, ?> algorithm) {
    RTCCertificateExpiration expiration = expiration(algorithm.get("expires"));
    String name = text(algorithm, "name").toUpperCase(Locale.ROOT);
    if (name.equals("ECDSA")) {
      require(text(algorithm, "namedCurve").equals("P-256"), "namedCurve is to be P-256");
      return of(RTCKeygenAlgorithm.ECDSA_P256, expiration);
    }
    if (name.equals("RSASSA-PKCS1-V1_5")) {
      String hash = text(algorithm, "hash");
      require(modulusLength(algorithm) == RSA_BITS, "modulusLength is to be 2048");
      require(isF4(algorithm.get("publicExponent")), "publicExponent is to be 65537");
      require(hash.equalsIgnoreCase("SHA-256"), "hash is to be SHA-256");
      return of(RTCKeygenAlgorithm.RSASSA_PKCS1_V1_5_2048, expiration);
    }
    throw RTCException.notSupported("keys are made for ECDSA and RSASSA-PKCS1-v1_5, not " + name);
  }

  private static RTCCertificateExpiration expiration(@Nullable Object expires) {
    if (expires == null) {
      return new RTCCertificateExpiration(null);
    }
    if (expires instanceof Number number && Double.isFinite(number.doubleValue())) {
      return new RTCCertificateExpiration(number.longValue());
    }
    throw RTCException.type("expires is to be a number of milliseconds, not " + expires);
  }

  private static String text(Map<String, ?> algorithm, String member) {
    if (algorithm.get(member) instanceof String text) {
      return text;
    }
    throw RTCException.type("the algorithm needs " + member + ", a string");
  }

  private static long modulusLength(Map<String, ?> algorithm) {
    if (algorithm.get("modulusLength") instanceof Number bits) {
      return bits.longValue();
    }
    throw RTCException.type("the algorithm needs modulusLength, a number");
  }

  private static boolean isF4(@Nullable Object exponent) {
    if (exponent instanceof byte[] bytes) {
      return Arrays.equals(bytes, RSA_EXPONENT);
    }
    if (exponent instanceof Number number) {
      return number.longValue() == RSA_EXPONENT_VALUE;
    }
    throw RTCException.type("the algorithm needs publicExponent, bytes or a number");
  }

  private static void require(boolean condition, String rule) {
    if (!condition) {
      throw RTCException.notSupported(rule);
    }
  }
}
