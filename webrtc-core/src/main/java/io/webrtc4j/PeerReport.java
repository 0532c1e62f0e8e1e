package io.webrtc4j;

import io.webrtc4j.ice.CandidatePairReport;
import io.webrtc4j.ice.IceCandidate;
import io.webrtc4j.session.AddressNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is established, for people: what a page of diagnosis shows. Addresses that are
 * hidden behind a name appear under it (draft-ietf-mmusic-mdns-ice-candidates §3.3.1).
 *
 * @param localCandidate our end of the path in use, as a candidate's address and type, or null
 * @param remoteCandidate the peer's end, or null
 * @param dtlsVersion such as {@code DTLS 1.2}, or null before the handshake is done
 * @param cipherSuite the IANA name, or null
 * @param keyExchangeGroup such as {@code x25519}, or null
 * @param datagramsSent datagrams sent, checks and handshakes included
 * @param bytesSent their payloads in bytes
 * @param datagramsReceived datagrams received
 * @param bytesReceived their payloads in bytes
 * @param datagramsDropped datagrams that were of no protocol in use or from an unverified address
 * @param candidatePairs a line for each pair that was tried: its ends, its state, what it answered
 * @param hiddenCandidates a line for each name that the peer hides an address behind: what came of
 *     asking the local network for it
 */
public record PeerReport(
    @Nullable String localCandidate,
    @Nullable String remoteCandidate,
    @Nullable String dtlsVersion,
    @Nullable String cipherSuite,
    @Nullable String keyExchangeGroup,
    long datagramsSent,
    long bytesSent,
    long datagramsReceived,
    long bytesReceived,
    long datagramsDropped,
    List<String> candidatePairs,
    List<String> hiddenCandidates) {

  static String line(CandidatePairReport pair, AddressNames names) {
    String error = pair.lastError();
    return describe(pair.local(), names)
        + " -> "
        + describe(pair.remote(), names)
        + ": "
        + pair.state()
        + (pair.nominated() ? ", nominated" : "")
        + ", "
        + pair.requestsSent()
        + " checks sent, "
        + pair.responsesReceived()
        + " answered"
        + (error == null ? "" : ", " + error);
  }

  static String describe(IceCandidate candidate, AddressNames names) {
    return names.text(candidate.address()) + " " + candidate.type().token();
  }
}
