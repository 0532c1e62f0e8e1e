package io.webrtc4j.session.jsep;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.ice.IceCredentials;

/**
 * What our descriptions say of our end.
 *
 * @param credentials our ICE credentials
 * @param fingerprint of our certificate
 * @param sctpPort our SCTP port
 * @param maxMessageSize the largest data channel message that we take, in bytes
 */
public record LocalEnd(
    IceCredentials credentials, DtlsFingerprint fingerprint, int sctpPort, long maxMessageSize) {}
