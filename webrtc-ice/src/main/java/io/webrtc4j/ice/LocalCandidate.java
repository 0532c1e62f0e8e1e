package io.webrtc4j.ice;

import java.net.InetSocketAddress;

/**
 * A host candidate of ours with what RFC 8445 keeps beside it.
 *
 * @param candidate what the peer is told
 * @param base where checks are sent from
 * @param localPreference the caller's preference among its addresses
 */
record LocalCandidate(IceCandidate candidate, InetSocketAddress base, int localPreference) {

  /** What PRIORITY says in checks from here (RFC 8445 §7.1.1). */
  long checkPriority() {
    return CandidatePriority.of(
        CandidateType.PEER_REFLEXIVE, localPreference, candidate.component());
  }

  /** The candidate that a check has revealed by its answer (RFC 8445 §7.2.5.3.1). */
  IceCandidate reflexive(InetSocketAddress mapped) {
    return new IceCandidate(
        "p" + candidate.foundation(),
        candidate.component(),
        CandidateTransport.UDP,
        checkPriority(),
        mapped,
        CandidateType.PEER_REFLEXIVE,
        base);
  }
}
