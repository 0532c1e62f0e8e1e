package io.webrtc4j;

import io.webrtc4j.dtls.DtlsSession;
import io.webrtc4j.ice.IceCandidate;
import io.webrtc4j.session.AddressNames;
import io.webrtc4j.session.PeerSession;
import io.webrtc4j.session.transport.TransportCounters;
import org.jspecify.annotations.Nullable;

/** Makes reports of a session; on its event loop. */
final class ReportBuilder {
  private ReportBuilder() {}

  static PeerReport of(PeerSession session) {
    TransportCounters counters = session.counters();
    DtlsSession dtls = session.transport().dtlsSession();
    return new PeerReport(
        describe(session.transport().selectedLocal(), session.names()),
        describe(session.transport().selectedRemote(), session.names()),
        dtls == null ? null : dtls.protocolVersion(),
        dtls == null ? null : dtls.cipherSuite(),
        dtls == null ? null : dtls.group(),
        counters.sent(),
        counters.sentBytes(),
        counters.received(),
        counters.receivedBytes(),
        counters.unknown() + counters.unexpected() + counters.invalidPath(),
        session.transport().ice().pairs().stream()
            .map(pair -> PeerReport.line(pair, session.names()))
            .toList(),
        session.hiddenCandidates());
  }

  private static @Nullable String describe(@Nullable IceCandidate candidate, AddressNames names) {
    return candidate == null ? null : PeerReport.describe(candidate, names);
  }
}
