package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.dtls.crypto.SigningKey;
import java.util.List;

/**
 * What both handshakes need to know.
 *
 * @param key of our certificate
 * @param certificate ours, in DER
 * @param check what the peer's certificate must be
 * @param srtpProfiles numbers of the SRTP protection profiles to negotiate, best first; may be
 *     empty
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from one class to the next, never compared.
public record HandshakeSettings(
    SigningKey key, byte[] certificate, CertificateCheck check, List<Integer> srtpProfiles) {}
