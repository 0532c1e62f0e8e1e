package io.webrtc4j.session.transport;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.ice.IceCredentials;
import java.util.List;

/**
 * What both descriptions together say about the transport, once an answer is there.
 *
 * @param remoteCredentials the peer's ICE credentials
 * @param remoteFingerprints of the certificate that the peer must show
 * @param dtlsRole ours
 * @param localSctpPort ours
 * @param remoteSctpPort the peer's
 * @param remoteMaxMessageSize the largest message that the peer takes, in bytes; 0 for any
 */
public record TransportParameters(
    IceCredentials remoteCredentials,
    List<DtlsFingerprint> remoteFingerprints,
    DtlsRole dtlsRole,
    int localSctpPort,
    int remoteSctpPort,
    long remoteMaxMessageSize) {}
