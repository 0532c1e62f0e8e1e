package io.webrtc4j.dtls;

import io.webrtc4j.dtls.dtls12.HandshakeResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a handshake agreed on. The names are those that the W3C's statistics use. Immutable. */
public final class DtlsSession {
  private static final String PROTOCOL_VERSION = "DTLS 1.2";
  private static final String TLS_VERSION = "FEFD";

  private final HandshakeResult result;

  DtlsSession(HandshakeResult result) {
    this.result = result;
  }

  /** For people: {@code DTLS 1.2}. */
  public String protocolVersion() {
    return PROTOCOL_VERSION;
  }

  /** The version as on the wire, in hexadecimal digits: {@code FEFD}. */
  public String tlsVersion() {
    return TLS_VERSION;
  }

  /** IANA's name: {@code TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256}. */
  public String cipherSuite() {
    return result.suite().name();
  }

  /** IANA's name of the group of the key exchange: {@code x25519} or {@code secp256r1}. */
  public String group() {
    return result.group().ianaName();
  }

  /** The peer's certificate in DER, the one that matches the fingerprint. A copy. */
  public byte[] peerCertificate() {
    return result.peerChain().get(0).clone();
  }

  /** All that the peer sent: its certificate, then others without meaning. Copies, in DER. */
  public List<byte[]> peerCertificates() {
    return result.peerChain().stream().map(byte[]::clone).toList();
  }

  /** Whether the master secret is bound to the handshake (RFC 7627). */
  public boolean extendedMasterSecret() {
    return result.extendedMasterSecret();
  }

  /** The protection of SRTP that use_srtp agreed on, or null if it was not negotiated. */
  public @Nullable SrtpProtectionProfile srtpProtectionProfile() {
    return SrtpProtectionProfile.of(result.srtpProfile());
  }

  /**
   * Secret bytes that both peers derive alike and nobody else can (RFC 5705 §4), without a context.
   * For SRTP's keys the label is {@code EXTRACTOR-dtls_srtp} (RFC 5764 §4.2).
   *
   * @param length in bytes
   */
  public byte[] exportKeyingMaterial(String label, int length) {
    return result.masterSecret().export(label, length);
  }

  @Override
  public String toString() {
    return protocolVersion() + " " + cipherSuite() + " " + group();
  }
}
