package io.webrtc4j.dtls;

import io.webrtc4j.dtls.crypto.SelfSignedCertificate;
import io.webrtc4j.dtls.crypto.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/**
 * A self-signed certificate with its private key (RFC 8827 §6.5). Immutable; may be shared by any
 * number of connections and threads. The private key never leaves it.
 */
public final class DtlsCertificate {
  private static final Duration BACKDATED = Duration.ofDays(1);
  private static final Duration LIFETIME = Duration.ofDays(30);

  private final SigningKey key;
  private final byte[] encoded;
  private final Instant notAfter;

  private DtlsCertificate(SigningKey key, byte[] encoded, Instant notAfter) {
    this.key = key;
    this.encoded = encoded;
    this.notAfter = notAfter;
  }

  /**
   * Makes a key pair and a certificate for it.
   *
   * @param keyType what kind of key; RSA takes some hundred milliseconds
   * @param random where the key comes from: must be a source fit for cryptography, such as {@code
   *     SecureRandom}, outside tests
   * @param notBefore from when it is valid; whole seconds
   * @param notAfter until when; whole seconds
   */
  public static DtlsCertificate generate(
      DtlsKeyType keyType, RandomGenerator random, Instant notBefore, Instant notAfter) {
    SigningKey key = keyType.generate(random);
    byte[] encoded = SelfSignedCertificate.encode(key, random, notBefore, notAfter);
    return new DtlsCertificate(key, encoded, notAfter.truncatedTo(ChronoUnit.SECONDS));
  }

  /** With a key on P-256. */
  public static DtlsCertificate generate(
      RandomGenerator random, Instant notBefore, Instant notAfter) {
    return generate(DtlsKeyType.ECDSA_P256, random, notBefore, notAfter);
  }

  /** Valid from a day ago for 30 days. */
  public static DtlsCertificate generate(DtlsKeyType keyType, RandomGenerator random, Instant now) {
    // Peers' clocks differ, hence the day; 30 days are the W3C's default.
    return generate(keyType, random, now.minus(BACKDATED), now.plus(LIFETIME));
  }

  /** With a key on P-256, valid from a day ago for 30 days. */
  public static DtlsCertificate generate(RandomGenerator random, Instant now) {
    return generate(DtlsKeyType.ECDSA_P256, random, now);
  }

  /** The certificate in DER. A copy. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** The SHA-256 fingerprint for the session description. */
  public DtlsFingerprint fingerprint() {
    return DtlsFingerprint.of("sha-256", encoded);
  }

  /** When the certificate expires. */
  public Instant notAfter() {
    return notAfter;
  }

  /** The private key, for this package alone. */
  SigningKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "DtlsCertificate[" + fingerprint() + "]";
  }
}
