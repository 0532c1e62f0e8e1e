package io.webrtc4j.sdp;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * {@code a=fingerprint}: the hash of a certificate that the sender's DTLS may present (RFC 8122
 * §5).
 *
 * @param algorithm the hash function's name in the sender's letter case, such as {@code sha-256}
 * @param digest the hash; of the right length if the function is one of RFC 8122's
 * @param lowerCase whether the hash is written in lower case, as some peers do against the RFC;
 *     what is in both cases is read as upper case
 */
@SuppressWarnings("ArrayRecordComponent") // Copied in and out, and compared by its content.
public record FingerprintAttribute(String algorithm, byte[] digest, boolean lowerCase)
    implements Attribute {
  static final String NAME = "fingerprint";

  private static final Map<String, Integer> DIGEST_LENGTHS =
      Map.of(
          "md2", 16, "md5", 16, "sha-1", 20, "sha-224", 28, "sha-256", 32, "sha-384", 48, "sha-512",
          64);
  private static final HexFormat UPPER = HexFormat.ofDelimiter(":").withUpperCase();
  private static final HexFormat LOWER = HexFormat.ofDelimiter(":");

  /** A fingerprint by its fields. */
  public FingerprintAttribute {
    Grammar.requireToken("hash function", algorithm);
    digest = digest.clone();
    if (!isLengthRight(algorithm, digest.length)) {
      throw new IllegalArgumentException("not the length of a digest by " + algorithm);
    }
  }

  /** A fingerprint as RFC 8122 writes it. */
  public static FingerprintAttribute of(String algorithm, byte[] digest) {
    return new FingerprintAttribute(algorithm, digest, false);
  }

  static FingerprintAttribute parse(FieldReader fields) throws SdpParseException {
    String algorithm = fields.token("hash function");
    int start = fields.position();
    String text = fields.field("fingerprint");
    fields.end();
    byte[] digest;
    try {
      digest = UPPER.parseHex(text);
    } catch (IllegalArgumentException e) {
      throw fields.errorAt(start, "a fingerprint is pairs of hexadecimal digits between colons");
    }
    if (!isLengthRight(algorithm, digest.length)) {
      throw fields.errorAt(
          start, "a fingerprint by " + algorithm + " does not have " + digest.length + " bytes");
    }
    boolean lowerCase =
        !text.equals(UPPER.formatHex(digest)) && text.equals(LOWER.formatHex(digest));
    return new FingerprintAttribute(algorithm, digest, lowerCase);
  }

  private static boolean isLengthRight(String algorithm, int length) {
    Integer expected = DIGEST_LENGTHS.get(algorithm.toLowerCase(Locale.ROOT));
    return expected == null ? length > 0 : expected == length;
  }

  /** The hash; a copy. */
  @Override
  public byte[] digest() {
    return digest.clone();
  }

  /** Whether it is by this hash function; the name's letter case does not matter. */
  public boolean isBy(String algorithm) {
    return this.algorithm.equalsIgnoreCase(algorithm);
  }

  /** The hash as it is written, for example {@code 6C:27:24}. */
  public String digestText() {
    return (lowerCase ? LOWER : UPPER).formatHex(digest);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return algorithm + " " + digestText();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FingerprintAttribute that
        && algorithm.equals(that.algorithm)
        && Arrays.equals(digest, that.digest)
        && lowerCase == that.lowerCase;
  }

  @Override
  public int hashCode() {
    return 31 * algorithm.hashCode() + Arrays.hashCode(digest);
  }

  @Override
  public String toString() {
    return "FingerprintAttribute[" + value() + "]";
  }
}
