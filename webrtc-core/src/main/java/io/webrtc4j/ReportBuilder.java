package io.webrtc4j;

import io.webrtc4j.dtls.DtlsSession;
import io.webrtc4j.ice.IceCandidate;
import io.webrtc4j.session.AddressNames;
import io.webrtc4j.session.PeerSession;
import io.webrtc4j.session.SessionCounters;
import io.webrtc4j.session.transport.PeerTransport;
import io.webrtc4j.session.transport.TransportCounters;
import org.jspecify.annotations.Nullable;

/** Makes reports of a session; on its event loop. */
final class ReportBuilder {
  private ReportBuilder() {}

  /** Of a session with several transports the path and the cipher are the first one's. */
  static PeerReport of(PeerSession session) {
    SessionCounters counted = session.counters();
    TransportCounters counters = counted.transports();
    PeerTransport first = session.transports().isEmpty() ? null : session.transports().get(0);
    DtlsSession dtls = first == null ? null : first.dtlsSession();
    return new PeerReport(
        first == null ? null : describe(first.selectedLocal(), session.names()),
        first == null ? null : describe(first.selectedRemote(), session.names()),
        dtls == null ? null : dtls.protocolVersion(),
        dtls == null ? null : dtls.cipherSuite(),
        dtls == null ? null : dtls.group(),
        counters.sent(),
        counters.sentBytes(),
        counters.received(),
        counters.receivedBytes(),
        counted.datagramsDropped(),
        session.transports().stream()
            .flatMap(transport -> transport.ice().pairs().stream())
            .map(pair -> PeerReport.line(pair, session.names()))
            .toList(),
        session.hiddenCandidates());
  }

  private static @Nullable String describe(@Nullable IceCandidate candidate, AddressNames names) {
    return candidate == null ? null : PeerReport.describe(candidate, names);
  }
}
