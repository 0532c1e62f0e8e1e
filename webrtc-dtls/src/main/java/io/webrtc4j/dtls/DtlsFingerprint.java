package io.webrtc4j.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * The hash of a certificate, as {@code a=fingerprint} carries it (RFC 8122 §5).
 *
 * <p>Any hash function's name can be represented; {@link #isSupported()} tells which ones count.
 */
public final class DtlsFingerprint {
  /** SDP's names (RFC 8122 §5) of the functions that are computed, and the JDK's names. */
  private static final Map<String, String> SUPPORTED =
      Map.of("sha-256", "SHA-256", "sha-384", "SHA-384", "sha-512", "SHA-512");

  private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();
  private static final int MAX_DIGEST = 64;

  private final String algorithm;
  private final byte[] digest;

  /**
   * A fingerprint from its parts.
   *
   * @param algorithm SDP's name of the hash function, in any case: {@code sha-256}
   * @param digest the hash; copied
   * @throws IllegalArgumentException if the digest's length is not the function's
   */
  public DtlsFingerprint(String algorithm, byte[] digest) {
    this.algorithm = algorithm.toLowerCase(Locale.ROOT);
    this.digest = digest.clone();
    if (digest.length == 0 || digest.length > MAX_DIGEST) {
      throw new IllegalArgumentException("a fingerprint has 1 to 64 bytes, not " + digest.length);
    }
    String jdkName = SUPPORTED.get(this.algorithm);
    if (jdkName != null && digester(jdkName).getDigestLength() != digest.length) {
      throw new IllegalArgumentException(
          "a " + this.algorithm + " fingerprint cannot have " + digest.length + " bytes");
    }
  }

  /**
   * Reads the two parts of an {@code a=fingerprint} line.
   *
   * @param algorithm the first word, such as {@code sha-256}
   * @param colonHex the second, such as {@code 4A:AD:B9…}, in upper or lower case
   * @throws IllegalArgumentException if these are not a fingerprint
   */
  public static DtlsFingerprint parse(String algorithm, String colonHex) {
    return new DtlsFingerprint(algorithm, COLONS.parseHex(colonHex));
  }

  /**
   * The fingerprint of an encoded certificate.
   *
   * @throws IllegalArgumentException if the hash function is not {@link #isSupported() supported}
   */
  public static DtlsFingerprint of(String algorithm, byte[] encodedCertificate) {
    String jdkName = SUPPORTED.get(algorithm.toLowerCase(Locale.ROOT));
    if (jdkName == null) {
      throw new IllegalArgumentException(
          algorithm + " is not one of " + SUPPORTED.keySet().stream().sorted().toList());
    }
    return new DtlsFingerprint(algorithm, digester(jdkName).digest(encodedCertificate));
  }

  /** SDP's name of the hash function, in lower case. */
  public String algorithm() {
    return algorithm;
  }

  /** A copy of the hash. */
  public byte[] digest() {
    return digest.clone();
  }

  /** Whether the hash function is one that proves anything: SHA-256, SHA-384 or SHA-512. */
  public boolean isSupported() {
    return SUPPORTED.containsKey(algorithm);
  }

  /** The second word of the {@code a=fingerprint} line, in upper case as RFC 8122 §5 demands. */
  public String colonHex() {
    return COLONS.formatHex(digest);
  }

  private static MessageDigest digester(String jdkName) {
    try {
      return MessageDigest.getInstance(jdkName);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + jdkName, e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DtlsFingerprint that
        && algorithm.equals(that.algorithm)
        && MessageDigest.isEqual(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return 31 * algorithm.hashCode() + Arrays.hashCode(digest);
  }

  /** As in SDP: {@code sha-256 4A:AD:…}. */
  @Override
  public String toString() {
    return algorithm + " " + colonHex();
  }
}
