package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * A certificate (W3C Statistics, {@code certificate}).
 *
 * @param id names the object in reports of this connection, always the same one
 * @param timestamp when this was so: milliseconds since 1970
 * @param fingerprint its hash, as pairs of hexadecimal digits with colons between them
 * @param fingerprintAlgorithm the hash function, such as {@code sha-256}
 * @param base64Certificate the certificate, DER-encoded, in Base64
 * @param issuerCertificateId the {@link RTCCertificateStats} of who issued it; null if it did
 *     itself
 */
public record RTCCertificateStats(
    String id,
    double timestamp,
    String fingerprint,
    String fingerprintAlgorithm,
    String base64Certificate,
    @Nullable String issuerCertificateId)
    implements RTCStats {
  @Override
  public RTCStatsType type() {
    return RTCStatsType.CERTIFICATE;
  }
}
