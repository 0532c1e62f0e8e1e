package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.sdp.CandidateAttribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What both descriptions together say of the peer's end of a transport.
 *
 * @param credentials the peer's ICE credentials
 * @param iceLite whether the peer only answers checks (RFC 8445 §2.5)
 * @param fingerprints of the certificate that the peer must show
 * @param dtlsRole ours
 * @param candidates those of the peer that are known; plans may repeat them
 * @param endOfCandidates whether none will follow
 * @param data the SCTP association on this transport, or null; at most one transport has one
 */
public record RemotePlan(
    IceCredentials credentials,
    boolean iceLite,
    List<DtlsFingerprint> fingerprints,
    DtlsRole dtlsRole,
    List<CandidateAttribute> candidates,
    boolean endOfCandidates,
    @Nullable DataPlan data) {

  /** The lists are copied. */
  public RemotePlan {
    fingerprints = List.copyOf(fingerprints);
    candidates = List.copyOf(candidates);
  }
}
