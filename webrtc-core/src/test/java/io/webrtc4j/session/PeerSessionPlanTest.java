package io.webrtc4j.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.ice.IcePath;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sim.LinkConditions;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What plans do to a session's transports and channels. */
class PeerSessionPlanTest {
  private final TwoSessions peers = new TwoSessions(LinkConditions.perfect(), 1);
  private final IceCredentials credentials = IceCredentials.generate(new SplittableRandom(1));

  @Test
  void eachTransportGathersOnceAndNamesItsCandidates() {
    List<TransportPlan> plans = List.of(plan(3), plan(5));
    peers.a.apply(plans, 0);
    peers.a.apply(plans, 0);
    String ufrag = credentials.ufrag();
    assertThat(peers.a.events)
        .contains(
            new SessionEvent.GatheringStateChanged(3, GatheringState.GATHERING),
            new SessionEvent.EndOfLocalCandidates(5, ufrag),
            new SessionEvent.GatheringStateChanged(5, GatheringState.COMPLETE));
    assertThat(peers.a.events).filteredOn(SessionEvent.LocalCandidate.class::isInstance).hasSize(2);
    assertThat(peers.a.sockets).hasSize(2);
  }

  @Test
  void whatIsNotListedAnyMoreTellsThePeerAndGivesItsSocketsBack() {
    connect(0, 1);
    InetSocketAddress socket = new InetSocketAddress(TwoSessions.address(1), 5001);
    peers.ofA.drop(1);
    peers.ofA.apply(peers.network.now());
    peers.network.runFor(Deadline.millis(500));
    assertThat(peers.a.events).endsWith(new SessionEvent.AddressReleased(1, socket));
    assertThat(peers.b.events)
        .filteredOn(SessionEvent.DtlsStateChanged.class::isInstance)
        .last()
        .asString()
        .contains("transport=1")
        .contains("CLOSED");
    assertThat(peers.a.connectionState()).isEqualTo(ConnectionState.CONNECTED);

    PacketBuffer late = PacketBuffer.wrap(new byte[] {1, 2, 3});
    peers.a.session.handlePacket(late, new IcePath(socket, socket), peers.network.now());
    assertThat(peers.a.session.counters().strayDatagrams()).isEqualTo(1);
  }

  @Test
  void anAddressForATransportThatIsGoneIsNotWanted() {
    InetSocketAddress socket = new InetSocketAddress(TwoSessions.address(1), 1);
    assertThat(peers.a.session.addLocalAddress(7, socket, null, 1, 0)).isFalse();
  }

  @Test
  void candidatesOfUnknownTransportsAndGenerationsAreDroppedAndCounted() throws Exception {
    CandidateAttribute candidate =
        CandidateAttribute.parse("candidate:1 1 udp 2122260223 192.0.2.1 4000 typ host");
    connect(0);
    int pairs = pairs(0);
    peers.a.session.addRemoteCandidate(7, candidate, null, peers.network.now());
    peers.a.session.addRemoteCandidate(0, candidate, "older", peers.network.now());
    assertThat(peers.a.session.counters().staleCandidates()).isEqualTo(2);
    assertThat(pairs(0)).isEqualTo(pairs);
  }

