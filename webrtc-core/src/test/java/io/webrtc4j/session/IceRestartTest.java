package io.webrtc4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.ice.IceRole;
import io.webrtc4j.ice.IceState;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sim.LinkConditions;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change of credentials in the plans does to a session that is connected. */
class IceRestartTest {
  private static final InetSocketAddress FIRST =
      new InetSocketAddress(TwoSessions.address(1), 5000);
  private static final InetSocketAddress NEXT = new InetSocketAddress(TwoSessions.address(9), 5000);

  private final TwoSessions peers =
      new TwoSessions(
          LinkConditions.perfect().withDelay(Deadline.millis(20), Deadline.millis(0)), 1);

  @BeforeEach
  void connect() {
    peers.negotiate();
    assertThat(peers.runUntilBothConnected()).isTrue();
    peers.network.runFor(Deadline.seconds(2));
    forget();
  }

  @Test
  void ourNewCredentialsGatherAnewAndDisturbNothing() {
    peers.ofA.describe(0);
    peers.ofA.apply(peers.network.now());
    String ufrag = peers.ofA.credentials(0).ufrag();
    assertThat(peers.a.events)
        .contains(
            new SessionEvent.GatheringStateChanged(0, GatheringState.GATHERING),
            new SessionEvent.EndOfLocalCandidates(0, ufrag),
            new SessionEvent.GatheringStateChanged(0, GatheringState.COMPLETE));
    assertThat(peers.a.candidates.get(ufrag)).hasSize(1);
    peers.network.runFor(Deadline.seconds(60));
    assertThat(peers.a.iceState()).isEqualTo(IceState.COMPLETED);
    assertThat(peers.a.events).noneMatch(SessionEvent.IceStateChanged.class::isInstance);
  }

  @Test
  void aRestartOfAConnectionThatWorksIsNeverDisconnected() {
    peers.negotiate();
    peers.network.runFor(Deadline.seconds(60));
    assertThat(iceStates(peers.a)).containsExactly(IceState.CONNECTED, IceState.COMPLETED);
    assertThat(iceStates(peers.b)).containsExactly(IceState.CONNECTED, IceState.COMPLETED);
    assertThat(peers.a.connectionStates).isEmpty();
  }

  @Test
  void theSocketsOfAnAddressThatCameAreKeptWhenTheOneBeforeGoes() {
    peers.a.addresses = List.of(NEXT.getAddress(), FIRST.getAddress());
    peers.negotiate();
    assertThat(peers.a.sockets).containsExactlyInAnyOrder(FIRST, NEXT);
    peers.network.runFor(Deadline.seconds(60));
    peers.a.addresses = List.of(NEXT.getAddress());
    forget();
    peers.negotiate();
    assertThat(peers.a.sockets).containsExactlyInAnyOrder(FIRST, NEXT);
    peers.network.runFor(Deadline.seconds(60));
    assertThat(peers.a.sockets).containsExactly(NEXT);
    assertThat(peers.a.events).contains(new SessionEvent.AddressReleased(0, FIRST));
    assertThat(peers.a.connectionStates).doesNotContain(ConnectionState.FAILED);
    assertThat(peers.a.connectionState()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void aRestartThatIsTakenBackGivesItsNewSocketsBackAtOnce() {
    IceCredentials before = peers.ofA.credentials(0);
    peers.a.addresses = List.of(NEXT.getAddress(), FIRST.getAddress());
    peers.ofA.describe(0);
    peers.ofA.apply(peers.network.now());
    assertThat(peers.a.sockets).containsExactlyInAnyOrder(FIRST, NEXT);
    peers.ofA.describe(0, before);
    peers.ofA.apply(peers.network.now());
    assertThat(peers.a.sockets).containsExactly(FIRST);
    peers.network.runFor(Deadline.seconds(60));
    assertThat(peers.a.connectionState()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void candidatesBelongToTheirGeneration() throws Exception {
    CandidateAttribute candidate =
        CandidateAttribute.parse("candidate:1 1 udp 2122260223 192.0.2.1 4000 typ host");
    String old = peers.ofB.credentials(0).ufrag();
    peers.negotiate();
    peers.a.session.addRemoteCandidate(0, candidate, old, peers.network.now());
    assertThat(peers.a.session.counters().staleCandidates()).isEqualTo(1);
    peers.a.session.addRemoteCandidate(
        0, candidate, peers.ofB.credentials(0).ufrag(), peers.network.now());
    assertThat(peers.a.session.counters().staleCandidates()).isEqualTo(1);
  }

  @Test
  void aRoleConflictInARestartIsResolvedAndTold() {
    peers.ofB.controlling = true;
    peers.negotiate();
    peers.network.runFor(Deadline.seconds(5));
    IceRole a = Objects.requireNonNull(peers.a.session.transport(0)).ice().role();
    IceRole b = Objects.requireNonNull(peers.b.session.transport(0)).ice().role();
    assertThat(a).isNotEqualTo(b);
    assertThat(peers.a.events.contains(new SessionEvent.IceRoleChanged(0, a)))
        .isNotEqualTo(peers.b.events.contains(new SessionEvent.IceRoleChanged(0, b)));
    assertThat(peers.a.iceState()).isEqualTo(IceState.COMPLETED);
  }

  @Test
  void bothEndsKeepTheKeysThatTheyHave() {
    byte[] before = keys(peers.a);
    assertThat(keys(peers.b)).isEqualTo(before);
    peers.negotiate();
    peers.network.runFor(Deadline.seconds(5));
    assertThat(keys(peers.a)).isEqualTo(before);
  }

  private static byte[] keys(SimulatedPeer peer) {
    var dtls = Objects.requireNonNull(peer.session.transport(0)).dtlsSession();
    assertThat(Objects.requireNonNull(dtls).srtpProtectionProfile()).isNotNull();
    return dtls.exportKeyingMaterial("EXTRACTOR-dtls_srtp", 60);
  }

  private void forget() {
    peers.a.events.clear();
    peers.b.events.clear();
    peers.a.connectionStates.clear();
  }

  private static List<IceState> iceStates(SimulatedPeer peer) {
    return peer.events.stream()
        .filter(SessionEvent.IceStateChanged.class::isInstance)
        .map(event -> ((SessionEvent.IceStateChanged) event).state())
        .toList();
  }
}
