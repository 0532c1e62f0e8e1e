package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static io.webrtc4j.ice.Dialogue.millis;
import static io.webrtc4j.ice.TwoAgents.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** When ICE fails, and when not yet (RFC 8863, RFC 8838 §8). */
class PatienceTest {
  private static final long PATIENCE = millis(39_500);

  @Test
  void withoutAnyRemoteCandidateItFailsWhenPatienceIsOver() {
    Dialogue dialogue = new Dialogue(IceRole.CONTROLLING);
    dialogue.a.agent.endOfLocalCandidates(0);
    dialogue.until(seconds(100));
    dialogue.a.agent.remoteCredentials(Dialogue.Z_CREDENTIALS, dialogue.now());
    dialogue.a.agent.endOfRemoteCandidates(dialogue.now());
    dialogue.until(seconds(100) + PATIENCE - 1);
    assertThat(dialogue.a.state()).isEqualTo(IceState.NEW);
    dialogue.until(seconds(100) + PATIENCE);
    assertThat(dialogue.a.state()).isEqualTo(IceState.FAILED);
    assertThat(dialogue.a.lastReason())
        .contains("no candidate pair could be formed")
        .contains("1 local candidates, 0 remote ones");
  }

  @Test
  void whenAllPairsFailAtOnceItStillWaits() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLING);
    dialogue.a.agent.endOfRemoteCandidates(0);
    dialogue.refuse(dialogue.expectOne(), 400);
    dialogue.until(PATIENCE - 1);
    assertThat(dialogue.a.state()).isEqualTo(IceState.CHECKING);
    dialogue.until(PATIENCE);
    assertThat(dialogue.a.state()).isEqualTo(IceState.FAILED);
    assertThat(dialogue.a.lastReason())
        .isEqualTo(
            "no candidate pair works, of 1 tried: 192.0.2.1:4000 -> 198.51.100.2:5000 (host/host):"
                + " answered with error 400");
  }

  @Test
  void aLateCheckOfThePeersStillConnects() {
    Dialogue dialogue = new Dialogue(IceRole.CONTROLLED);
    dialogue.a.agent.endOfLocalCandidates(0);
    dialogue.a.agent.remoteCredentials(Dialogue.Z_CREDENTIALS, 0);
    dialogue.a.agent.endOfRemoteCandidates(0);
    dialogue.until(PATIENCE - 1);
    dialogue.request(dialogue.check(true));
    dialogue.answer(dialogue.sent().get(1));
    assertThat(dialogue.a.state()).isEqualTo(IceState.COMPLETED);
    dialogue.until(PATIENCE + millis(100));
    assertThat(dialogue.a.state()).isEqualTo(IceState.COMPLETED);
  }

  @Test
  void aCheckStillUnderWayIsWaitedFor() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLING);
    dialogue.until(seconds(20));
    InetSocketAddress late = at("198.51.100.9", 9);
    dialogue.a.agent.addRemoteCandidate(Dialogue.candidate(late), dialogue.now());
    dialogue.until(seconds(20) + PATIENCE - 1);
    assertThat(dialogue.a.state()).isEqualTo(IceState.CHECKING);
    dialogue.until(seconds(20) + PATIENCE);
    assertThat(dialogue.a.state()).isEqualTo(IceState.FAILED);
    assertThat(dialogue.a.lastReason()).contains("of 2 tried").contains("198.51.100.9:9");
  }

  @Test
  void itDoesNotFailBeforeTheEndOfLocalCandidates() {
    Dialogue dialogue = new Dialogue(IceRole.CONTROLLING);
    dialogue.a.agent.remoteCredentials(Dialogue.Z_CREDENTIALS, 0);
    dialogue.a.agent.addRemoteCandidate(Dialogue.candidate(Dialogue.Z), 0);
    dialogue.until(seconds(60));
    assertThat(dialogue.a.state()).isEqualTo(IceState.CHECKING);
    dialogue.a.agent.endOfLocalCandidates(dialogue.now());
    assertThat(dialogue.a.agent.state()).isEqualTo(IceState.FAILED);
  }

  @Test
  void withoutThePeersCredentialsNothingEverFails() {
    Dialogue dialogue = new Dialogue(IceRole.CONTROLLING);
    dialogue.a.agent.endOfLocalCandidates(0);
    dialogue.a.agent.addRemoteCandidate(Dialogue.candidate(Dialogue.Z), 0);
    assertThat(dialogue.a.agent.nextDeadline()).isEqualTo(Deadline.NEVER);
    assertThat(dialogue.a.state()).isEqualTo(IceState.NEW);
    dialogue.expectNothing();
  }

  @Test
  void afterFailureNothingHappensAnyMore() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);
    dialogue.until(seconds(50));
    assertThat(dialogue.a.state()).isEqualTo(IceState.FAILED);
    int events = dialogue.a.events.size();
    dialogue.request(dialogue.check(true));
    dialogue.a.agent.addRemoteCandidate(Dialogue.candidate(Dialogue.Z), dialogue.now());
    dialogue.a.agent.remoteCredentials(Dialogue.Z_CREDENTIALS, dialogue.now());
    dialogue.a.agent.handleTimeout(dialogue.now());
    dialogue.expectNothing();
    assertThat(dialogue.a.events).hasSize(events);
    assertThat(dialogue.a.agent.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void aWrongPasswordOnOneSideFailsBoth() {
    AgentPeer a = new AgentPeer(IceRole.CONTROLLING, 1).on(Dialogue.A);
    AgentPeer b = new AgentPeer(IceRole.CONTROLLED, 2).on(Dialogue.Z);
    TwoAgents agents = new TwoAgents(a, b);
    IceCredentials wrong =
        new IceCredentials(b.credentials.ufrag(), "this/is/not/the/password/of/b");
    a.agent.remoteCredentials(wrong, 0);
    a.agent.addRemoteCandidate(b.candidates.get(0), 0);
    a.agent.endOfLocalCandidates(0);
    agents.signal(a, b);
    b.agent.endOfLocalCandidates(0);
    agents.runFor(seconds(120));
    assertThat(a.state()).isEqualTo(IceState.FAILED);
    assertThat(b.state()).isEqualTo(IceState.FAILED);
    assertThat(a.lastReason()).contains("401");
  }
}
