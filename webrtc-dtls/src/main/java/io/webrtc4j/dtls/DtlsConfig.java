package io.webrtc4j.dtls;

import java.util.List;

/**
 * What a {@link DtlsConnection} needs to know before it starts. Begin with {@link #of}.
 *
 * @param role client or server
 * @param certificate ours, with its private key
 * @param remoteFingerprints what the peer's certificate must hash to; RFC 8122 §5 says how several
 *     are understood
 * @param maxDatagramSize bytes that a datagram of the handshake has at most, without UDP's header
 * @param timings retransmission and patience
 * @param srtpProtectionProfiles what use_srtp negotiates, best first; empty: not negotiated
 */
public record DtlsConfig(
    DtlsRole role,
    DtlsCertificate certificate,
    List<DtlsFingerprint> remoteFingerprints,
    int maxDatagramSize,
    DtlsTimings timings,
    List<SrtpProtectionProfile> srtpProtectionProfiles) {
  /** Fits IPv6's smallest MTU of 1280 bytes with a relay's header around it. */
  public static final int DEFAULT_MAX_DATAGRAM_SIZE = 1200;

  /** Below this a fragment would be more header than content. */
  public static final int MIN_MAX_DATAGRAM_SIZE = 128;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if no fingerprint has a supported hash function, or if the
   *     datagram size is below {@link #MIN_MAX_DATAGRAM_SIZE}
   */
  public DtlsConfig {
    remoteFingerprints = List.copyOf(remoteFingerprints);
    srtpProtectionProfiles = List.copyOf(srtpProtectionProfiles);
    if (remoteFingerprints.stream().noneMatch(DtlsFingerprint::isSupported)) {
      throw new IllegalArgumentException(
          "the peer's certificate needs a fingerprint by SHA-256, SHA-384 or SHA-512; given were "
              + remoteFingerprints);
    }
    if (maxDatagramSize < MIN_MAX_DATAGRAM_SIZE) {
      throw new IllegalArgumentException(
          "datagrams need at least " + MIN_MAX_DATAGRAM_SIZE + " bytes, not " + maxDatagramSize);
    }
  }

  /**
   * With datagrams of {@link #DEFAULT_MAX_DATAGRAM_SIZE}, {@link DtlsTimings#standard()}, no SRTP.
   */
  public static DtlsConfig of(
      DtlsRole role, DtlsCertificate certificate, List<DtlsFingerprint> remoteFingerprints) {
    return new DtlsConfig(
        role,
        certificate,
        remoteFingerprints,
        DEFAULT_MAX_DATAGRAM_SIZE,
        DtlsTimings.standard(),
        List.of());
  }

  /** This configuration with another datagram size, in bytes. */
  public DtlsConfig withMaxDatagramSize(int maxDatagramSize) {
    return new DtlsConfig(
        role, certificate, remoteFingerprints, maxDatagramSize, timings, srtpProtectionProfiles);
  }

  /** This configuration with other timings. */
  public DtlsConfig withTimings(DtlsTimings timings) {
    return new DtlsConfig(
        role, certificate, remoteFingerprints, maxDatagramSize, timings, srtpProtectionProfiles);
  }

  /** This configuration with use_srtp for these profiles, best first. */
  public DtlsConfig withSrtpProtectionProfiles(List<SrtpProtectionProfile> profiles) {
    return new DtlsConfig(
        role, certificate, remoteFingerprints, maxDatagramSize, timings, profiles);
  }
}
