package io.webrtc4j.ice;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.TwoPeers;

/** Two agents with a network between them and someone who carries their signalling. */
final class TwoAgents {
  final AgentPeer a;
  final AgentPeer b;
  final TwoPeers<Datagram> network;

  TwoAgents(AgentPeer a, AgentPeer b) {
    this(a, b, LinkConditions.perfect(), 1);
  }

  TwoAgents(AgentPeer a, AgentPeer b, LinkConditions conditions, long seed) {
    this.a = a;
    this.b = b;
    this.network = new TwoPeers<>(a, b, conditions, seed);
  }

  /** Tells each side all about the other at once. */
  TwoAgents signalAll() {
    signal(a, b);
    signal(b, a);
    return this;
  }

  /**
   * Tells {@code to} the credentials and all candidates of {@code from}, and that these are all.
   */
  void signal(AgentPeer from, AgentPeer to) {
    long now = network.now();
    to.agent.remoteCredentials(from.credentials, now);
    for (IceCandidate candidate : from.candidates) {
      to.agent.addRemoteCandidate(candidate, now);
    }
    to.agent.endOfRemoteCandidates(now);
    from.agent.endOfLocalCandidates(now);
  }

  void runUntilNominated(long limit) {
    assertThat(network.runUntil(() -> a.nominated() != null && b.nominated() != null, limit))
        .as("nominated on both sides; a: %s, b: %s", a.agent.pairs(), b.agent.pairs())
        .isTrue();
  }

  /** Checks that both sides use the same nominated way, and that one of them controls. */
  void assertAgreed() {
    IcePath ofA = a.agent.selectedPath();
    IcePath ofB = b.agent.selectedPath();
    assertThat(ofA).isNotNull();
    assertThat(ofB).isEqualTo(new IcePath(/* local= */ ofA.remote(), /* remote= */ ofA.local()));
    assertThat(a.agent.isValidRemote(ofA)).isTrue();
    assertThat(b.agent.isValidRemote(ofB)).isTrue();
    assertThat(a.agent.role()).isEqualTo(b.agent.role().opposite());
  }

  void runFor(long nanos) {
    network.runFor(nanos);
  }

  static long seconds(long seconds) {
    return Deadline.seconds(seconds);
  }
}
