package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCCertificateStats;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCDataChannelInit;
import io.webrtc4j.RTCDataChannelState;
import io.webrtc4j.RTCDataChannelStats;
import io.webrtc4j.RTCDtlsRole;
import io.webrtc4j.RTCDtlsTransportState;
import io.webrtc4j.RTCIceCandidatePairStats;
import io.webrtc4j.RTCIceCandidateStats;
import io.webrtc4j.RTCIceCandidateType;
import io.webrtc4j.RTCIceRole;
import io.webrtc4j.RTCIceTransportState;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionStats;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCStats;
import io.webrtc4j.RTCStatsIceCandidatePairState;
import io.webrtc4j.RTCStatsReport;
import io.webrtc4j.RTCStatsType;
import io.webrtc4j.RTCTransportStats;
import io.webrtc4j.sim.LinkConditions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** getStats (§8), and what WebRTC's Statistics API says of what it gives. */
class GetStatsTest {
  private static final double EPOCH = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;

  private RTCStatsReport stats(RTCPeerConnection connection) {
    return peers.await(connection.getStats());
  }

  private <T extends RTCStats> T only(RTCPeerConnection connection, Class<T> type) {
    List<T> found = stats(connection).ofType(type);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void aNewConnectionHasNothingButItself() {
    RTCStatsReport report = stats(a);
    assertThat(report).hasSize(1);
    RTCPeerConnectionStats connection = only(a, RTCPeerConnectionStats.class);
    assertThat(connection.type()).isEqualTo(RTCStatsType.PEER_CONNECTION);
    assertThat(connection.dataChannelsOpened()).isZero();
    assertThat(connection.dataChannelsClosed()).isZero();
    assertThat(report.get(connection.id())).isEqualTo(connection);
    assertThat(report.get("nobody")).isNull();
  }

  @Test
  void theTimestampIsTheTimeOfTheReport() {
    peers.network.run(Duration.ofMillis(2500));
    RTCStatsReport report = stats(a);
    double now = EPOCH + peers.network.now().toNanos() / 1e6;
    assertThat(report.values()).allSatisfy(s -> assertThat(s.timestamp()).isEqualTo(now));
  }

  @Test
  void channelsCountWhatTheyCarried() {
    RTCDataChannel channel =
        a.createDataChannel("news", RTCDataChannelInit.builder().protocol("p").build());
    List<RTCDataChannel> there = new ArrayList<>();
    b.onDataChannel(event -> there.add(event.channel()));
    RTCDataChannelStats before = only(a, RTCDataChannelStats.class);
    assertThat(before.state()).isEqualTo(RTCDataChannelState.CONNECTING);
    assertThat(before.dataChannelIdentifier()).isNull();
    peers.connect();
    peers.settle();
    there.get(0).onMessage(message -> {});
    channel.send("four");
    channel.send(new byte[3]);
    there.get(0).send("to a");
    assertThat(only(a, RTCDataChannelStats.class).messagesSent()).isEqualTo(2);
    peers.settle();
    RTCDataChannelStats ours = only(a, RTCDataChannelStats.class);
    RTCDataChannelStats theirs = only(b, RTCDataChannelStats.class);
    assertThat(ours.id()).isEqualTo(before.id());
    assertThat(ours.label()).isEqualTo("news");
    assertThat(ours.protocol()).isEqualTo("p");
    assertThat(ours.dataChannelIdentifier()).isEqualTo(channel.id());
    assertThat(ours.state()).isEqualTo(RTCDataChannelState.OPEN);
    assertThat(ours.messagesSent()).isEqualTo(2);
    assertThat(ours.bytesSent()).isEqualTo(7);
    assertThat(ours.messagesReceived()).isEqualTo(1);
    assertThat(ours.bytesReceived()).isEqualTo(4);
    assertThat(theirs.messagesReceived()).isEqualTo(2);
    assertThat(theirs.bytesReceived()).isEqualTo(7);
    assertThat(theirs.messagesSent()).isEqualTo(1);
    assertThat(theirs.bytesSent()).isEqualTo(4);
  }

  @Test
  void channelsAreCountedWhenTheyOpenAndWhenTheyClose() {
    RTCDataChannel first = a.createDataChannel("first");
    a.createDataChannel("second");
    RTCDataChannel never = a.createDataChannel("never open");
    never.close();
    peers.connect();
    peers.settle();
    assertThat(counts(a)).containsExactly(2L, 0L);
    assertThat(counts(b)).containsExactly(2L, 0L);
    first.close();
    peers.settle();
    assertThat(counts(a)).containsExactly(2L, 1L);
    assertThat(counts(b)).containsExactly(2L, 1L);
    assertThat(stats(a).ofType(RTCDataChannelStats.class)).hasSize(1);
    a.close();
    assertThat(counts(a)).containsExactly(2L, 2L);
  }

  private List<Long> counts(RTCPeerConnection connection) {
    RTCPeerConnectionStats stats = only(connection, RTCPeerConnectionStats.class);
    return List.of(stats.dataChannelsOpened(), stats.dataChannelsClosed());
  }

  @Test
  void aTransportTellsWhatIceAndDtlsAgreedOn() {
    a.createDataChannel("data");
    peers.trickle();
    peers.offer(a, b);
    RTCTransportStats before = only(a, RTCTransportStats.class);
    assertThat(before.dtlsState()).isEqualTo(RTCDtlsTransportState.NEW);
    assertThat(before.dtlsRole()).isEqualTo(RTCDtlsRole.UNKNOWN);
    assertThat(before.iceState()).isEqualTo(RTCIceTransportState.NEW);
    assertThat(before.tlsVersion()).isNull();
    assertThat(before.selectedCandidatePairId()).isNull();
    assertThat(before.selectedCandidatePairChanges()).isZero();
    peers.answer(b, a);
    peers.awaitConnected();
    peers.settle();
    RTCTransportStats ours = only(a, RTCTransportStats.class);
    RTCTransportStats theirs = only(b, RTCTransportStats.class);
    assertThat(ours.id()).isEqualTo(before.id());
    assertThat(ours.dtlsState()).isEqualTo(RTCDtlsTransportState.CONNECTED);
    assertThat(ours.iceState()).isEqualTo(a.sctp().transport().iceTransport().state());
    assertThat(ours.iceRole()).isEqualTo(RTCIceRole.CONTROLLING);
    assertThat(theirs.iceRole()).isEqualTo(RTCIceRole.CONTROLLED);
    assertThat(List.of(ours.dtlsRole(), theirs.dtlsRole()))
        .containsExactlyInAnyOrder(RTCDtlsRole.CLIENT, RTCDtlsRole.SERVER);
    assertThat(ours.tlsVersion()).isEqualTo("FEFD");
    assertThat(ours.dtlsCipher()).startsWith("TLS_ECDHE_ECDSA_WITH_");
    assertThat(ours.srtpCipher()).isEqualTo(theirs.srtpCipher()).contains("AES");
    assertThat(ours.selectedCandidatePairChanges()).isPositive();
    assertThat(a.localDescription().sdp())
        .contains("a=ice-ufrag:" + ours.iceLocalUsernameFragment());
  }

  @Test
  void eachSideSendsWhatTheOtherReceives() {
    a.createDataChannel("data");
    peers.connect();
    peers.settle();
    RTCTransportStats ours = only(a, RTCTransportStats.class);
    RTCTransportStats theirs = only(b, RTCTransportStats.class);
    assertThat(ours.packetsSent()).isPositive().isEqualTo(theirs.packetsReceived());
    assertThat(ours.bytesSent()).isPositive().isEqualTo(theirs.bytesReceived());
    assertThat(theirs.packetsSent()).isPositive().isEqualTo(ours.packetsReceived());
    RTCIceCandidatePairStats pair = selected(a);
    assertThat(pair.packetsSent()).isEqualTo(ours.packetsSent());
    assertThat(pair.bytesReceived()).isEqualTo(ours.bytesReceived());
  }

  @Test
  void certificatesAreThoseOfTheDescriptions() {
    a.createDataChannel("data");
    peers.connect();
    RTCTransportStats transport = only(a, RTCTransportStats.class);
    RTCCertificateStats ours = (RTCCertificateStats) stats(a).get(transport.localCertificateId());
    RTCCertificateStats peers = (RTCCertificateStats) stats(a).get(transport.remoteCertificateId());
    assertThat(a.localDescription().sdp())
        .contains("a=fingerprint:" + ours.fingerprintAlgorithm() + " " + ours.fingerprint());
    assertThat(a.remoteDescription().sdp())
        .contains("a=fingerprint:" + peers.fingerprintAlgorithm() + " " + peers.fingerprint());
    assertThat(Base64.getDecoder().decode(peers.base64Certificate()))
        .isEqualTo(a.sctp().transport().getRemoteCertificates().get(0));
    assertThat(stats(b).keySet()).contains(ours.id(), peers.id());
  }

  @Test
  void thePairInUseHasTheRoundTripTimeOfTheNetwork() {
    peers.alice.uplink().conditions(LinkConditions.perfect().withDelay(Duration.ofMillis(20)));
    peers.bob.uplink().conditions(LinkConditions.perfect().withDelay(Duration.ofMillis(35)));
    a.createDataChannel("data");
    peers.connect();
    peers.network.run(Duration.ofSeconds(30));
    for (RTCPeerConnection each : List.of(a, b)) {
      RTCIceCandidatePairStats pair = selected(each);
      assertThat(pair.state()).isEqualTo(RTCStatsIceCandidatePairState.SUCCEEDED);
      assertThat(pair.nominated()).isTrue();
      assertThat(pair.currentRoundTripTime()).isEqualTo(0.055, within(1e-6));
      assertThat(pair.totalRoundTripTime())
          .isEqualTo(pair.responsesReceived() * 0.055, within(1e-6));
      assertThat(pair.requestsSent()).isPositive();
      assertThat(pair.consentRequestsSent()).isBetween(4L, 9L);
      assertThat(pair.responsesReceived())
          .isEqualTo(pair.requestsSent() + pair.consentRequestsSent());
      assertThat(pair.requestsReceived()).isEqualTo(pair.responsesSent());
    }
    assertThat(selected(a).requestsReceived())
        .isEqualTo(selected(b).requestsSent() + selected(b).consentRequestsSent());
  }

  @Test
  void thePairTellsWhenItsLastPacketsWere() {
    RTCDataChannel channel = a.createDataChannel("data");
    peers.connect();
    peers.network.run(Duration.ofSeconds(40));
    double now = EPOCH + peers.network.now().toNanos() / 1e6;
    channel.send("now");
    peers.settle();
    assertThat(selected(a).lastPacketSentTimestamp()).isBetween(now, now + 1000);
    assertThat(selected(a).lastPacketReceivedTimestamp()).isBetween(now, now + 1000);
    assertThat(selected(b).lastPacketReceivedTimestamp()).isBetween(now, now + 1000);
  }

  @Test
  void candidatesAreThoseThatWereSignalled() {
    a.createDataChannel("data");
    peers.connect();
    RTCIceCandidatePairStats pair = selected(a);
    RTCIceCandidateStats local = (RTCIceCandidateStats) stats(a).get(pair.localCandidateId());
    RTCIceCandidateStats remote = (RTCIceCandidateStats) stats(a).get(pair.remoteCandidateId());
    assertThat(local.type()).isEqualTo(RTCStatsType.LOCAL_CANDIDATE);
    assertThat(local.address()).isEqualTo("10.0.0.1");
    assertThat(local.protocol()).isEqualTo("udp");
    assertThat(local.candidateType()).isEqualTo(RTCIceCandidateType.HOST);
    assertThat(local.transportId()).isEqualTo(pair.transportId());
    assertThat(a.localDescription().sdp())
        .contains(
            "a=candidate:%s 1 udp %s 10.0.0.1 %s typ host"
                .formatted(local.foundation(), local.priority(), local.port()));
    assertThat(remote.type()).isEqualTo(RTCStatsType.REMOTE_CANDIDATE);
    assertThat(remote.address()).isEqualTo("10.0.0.2");
    assertThat(b.localDescription().sdp()).contains("a=ice-ufrag:" + remote.usernameFragment());
  }

  private RTCIceCandidatePairStats selected(RTCPeerConnection connection) {
    RTCStatsReport report = stats(connection);
    RTCTransportStats transport = report.ofType(RTCTransportStats.class).get(0);
    RTCIceCandidatePairStats pair =
        (RTCIceCandidatePairStats) report.get(transport.selectedCandidatePairId());
    assertThat(pair.transportId()).isEqualTo(transport.id());
    return pair;
  }

  @Test
  void idsStayTheSameAndCountersNeverFall() {
    a.createDataChannel("data");
    a.addTransceiver("audio");
    peers.connect();
    RTCStatsReport before = stats(a);
    peers.network.run(Duration.ofSeconds(20));
    RTCStatsReport after = stats(a);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    RTCTransportStats first = before.ofType(RTCTransportStats.class).get(0);
    RTCTransportStats second = after.ofType(RTCTransportStats.class).get(0);
    assertThat(second.packetsSent()).isGreaterThanOrEqualTo(first.packetsSent());
    assertThat(second.selectedCandidatePairId()).isEqualTo(first.selectedCandidatePairId());
  }

  @Test
  void objectsOfOneKindStandTogether() {
    a.createDataChannel("data");
    peers.connect();
    List<RTCStatsType> types = stats(a).values().stream().map(each -> each.type()).toList();
    Set<RTCStatsType> seen = new HashSet<>();
    for (int i = 0; i < types.size(); i++) {
      assertThat(seen.add(types.get(i)) || types.get(i) == types.get(i - 1)).isTrue();
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            RTCStatsType.PEER_CONNECTION,
            RTCStatsType.DATA_CHANNEL,
            RTCStatsType.TRANSPORT,
            RTCStatsType.CANDIDATE_PAIR,
            RTCStatsType.LOCAL_CANDIDATE,
            RTCStatsType.REMOTE_CANDIDATE,
            RTCStatsType.CERTIFICATE);
  }

  @Test
  void anIceRestartHasOtherCandidatesAndPairs() {
    a.createDataChannel("data");
    peers.connect();
    RTCIceCandidatePairStats before = selected(a);
    long changes = only(a, RTCTransportStats.class).selectedCandidatePairChanges();
    a.restartIce();
    peers.negotiate();
    peers.settle();
    RTCStatsReport report = stats(a);
    assertThat(report.keySet())
        .doesNotContain(before.id(), before.localCandidateId(), before.remoteCandidateId());
    assertThat(selected(a).packetsSent())
        .isLessThan(only(a, RTCTransportStats.class).packetsSent());
    assertThat(only(a, RTCTransportStats.class).selectedCandidatePairChanges())
        .isGreaterThan(changes);
  }

  @Test
  void aReportIsNotToBeChanged() {
    RTCStatsReport report = stats(a);
    assertThatThrownBy(() -> report.values().removeIf(each -> true))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aTrackThatNobodyHasIsNoSelector() {
    a.addTransceiver("audio");
    MediaStreamTrack stranger = MediaStreamTrack.audio();
    assertThat(peers.refused(a.getStats(stranger))).isEqualTo("InvalidAccessError");
  }

  @Test
  void aTrackThatSeveralSendersHaveIsNoSelector() {
    MediaStreamTrack track = MediaStreamTrack.audio();
    RTCRtpTransceiver first = a.addTransceiver(track);
    RTCRtpTransceiver second = a.addTransceiver(track);
    assertThat(peers.refused(a.getStats(track))).isEqualTo("InvalidAccessError");
    assertThat(peers.await(first.sender().getStats())).isEmpty();
    peers.await(second.sender().replaceTrack(null));
    assertThat(peers.await(a.getStats(track))).isEmpty();
  }

  @Test
  void theTrackOfAReceiverIsASelector() {
    RTCRtpTransceiver transceiver = a.addTransceiver("video");
    assertThat(peers.await(a.getStats(transceiver.receiver().track()))).isEmpty();
    assertThat(peers.await(transceiver.receiver().getStats())).isEmpty();
  }

  @Test
  void aClosedConnectionTellsWhatWasLast() {
    RTCDataChannel channel = a.createDataChannel("data");
    peers.connect();
    peers.settle();
    channel.send("last words");
    peers.settle();
    RTCStatsReport before = stats(a);
    a.close();
    RTCStatsReport after = stats(a);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    RTCTransportStats transport = after.ofType(RTCTransportStats.class).get(0);
    assertThat(transport.dtlsState()).isEqualTo(RTCDtlsTransportState.CLOSED);
    assertThat(transport.iceState()).isEqualTo(RTCIceTransportState.CLOSED);
    RTCDataChannelStats data = after.ofType(RTCDataChannelStats.class).get(0);
    assertThat(data.state()).isEqualTo(RTCDataChannelState.CLOSED);
    assertThat(data.bytesSent()).isEqualTo(10);
    peers.settle();
    assertThat(stats(a)).isEqualTo(after);
  }

  @Test
  void aConnectionThatNeverWasUsedCanBeAskedAfterItsEnd() {
    a.close();
    assertThat(stats(a)).hasSize(1);
    MediaStreamTrack stranger = MediaStreamTrack.audio();
    assertThat(peers.refused(a.getStats(stranger))).isEqualTo("InvalidAccessError");
  }

  @Test
  void aReportShowsWhatEventsHaveToldBefore() {
    a.createDataChannel("data");
    List<RTCDtlsTransportState> seen = new ArrayList<>();
    a.onConnectionStateChange(
        event -> {
          RTCDtlsTransportState now = a.sctp().transport().state();
          Peers.start(
              a.getStats()
                  .thenAccept(
                      report -> {
                        RTCTransportStats transport = report.ofType(RTCTransportStats.class).get(0);
                        assertThat(transport.dtlsState()).isGreaterThanOrEqualTo(now);
                        seen.add(transport.dtlsState());
                      }));
        });
    peers.connect();
    peers.settle();
    assertThat(seen).endsWith(RTCDtlsTransportState.CONNECTED);
  }
}
