package io.webrtc4j.dtls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates the session description allows. Of several hash functions the best one counts
 * and the others do not (RFC 8122 §5.1); of several fingerprints by that one, any may match, for a
 * description may speak of several certificates.
 */
final class RemoteFingerprints {
  /** RFC 8122 §5 prefers SHA-256, and everybody computes it. */
  private static final List<String> PREFERENCE = List.of("sha-256", "sha-384", "sha-512");

  private final List<DtlsFingerprint> allowed;

  RemoteFingerprints(List<DtlsFingerprint> offered) {
    String best =
        PREFERENCE.stream()
            .filter(name -> offered.stream().anyMatch(print -> print.algorithm().equals(name)))
            .findFirst()
            .orElseThrow();
    this.allowed = offered.stream().filter(print -> print.algorithm().equals(best)).toList();
  }

  /** What is wrong with a certificate, or null if it is one of those. */
  @Nullable String complaint(byte[] encodedCertificate) {
    DtlsFingerprint actual = DtlsFingerprint.of(allowed.get(0).algorithm(), encodedCertificate);
    if (allowed.contains(actual)) {
      return null;
    }
    return "wrong fingerprint: expected " + allowed + ", came " + actual;
  }
}
