package io.webrtc4j.session.transport;

import io.webrtc4j.dtls.DtlsCertificate;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.dtls.DtlsSession;
import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceStatistics;
import io.webrtc4j.rtp.session.InboundStream;
import io.webrtc4j.rtp.session.OutboundStream;
import java.util.List;
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
 * @param inbound what its RTP session receives
 * @param outbound what its RTP session sends
 * @param availableOutgoingBitrate what can be sent by the last estimate of its RTP session, in bits
 *     per second; 0 while unknown
 */
public record TransportStatistics(
    IceStatistics ice,
    long selectedPairChanges,
    DtlsState dtlsState,
    @Nullable DtlsRole dtlsRole,
    DtlsCertificate certificate,
    @Nullable DtlsSession dtlsSession,
    TransportCounters counters,
    List<InboundStream> inbound,
    List<OutboundStream> outbound,
    long availableOutgoingBitrate) {

  /** The lists are copied. */
  public TransportStatistics {
    inbound = List.copyOf(inbound);
    outbound = List.copyOf(outbound);
  }
}
