package io.webrtc4j;

import io.webrtc4j.dtls.DtlsCertificate;
import io.webrtc4j.dtls.DtlsFingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A certificate with its private key, by which a connection proves who it is (W3C WebRTC §4.9).
 * Several connections may share one; by default each makes its own.
 */
public final class RTCCertificate {
  private final DtlsCertificate certificate;

  private RTCCertificate(DtlsCertificate certificate) {
    this.certificate = certificate;
  }

  /** A new self-signed ECDSA P-256 certificate, valid for 30 days. Takes about a millisecond. */
  static RTCCertificate generate(RandomGenerator random, Instant now) {
    return generate(RTCKeygenAlgorithm.ECDSA_P256, random, now);
  }

  /** A new self-signed certificate, valid for 30 days. */
  static RTCCertificate generate(
      RTCKeygenAlgorithm algorithm, RandomGenerator random, Instant now) {
    return new RTCCertificate(DtlsCertificate.generate(algorithm.keyType(), random, now));
  }

  /** When it expires. */
  public Instant expires() {
    return certificate.notAfter();
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
