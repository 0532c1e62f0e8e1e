package io.webrtc4j;

import io.webrtc4j.ice.CandidatePairReport;
import io.webrtc4j.ice.IceCandidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is established, for people: what a page of diagnosis shows.
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
    List<String> candidatePairs) {

  static String line(CandidatePairReport pair) {
    String error = pair.lastError();
    return describe(pair.local())
        + " -> "
        + describe(pair.remote())
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

  static String describe(IceCandidate candidate) {
    String ip = candidate.address().getAddress().getHostAddress();
    return (ip.contains(":") ? "[" + ip + "]" : ip)
        + ":"
        + candidate.address().getPort()
        + " "
        + candidate.type().token();
  }
}
