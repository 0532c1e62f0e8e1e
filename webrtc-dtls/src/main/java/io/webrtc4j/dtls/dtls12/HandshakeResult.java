package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.dtls.crypto.CipherSuite;
import io.webrtc4j.dtls.crypto.NamedGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a complete handshake leaves.
 *
 * @param suite the cipher suite
 * @param group of the key exchange
 * @param peerChain the peer's certificates in DER, its own first
 * @param extendedMasterSecret whether RFC 7627 was in force
 * @param srtpProfile number of the SRTP protection profile, or null
 * @param masterSecret for the exporter
 */
public record HandshakeResult(
    CipherSuite suite,
    NamedGroup group,
    List<byte[]> peerChain,
    boolean extendedMasterSecret,
    @Nullable Integer srtpProfile,
    MasterSecret masterSecret) {

  static HandshakeResult of(
      Agreement agreement, NamedGroup group, PeerCertificate peer, MasterSecret masterSecret) {
    return new HandshakeResult(
        agreement.suite(),
        group,
        peer.chain(),
        agreement.extendedMasterSecret(),
        agreement.srtpProfile(),
        masterSecret);
  }
}
