package io.webrtc4j.dtls;

import java.util.List;

/** What a handshake agreed on. The names are those that the W3C's statistics use. */
public final class DtlsSession {
  private final String protocolVersion;
  private final String tlsVersion;
  private final String cipherSuite;
  private final String group;
  private final List<byte[]> peerCertificates;
  private final boolean extendedMasterSecret;

  DtlsSession(
      String protocolVersion,
      String tlsVersion,
      String cipherSuite,
      String group,
      List<byte[]> peerCertificates,
      boolean extendedMasterSecret) {
    this.protocolVersion = protocolVersion;
    this.tlsVersion = tlsVersion;
    this.cipherSuite = cipherSuite;
    this.group = group;
    this.peerCertificates = List.copyOf(peerCertificates);
    this.extendedMasterSecret = extendedMasterSecret;
  }

  /** For people: {@code DTLS 1.2}. */
  public String protocolVersion() {
    return protocolVersion;
  }

  /** The version as on the wire, in hexadecimal digits: {@code FEFD}. */
  public String tlsVersion() {
    return tlsVersion;
  }

  /** IANA's name: {@code TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256}. */
  public String cipherSuite() {
    return cipherSuite;
  }

  /** IANA's name of the group of the key exchange: {@code x25519} or {@code secp256r1}. */
  public String group() {
    return group;
  }

  /** The peer's certificate in DER, the one that matches the fingerprint. A copy. */
  public byte[] peerCertificate() {
    return peerCertificates.get(0).clone();
  }

  /** All that the peer sent: its certificate, then others without meaning. Copies, in DER. */
  public List<byte[]> peerCertificates() {
    return peerCertificates.stream().map(byte[]::clone).toList();
  }

  /** Whether the master secret is bound to the handshake (RFC 7627). */
  public boolean extendedMasterSecret() {
    return extendedMasterSecret;
  }

  @Override
  public String toString() {
    return protocolVersion + " " + cipherSuite + " " + group;
  }
}
