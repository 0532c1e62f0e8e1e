package io.webrtc4j.session.transport;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.ice.IceCredentials;
import java.util.List;

/**
 * What both descriptions together say about a transport, once both are there.
 *
 * @param remoteCredentials the peer's ICE credentials
 * @param remoteFingerprints of the certificate that the peer must show
 * @param dtlsRole ours
 */
public record TransportParameters(
    IceCredentials remoteCredentials,
    List<DtlsFingerprint> remoteFingerprints,
    DtlsRole dtlsRole) {}
