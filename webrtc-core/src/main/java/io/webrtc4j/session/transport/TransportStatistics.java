package io.webrtc4j.session.transport;

import io.webrtc4j.dtls.DtlsCertificate;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.dtls.DtlsSession;
import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceStatistics;
import org.jspecify.annotations.Nullable;

/**
 * One transport at one moment, for statistics.
 *
 * @param ice its candidates and pairs
 * @param selectedPairChanges how often another path was taken, or the one in use was lost
 * @param dtlsState how far DTLS is
 * @param dtlsRole ours; null while it is not known
 * @param certificate ours
 * @param dtlsSession what the handshake agreed on; null before it is done
 * @param counters what came and went
 */
public record TransportStatistics(
    IceStatistics ice,
    long selectedPairChanges,
    DtlsState dtlsState,
    @Nullable DtlsRole dtlsRole,
    DtlsCertificate certificate,
    @Nullable DtlsSession dtlsSession,
    TransportCounters counters) {}