  @Test
  void withoutItsPlanTheAssociationEndsAndItsChannelsTellSo() {
    int channel = peers.a.openChannel("x");
    peers.ofA.dataOn = 0;
    peers.ofB.dataOn = 0;
    connect(0);
    awaitOpen(channel);
    peers.ofA.dataOn = -1;
    peers.answer(peers.ofA, peers.ofB);
    assertThat(peers.a.closed).containsExactly(channel);
    peers.network.runFor(Deadline.millis(500));
    assertThat(peers.b.closed).isEqualTo(peers.b.offered);
    assertThat(peers.a.connectionState()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void dataThatMovesToAnotherTransportKeepsItsChannels() {
    int channel = peers.a.openChannel("x");
    peers.ofA.dataOn = 0;
    peers.ofB.dataOn = 0;
    connect(0, 1);
    awaitOpen(channel);
    peers.ofA.dataOn = 1;
    peers.ofB.dataOn = 1;
    peers.ofB.learn(peers.ofA);
    peers.ofB.apply(peers.network.now());
    peers.answer(peers.ofA, peers.ofB);
    peers.a.session.send(channel, true, "hello".getBytes(UTF_8), peers.network.now());
    peers.network.runFor(Deadline.seconds(1));
    assertThat(peers.b.messagesOn(peers.b.offered.get(0))).hasSize(1);
    assertThat(peers.a.closed).isEmpty();
  }

  @Test
  void aGoodbyeOfAPeerWhoseDataMayHaveMovedWaitsForWhatComesOfIt() {
    int channel = peers.a.openChannel("x");
    peers.ofA.dataOn = 0;
    peers.ofB.dataOn = 0;
    connect(0);
    awaitOpen(channel);
    peers.ofA.describe(1);
    peers.ofA.apply(peers.network.now());
    peers.ofB.drop(0);
    peers.ofB.apply(peers.network.now());
    peers.network.runFor(Deadline.millis(500));
    assertThat(peers.a.transportStates.get(0).dtls()).isEqualTo(DtlsState.CLOSED);
    assertThat(peers.a.closed).isEmpty();
    peers.ofA.drop(1);
    peers.ofA.apply(peers.network.now());
    assertThat(peers.a.closed).containsExactly(channel);
  }

  @Test
  void dataComesBackInAnAssociationOfItsOwn() {
    int first = peers.a.openChannel("first");
    peers.ofA.dataOn = 0;
    peers.ofB.dataOn = 0;
    connect(0, 1);
    awaitOpen(first);
    for (int on : new int[] {-1, 1}) {
      peers.ofA.dataOn = on;
      peers.ofB.dataOn = on;
      peers.ofB.learn(peers.ofA);
      peers.ofB.apply(peers.network.now());
      peers.answer(peers.ofA, peers.ofB);
    }
    assertThat(peers.a.closed).containsExactly(first);

    int second = peers.a.openChannel("second");
    awaitOpen(second);
    peers.a.session.send(second, true, "hello".getBytes(UTF_8), peers.network.now());
    peers.network.runFor(Deadline.seconds(1));
    int accepted = peers.b.offered.get(1);
    assertThat(peers.b.messagesOn(accepted)).hasSize(1);
  }

  @Test
  void dataThatMovesBeforeThereIsAnAssociationTakesItsChannelsAlong() {
    int channel = peers.a.openChannel("x");
    int given = peers.a.openChannel("given up");
    peers.ofA.dataOn = 0;
    peers.ofB.dataOn = 1;
    peers.negotiate(0, 1);
    peers.a.session.closeDataChannel(given, peers.network.now());
    peers.ofA.dataOn = 1;
    peers.answer(peers.ofA, peers.ofB);
    awaitOpen(channel);
    assertThat(peers.a.closed).containsExactly(given);
  }

  @Test
  void contradictoryPlansChangeNothing() {
    connect(0);
    RemotePlan known = remote(peers.ofB);
    RemotePlan other =
        new RemotePlan(
            known.credentials(),
            false,
            List.of(peers.a.certificate.fingerprint()),
            known.dtlsRole(),
            List.of(),
            false,
            null);
    TransportPlan forged = new TransportPlan(0, peers.ofA.credentials(0), true, other);
    assertThatThrownBy(() -> peers.a.session.apply(List.of(forged, plan(1)), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DTLS association");
    assertThatThrownBy(() -> peers.a.session.apply(List.of(plan(1), plan(1)), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(peers.a.session.transports()).hasSize(1);
  }

  @Test
  void closingEndsAllTransportsAndThenTheSession() {
    connect(0, 1, 2);
    peers.a.session.close(peers.network.now());
    peers.network.runFor(Deadline.millis(500));
    assertThat(peers.a.session.isClosed()).isTrue();
    assertThat(peers.a.sockets).isEmpty();
    assertThat(peers.b.transportStates.values())
        .allSatisfy(state -> assertThat(state.dtls()).hasToString("CLOSED"));
  }

  private RemotePlan remote(Plans plans) {
    return new RemotePlan(
        plans.credentials(0),
        false,
        List.of(plans.fingerprint),
        DtlsRole.SERVER,
        List.of(),
        false,
        null);
  }

  private TransportPlan plan(int id) {
    return new TransportPlan(id, credentials, true, null);
  }

  private int pairs(int transport) {
    return Objects.requireNonNull(peers.a.session.transport(transport)).ice().pairs().size();
  }

  private void connect(int... transports) {
    peers.negotiate(transports);
    assertThat(peers.runUntilBothConnected()).isTrue();
  }

  private void awaitOpen(int channel) {
    assertThat(peers.network.runUntil(() -> peers.a.opened.contains(channel), TwoSessions.MINUTE))
        .isTrue();
    peers.network.runFor(Deadline.seconds(1));
  }
}
