package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static io.webrtc4j.ice.TwoAgents.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Candidates come one by one, in any order and at any time, on both sides (RFC 8838). */
class TrickleTest {
  private static final long SIGNALLING_TIME = Deadline.seconds(4);

  @Test
  void fromAnySeedTheyConnectHoweverSlowlyTheSignallingTrickles() {
    Seeds.forEach(
        250,
        seed -> {
          RandomGenerator random = new SplittableRandom(seed);
          AgentPeer a = new AgentPeer(IceRole.CONTROLLING, random.nextLong());
          AgentPeer b = new AgentPeer(IceRole.CONTROLLED, random.nextLong());
          LinkConditions conditions =
              LinkConditions.perfect().withLoss(random.nextDouble() * 0.1).withReordering(0.1);
          TwoAgents agents = new TwoAgents(a, b, conditions, seed);
          trickle(a, b, addresses("10.0.0.", "2001:db8::a", random), random);
          trickle(b, a, addresses("10.0.1.", "2001:db8::b", random), random);
          agents.runUntilNominated(seconds(30));
          boolean completed =
              agents.network.runUntil(
                  () -> a.state() == IceState.COMPLETED && b.state() == IceState.COMPLETED,
                  seconds(30));
          assertThat(completed).isTrue();
          agents.assertAgreed();
        });
  }

  @Test
  void aPeerThatNeverTellsTheEndOfItsCandidatesStaysConnected() {
    AgentPeer a = new AgentPeer(IceRole.CONTROLLING, 1).on(at("192.0.2.1", 1));
    AgentPeer b = new AgentPeer(IceRole.CONTROLLED, 2).on(at("192.0.2.2", 2));
    TwoAgents agents = new TwoAgents(a, b);
    agents.signal(a, b);
    a.agent.remoteCredentials(b.credentials, 0);
    a.agent.addRemoteCandidate(b.candidates.get(0), 0);
    agents.runFor(seconds(120));
    assertThat(a.state()).isEqualTo(IceState.CONNECTED);
    assertThat(a.nominated()).isNotNull();
  }

  @Test
  void uselessCandidatesAreIgnored() {
    Dialogue dialogue = new Dialogue(IceRole.CONTROLLED);
    dialogue.a.agent.remoteCredentials(Dialogue.Z_CREDENTIALS, 0);
    InetSocketAddress good = at("198.51.100.2", 1);
    List<IceCandidate> useless =
        List.of(
            candidate(1, CandidateTransport.TCP, good),
            candidate(2, CandidateTransport.UDP, good),
            candidate(1, CandidateTransport.UDP, InetSocketAddress.createUnresolved("x.local", 1)),
            candidate(1, CandidateTransport.UDP, at("198.51.100.2", 0)),
            candidate(1, CandidateTransport.UDP, at("0.0.0.0", 1)),
            candidate(1, CandidateTransport.UDP, at("::", 1)),
            candidate(1, CandidateTransport.UDP, at("224.0.0.251", 5353)));
    for (IceCandidate candidate : useless) {
      dialogue.a.agent.addRemoteCandidate(candidate, 0);
    }
    dialogue.a.agent.endOfLocalCandidates(0);
    assertThat(dialogue.until(seconds(60))).isEmpty();
    assertThat(dialogue.a.agent.pairs()).isEmpty();
    assertThat(dialogue.a.lastReason()).contains("7 more were of no use");
  }

  @Test
  void theSameCandidateTwiceMakesOnePair() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);
    dialogue.a.agent.addRemoteCandidate(Dialogue.candidate(Dialogue.Z), 0);
    IceCandidate better =
        new IceCandidate(
            "q",
            1,
            CandidateTransport.UDP,
            0xffff_ffffL,
            Dialogue.Z,
            CandidateType.SERVER_REFLEXIVE,
            null);
    dialogue.a.agent.addRemoteCandidate(better, 0);
    assertThat(dialogue.a.agent.pairs())
        .singleElement()
        .satisfies(pair -> assertThat(pair.remote()).isEqualTo(better));
  }

  private static IceCandidate candidate(
      int component, CandidateTransport transport, InetSocketAddress address) {
    return new IceCandidate("f", component, transport, 1, address, CandidateType.HOST, null);
  }

  /** Schedules all that {@code from} tells {@code to}, each thing some time after it is there. */
  private static void trickle(
      AgentPeer from, AgentPeer to, List<InetSocketAddress> addresses, RandomGenerator random) {
    long credentialsAt = random.nextLong(SIGNALLING_TIME);
    to.schedule(credentialsAt, () -> to.agent.remoteCredentials(from.credentials, credentialsAt));
    for (InetSocketAddress address : addresses) {
      long gatheredAt = random.nextLong(SIGNALLING_TIME);
      from.schedule(
          gatheredAt,
          () -> {
            from.sockets.add(address);
            int preference = CandidatePriority.MAX_LOCAL_PREFERENCE - from.candidates.size();
            IceCandidate candidate = from.agent.addHostCandidate(address, preference, gatheredAt);
            from.candidates.add(candidate);
            long signalledAt = gatheredAt + random.nextLong(SIGNALLING_TIME);
            to.schedule(signalledAt, () -> to.agent.addRemoteCandidate(candidate, signalledAt));
          });
    }
    from.schedule(SIGNALLING_TIME, () -> from.agent.endOfLocalCandidates(SIGNALLING_TIME));
    long end = 2 * SIGNALLING_TIME;
    to.schedule(end, () -> to.agent.endOfRemoteCandidates(end));
  }

  private static List<InetSocketAddress> addresses(
      String ipv4, String ipv6, RandomGenerator random) {
    List<InetSocketAddress> addresses = new ArrayList<>();
    addresses.add(at(ipv4 + 1, 1000));
    for (int i = 0; i < random.nextInt(3); i++) {
      addresses.add(at(ipv4 + (i + 2), 1001 + i));
      addresses.add(at(ipv6 + i, 2000 + i));
    }
    return addresses;
  }
}
