package io.webrtc4j;

import io.webrtc4j.dtls.DtlsCertificate;
import io.webrtc4j.dtls.DtlsFingerprint;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A certificate with its private key, by which a connection proves who it is (W3C WebRTC §4.9).
 * Several connections may share one; by default each makes its own.
 */
public final class RTCCertificate {
  /** Peers' clocks differ. */
  private static final Duration BACKDATED = Duration.ofDays(1);

  private final DtlsCertificate certificate;
  private final Instant expires;

  private RTCCertificate(DtlsCertificate certificate, Instant expires) {
    this.certificate = certificate;
    this.expires = expires;
  }

  /** A new self-signed ECDSA P-256 certificate, valid for 30 days. Takes about a millisecond. */
  static RTCCertificate generate(RandomGenerator random, Instant now) {
    return generate(RTCKeygenAlgorithm.ECDSA_P256, random, now);
  }

  /** A new self-signed certificate, valid for 30 days. */
  static RTCCertificate generate(
      RTCKeygenAlgorithm algorithm, RandomGenerator random, Instant now) {
    return generate(KeygenRequest.of(algorithm, new RTCCertificateExpiration(null)), random, now);
  }

  /** A new self-signed certificate. */
  static RTCCertificate generate(KeygenRequest request, RandomGenerator random, Instant now) {
    Instant expires = now.plus(request.validity()).truncatedTo(ChronoUnit.MILLIS);
    // What is written in the certificate has whole seconds: the one in which it expires is over.
    Instant notAfter = expires.plusSeconds(1);
    return new RTCCertificate(
        DtlsCertificate.generate(
            request.algorithm().keyType(), random, now.minus(BACKDATED), notAfter),
        expires);
  }

  /** When it expires: a connection cannot be made with it then, while one that has it goes on. */
  public Instant expires() {
    return expires;
  }

  /** Its fingerprints, as a description would list them. */
  public List<RTCDtlsFingerprint> getFingerprints() {
    DtlsFingerprint fingerprint = certificate.fingerprint();
    return List.of(
        new RTCDtlsFingerprint(
            fingerprint.algorithm(), fingerprint.colonHex().toLowerCase(Locale.ROOT)));
  }

  DtlsCertificate certificate() {
    return certificate;
  }
}
