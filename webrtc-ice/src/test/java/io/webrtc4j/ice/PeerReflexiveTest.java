package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static io.webrtc4j.ice.TwoAgents.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** Ways that no one has signalled. */
class PeerReflexiveTest {
  private static final InetSocketAddress A = at("192.0.2.1", 4000);
  private static final InetSocketAddress B = at("10.0.0.2", 5000);
  private static final InetSocketAddress NAT = at("203.0.113.7", 40_000);

  @Test
  void oneSidesCandidatesAreEnough() {
    for (IceRole role : IceRole.values()) {
      AgentPeer a = new AgentPeer(role, 1).on(A);
      AgentPeer b = new AgentPeer(role.opposite(), 2).on(B);
      TwoAgents agents = new TwoAgents(a, b);
      // All of b's candidates are .local names that a cannot resolve.
      a.agent.remoteCredentials(b.credentials, 0);
      a.agent.endOfLocalCandidates(0);
      agents.signal(a, b);
      agents.runUntilNominated(seconds(5));
      agents.assertAgreed();
      assertThat(a.nominated().remote().type()).isEqualTo(CandidateType.PEER_REFLEXIVE);
      assertThat(b.nominated().remote().type()).isEqualTo(CandidateType.HOST);
    }
  }

  @Test
  void behindANatBothSidesSeeAReflexiveCandidate() {
    for (IceRole role : IceRole.values()) {
      AgentPeer a = new AgentPeer(role, 1).on(A);
      AgentPeer b = new AgentPeer(role.opposite(), 2).on(B).behind(B, NAT);
      TwoAgents agents = new TwoAgents(a, b).signalAll();
      agents.network.aToB().filter(datagram -> datagram.destination().equals(NAT));
      agents.runUntilNominated(seconds(5));
      assertThat(a.agent.selectedPath()).isEqualTo(new IcePath(A, NAT));
      assertThat(b.agent.selectedPath()).isEqualTo(new IcePath(B, A));
      assertThat(a.nominated().remote().type()).isEqualTo(CandidateType.PEER_REFLEXIVE);
      IceCandidate mapped = b.nominated().local();
      assertThat(mapped.type()).isEqualTo(CandidateType.PEER_REFLEXIVE);
      assertThat(mapped.address()).isEqualTo(NAT);
      assertThat(mapped.relatedAddress()).isEqualTo(B);
      assertThat(a.nominated().priority()).isEqualTo(b.nominated().priority());
    }
  }

  @Test
  void theCandidatesMayComeAfterTheConnection() {
    AgentPeer a = new AgentPeer(IceRole.CONTROLLING, 1).on(A);
    AgentPeer b = new AgentPeer(IceRole.CONTROLLED, 2).on(B);
    TwoAgents agents = new TwoAgents(a, b);
    a.agent.remoteCredentials(b.credentials, 0);
    agents.signal(a, b);
    agents.runUntilNominated(seconds(5));
    assertThat(a.state()).isEqualTo(IceState.CONNECTED);
    a.agent.addRemoteCandidate(b.candidates.get(0), agents.network.now());
    a.agent.endOfLocalCandidates(agents.network.now());
    a.agent.endOfRemoteCandidates(agents.network.now());
    agents.runFor(seconds(10));
    assertThat(a.state()).isEqualTo(IceState.COMPLETED);
    assertThat(a.nominated().remote().type()).isEqualTo(CandidateType.HOST);
  }

  @Test
  void checksBeforeTheAnswerArriveAreNotLost() {
    AgentPeer a = new AgentPeer(IceRole.CONTROLLING, 1).on(A);
    AgentPeer b = new AgentPeer(IceRole.CONTROLLED, 2).on(B);
    TwoAgents agents = new TwoAgents(a, b);
    agents.signal(a, b);
    agents.runFor(Deadline.millis(300));
    // b knows that its checks arrive, and waits for the nomination.
    assertThat(b.state()).isEqualTo(IceState.CONNECTED);
    assertThat(a.state()).isEqualTo(IceState.NEW);
    a.agent.remoteCredentials(b.credentials, agents.network.now());
    agents.runUntilNominated(seconds(1));
    agents.assertAgreed();
  }
}
