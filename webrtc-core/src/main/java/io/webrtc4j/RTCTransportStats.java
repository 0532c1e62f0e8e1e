package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * A transport: ICE and DTLS (W3C Statistics, {@code transport}).
 *
 * @param id names the object in reports of this connection, always the same one
 * @param timestamp when this was so: milliseconds since 1970
 * @param packetsSent packets sent, without STUN
 * @param packetsReceived packets received, without STUN
 * @param bytesSent bytes of these sent, without headers of UDP and IP
 * @param bytesReceived bytes of these received, without headers of UDP and IP
 * @param iceRole our role in ICE
 * @param iceLocalUsernameFragment what the peer's checks have to name
 * @param dtlsState how DTLS does
 * @param iceState how ICE does
 * @param selectedCandidatePairId the {@link RTCIceCandidatePairStats} in use
 * @param localCertificateId the {@link RTCCertificateStats} of ours
 * @param remoteCertificateId the {@link RTCCertificateStats} of the peer's
 * @param tlsVersion the version of DTLS as four hexadecimal digits, such as {@code FEFD}
 * @param dtlsCipher IANA's name of the cipher suite
 * @param dtlsRole our role in the handshake
 * @param srtpCipher IANA's name of SRTP's protection profile
 * @param selectedCandidatePairChanges how often the pair in use changed, from none or to none as
 *     well
 * @param ccfbMessagesSent messages of congestion control feedback (RFC 8888) sent
 * @param ccfbMessagesReceived messages of congestion control feedback (RFC 8888) received
 */
public record RTCTransportStats(
    String id,
    double timestamp,
    @Nullable Long packetsSent,
    @Nullable Long packetsReceived,
    @Nullable Long bytesSent,
    @Nullable Long bytesReceived,
    @Nullable RTCIceRole iceRole,
    @Nullable String iceLocalUsernameFragment,
    RTCDtlsTransportState dtlsState,
    @Nullable RTCIceTransportState iceState,
    @Nullable String selectedCandidatePairId,
    @Nullable String localCertificateId,
    @Nullable String remoteCertificateId,
    @Nullable String tlsVersion,
    @Nullable String dtlsCipher,
    @Nullable RTCDtlsRole dtlsRole,
    @Nullable String srtpCipher,
    @Nullable Long selectedCandidatePairChanges,
    @Nullable Long ccfbMessagesSent,
    @Nullable Long ccfbMessagesReceived)
    implements RTCStats {
  @Override
  public RTCStatsType type() {
    return RTCStatsType.TRANSPORT;
  }
}
