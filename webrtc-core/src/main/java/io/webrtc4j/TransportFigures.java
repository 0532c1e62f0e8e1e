package io.webrtc4j;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.dtls.DtlsSession;
import io.webrtc4j.dtls.SrtpProtectionProfile;
import io.webrtc4j.ice.IceCandidate;
import io.webrtc4j.ice.IcePath;
import io.webrtc4j.ice.IceStatistics;
import io.webrtc4j.session.AddressNames;
import io.webrtc4j.session.transport.TransportCounters;
import io.webrtc4j.session.transport.TransportStatistics;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statistics of one transport, with its certificates, candidates and pairs; on the loop. */
final class TransportFigures {
  private final String id;
  private final int number;
  private final StatsClock clock;
  private final StatsIds ids;
  private final AddressNames names;
  private final TransportStatistics figures;
  private final boolean closed;
  private final Map<String, RTCStats> objects = new LinkedHashMap<>();
  private @Nullable String selectedPair;

  /** Identifies a candidate. */
  private record CandidateKey(
      int transport,
      boolean local,
      @Nullable String ufrag,
      InetSocketAddress address,
      @Nullable InetSocketAddress relatedAddress) {}

  /** Identifies a pair. */
  private record PairKey(
      int transport, @Nullable String localUfrag, @Nullable String remoteUfrag, IcePath path) {}

  private TransportFigures(
      int number,
      TransportStatistics figures,
      StatsClock clock,
      StatsIds ids,
      AddressNames names,
      boolean closed) {
    this.id = id(number);
    this.number = number;
    this.clock = clock;
    this.ids = ids;
    this.names = names;
    this.figures = figures;
    this.closed = closed;
  }

  /** The id of the transport with this number. */
  static String id(int transport) {
    return "T" + transport;
  }

  /**
   * The objects by their ids.
   *
   * @param closed whether the connection is closed, and this was the transport before
   */
  static Map<String, RTCStats> of(
      int transport,
      TransportStatistics figures,
      StatsClock clock,
      StatsIds ids,
      AddressNames names,
      boolean closed) {
    TransportFigures made = new TransportFigures(transport, figures, clock, ids, names, closed);
    made.gather();
    return made.objects;
  }

  private void gather() {
    IceStatistics ice = figures.ice();
    ice.local().forEach(each -> candidate(each, true));
    ice.remote().forEach(each -> candidate(each, false));
    ice.pairs().forEach(this::pair);
    DtlsSession session = figures.dtlsSession();
    String ours = certificate(figures.certificate().encoded());
    @Nullable String peers = session == null ? null : certificate(session.peerCertificate());
    transport(ours, peers);
  }

  private void transport(String ours, @Nullable String peers) {
    IceStatistics ice = figures.ice();
    TransportCounters counters = figures.counters();
    StatsMembers members =
        members(id)
            .with("packetsSent", counters.dataSent())
            .with("packetsReceived", counters.dataReceived())
            .with("bytesSent", counters.dataSentBytes())
            .with("bytesReceived", counters.dataReceivedBytes())
            .with("iceRole", RTCIceRole.valueOf(ice.role().name()))
            .with("iceLocalUsernameFragment", ice.localUfrag())
            .with("iceState", iceState())
            .with("dtlsState", dtlsState())
            .with("selectedCandidatePairId", selectedPair)
            .with("selectedCandidatePairChanges", figures.selectedPairChanges())
            .with("localCertificateId", ours)
            .with("remoteCertificateId", peers)
            .with("dtlsRole", role(figures.dtlsRole()));
    DtlsSession session = figures.dtlsSession();
    if (session != null) {
      SrtpProtectionProfile srtp = session.srtpProtectionProfile();
      members
          .with("tlsVersion", session.tlsVersion())
          .with("dtlsCipher", session.cipherSuite())
          .with("srtpCipher", srtp == null ? null : srtp.name());
    }
    add(members.as(RTCTransportStats.class));
  }

  private RTCIceTransportState iceState() {
    return closed
        ? RTCIceTransportState.CLOSED
        : RTCIceTransportState.valueOf(figures.ice().state().name());
  }

  private RTCDtlsTransportState dtlsState() {
    return closed
        ? RTCDtlsTransportState.CLOSED
        : RTCDtlsTransportState.valueOf(figures.dtlsState().name());
  }

  private static RTCDtlsRole role(@Nullable DtlsRole role) {
    return role == null ? RTCDtlsRole.UNKNOWN : RTCDtlsRole.valueOf(role.name());
  }

  private String certificate(byte[] encoded) {
    DtlsFingerprint fingerprint = DtlsFingerprint.of("sha-256", encoded);
    String certificateId = "CF" + fingerprint.colonHex();
    add(
        members(certificateId)
            .with("fingerprint", fingerprint.colonHex())
            .with("fingerprintAlgorithm", fingerprint.algorithm())
            .with("base64Certificate", Base64.getEncoder().encodeToString(encoded))
            .as(RTCCertificateStats.class));
    return certificateId;
  }

  private void candidate(IceStatistics.Candidate listed, boolean local) {
    IceCandidate candidate = listed.candidate();
    InetSocketAddress related = candidate.relatedAddress();
    add(
        members(candidateId(listed, local))
            .with("type", local ? RTCStatsType.LOCAL_CANDIDATE : RTCStatsType.REMOTE_CANDIDATE)
            .with("transportId", id)
            .with("address", names.host(candidate.address()))
            .with("port", candidate.address().getPort())
            .with("protocol", candidate.transport().name().toLowerCase(Locale.ROOT))
            .with(
                "candidateType",
                RTCIceCandidateType.valueOf(candidate.type().token().toUpperCase(Locale.ROOT)))
            .with("priority", (int) Math.min(candidate.priority(), Integer.MAX_VALUE))
            // The agent marks those that it learned from checks by a character that SDP has not.
            .with("foundation", candidate.foundation().replace('!', '+'))
            .with("relatedAddress", related == null ? null : names.host(related))
            .with("relatedPort", related == null ? null : related.getPort())
            .with("usernameFragment", listed.ufrag())
            .as(RTCIceCandidateStats.class));
  }

  private String candidateId(IceStatistics.Candidate listed, boolean local) {
    IceCandidate candidate = listed.candidate();
    return ids.of(
        "I",
        new CandidateKey(
            number, local, listed.ufrag(), candidate.address(), candidate.relatedAddress()));
  }

  private void pair(IceStatistics.Pair pair) {
    String pairId =
        ids.of("CP", new PairKey(number, pair.local().ufrag(), pair.remote().ufrag(), pair.path()));
    if (pair.selected()) {
      selectedPair = pairId;
    }
    add(
        PairFigures.of(members(pairId), pair, clock)
            .with("transportId", id)
            .with("localCandidateId", candidateId(pair.local(), true))
            .with("remoteCandidateId", candidateId(pair.remote(), false))
            .with("availableOutgoingBitrate", pair.selected() ? outgoingBitrate() : null)
            .as(RTCIceCandidatePairStats.class));
  }

  private @Nullable Double outgoingBitrate() {
    long estimate = figures.availableOutgoingBitrate();
    return estimate == 0 ? null : Double.valueOf((double) estimate);
  }

  private StatsMembers members(String object) {
    return new StatsMembers(object, clock.now());
  }

  private void add(RTCStats object) {
    objects.put(object.id(), object);
  }
}
