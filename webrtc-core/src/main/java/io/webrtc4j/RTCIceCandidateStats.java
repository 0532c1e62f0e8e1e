package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * A candidate (W3C Statistics, {@code local-candidate} and {@code remote-candidate}).
 *
 * @param id names the object in reports of this connection, always the same one
 * @param timestamp when this was so: milliseconds since 1970
 * @param type {@code local-candidate} or {@code remote-candidate}
 * @param transportId the {@link RTCTransportStats} that it is for
 * @param address the IP address, or the name that hides it
 * @param port the port
 * @param protocol {@code udp} or {@code tcp}
 * @param candidateType how it was found
 * @param priority the higher, the more preferred
 * @param url the server that told it, for local reflexive and relay candidates
 * @param relayProtocol how the TURN server is reached, for local relay candidates
 * @param foundation candidates with the same base and server have the same
 * @param relatedAddress the address that it was derived from
 * @param relatedPort the port that it was derived from
 * @param usernameFragment the ICE generation that it belongs to
 * @param tcpType who opens the connection, for TCP
 */
public record RTCIceCandidateStats(
    String id,
    double timestamp,
    RTCStatsType type,
    String transportId,
    @Nullable String address,
    @Nullable Integer port,
    @Nullable String protocol,
    RTCIceCandidateType candidateType,
    @Nullable Integer priority,
    @Nullable String url,
    @Nullable RTCIceServerTransportProtocol relayProtocol,
    @Nullable String foundation,
    @Nullable String relatedAddress,
    @Nullable Integer relatedPort,
    @Nullable String usernameFragment,
    @Nullable RTCIceTcpCandidateType tcpType)
    implements RTCStats {}
