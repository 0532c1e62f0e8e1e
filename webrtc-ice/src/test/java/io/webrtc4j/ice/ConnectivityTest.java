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

/** Two agents find a way to one another. */
class ConnectivityTest {
  private static final InetSocketAddress A4 = at("192.0.2.1", 4000);
  private static final InetSocketAddress B4 = at("198.51.100.2", 5000);
  private static final InetSocketAddress A6 = at("2001:db8::1", 4001);
  private static final InetSocketAddress B6 = at("2001:db8::2", 5001);

  @Test
  void twoHostsConnectInTwoRoundTrips() {
    TwoAgents agents = agents().signalAll();
    agents.runUntilNominated(seconds(1));
    agents.assertAgreed();
    // The checks go out at once and are answered at 40 ms; the nomination waits for Ta, goes out at
    // 50 ms and is answered at 90 ms.
    assertThat(agents.network.now()).isEqualTo(Deadline.millis(90));
    assertThat(agents.a.states())
        .containsExactly(IceState.CHECKING, IceState.CONNECTED, IceState.COMPLETED);
    assertThat(agents.b.states())
        .containsExactly(IceState.CHECKING, IceState.CONNECTED, IceState.COMPLETED);
    assertThat(agents.a.agent.role()).isEqualTo(IceRole.CONTROLLING);
  }

  @Test
  void everyCombinationOfRolesEndsWithOneOfEach() {
    for (IceRole ofA : IceRole.values()) {
      for (IceRole ofB : IceRole.values()) {
        Seeds.forEach(
            20,
            seed -> {
              AgentPeer a = new AgentPeer(ofA, seed).on(A4, A6);
              AgentPeer b = new AgentPeer(ofB, seed + 1000).on(B4, B6);
              TwoAgents agents = new TwoAgents(a, b).signalAll();
              agents.runUntilNominated(seconds(5));
              agents.assertAgreed();
              boolean conflict = ofA == ofB;
              long changes =
                  a.events.stream().filter(IceEvent.RoleChanged.class::isInstance).count()
                      + b.events.stream().filter(IceEvent.RoleChanged.class::isInstance).count();
              assertThat(changes).isEqualTo(conflict ? 1 : 0);
            });
      }
    }
  }

  @Test
  void theRoleThatTheSignallingGivesLateCounts() {
    TwoAgents agents = agents();
    agents.a.agent.role(IceRole.CONTROLLED);
    agents.b.agent.role(IceRole.CONTROLLING);
    agents.signalAll().runUntilNominated(seconds(1));
    agents.assertAgreed();
    assertThat(agents.b.agent.role()).isEqualTo(IceRole.CONTROLLING);
  }

  @Test
  void theBestPairIsNominatedWhenAllWork() {
    AgentPeer a = new AgentPeer(IceRole.CONTROLLING, 1).on(A6, A4);
    AgentPeer b = new AgentPeer(IceRole.CONTROLLED, 2).on(B6, B4);
    TwoAgents agents = new TwoAgents(a, b).signalAll();
    agents.runUntilNominated(seconds(5));
    assertThat(a.agent.selectedPath()).isEqualTo(new IcePath(A6, B6));
    assertThat(b.agent.selectedPath()).isEqualTo(new IcePath(B6, A6));
  }

  @Test
  void theOtherFamilyIsTakenWhenOneDoesNotWork() {
    AgentPeer a = new AgentPeer(IceRole.CONTROLLING, 1).on(A6, A4);
    AgentPeer b = new AgentPeer(IceRole.CONTROLLED, 2).on(B6, B4);
    TwoAgents agents = new TwoAgents(a, b).signalAll();
    agents.network.aToB().filter(datagram -> datagram.source().equals(A4));
    agents.network.bToA().filter(datagram -> datagram.source().equals(B4));
    agents.runUntilNominated(seconds(3));
    agents.assertAgreed();
    assertThat(a.agent.selectedPath()).isEqualTo(new IcePath(A4, B4));
    // Data flows on the first valid pair; it is nominated when the better one had its second
    // chance.
    assertThat(agents.network.now()).isBetween(seconds(1), Deadline.millis(1300));
  }

  @Test
  void familiesAreNotMixedAndLinkLocalStaysAmongItself() {
    AgentPeer a = new AgentPeer(IceRole.CONTROLLING, 1).on(A4, A6, at("fe80::1", 1));
    AgentPeer b = new AgentPeer(IceRole.CONTROLLED, 2).on(B4, B6, at("fe80::2", 2));
    new TwoAgents(a, b).signalAll();
    assertThat(a.agent.pairs())
        .extracting(pair -> pair.local().address() + "|" + pair.remote().address())
        .containsExactlyInAnyOrder(
            A4 + "|" + B4, A6 + "|" + B6, at("fe80::1", 1) + "|" + at("fe80::2", 2));
  }

  @Test
  void fromAnySeedTheyAgreeUnderLossReorderingAndDuplication() {
    Seeds.forEach(
        250,
        seed -> {
          RandomGenerator random = new SplittableRandom(seed);
          LinkConditions rough =
              LinkConditions.perfect()
                  .withLoss(random.nextDouble() * 0.3)
                  .withReordering(random.nextDouble() * 0.3)
                  .withDuplication(random.nextDouble() * 0.3)
                  .withDelay(
                      Deadline.millis(random.nextInt(1, 150)),
                      Deadline.millis(random.nextInt(0, 100)));
          AgentPeer a =
              new AgentPeer(role(random), random.nextLong()).on(addresses("10.0.0.", 1, random));
          AgentPeer b =
              new AgentPeer(role(random), random.nextLong()).on(addresses("10.0.1.", 2, random));
          TwoAgents agents = new TwoAgents(a, b, rough, seed);
          agents.signalAll().runUntilNominated(seconds(39));
          agents.runFor(seconds(5));
          agents.assertAgreed();
          assertThat(a.states()).doesNotContain(IceState.FAILED);
        });
  }

  @Test
  void onAPerfectNetworkItStaysConnectedForAnHour() {
    TwoAgents agents = agents().signalAll();
    agents.runUntilNominated(seconds(1));
    agents.runFor(seconds(3600));
    assertThat(agents.a.state()).isEqualTo(IceState.COMPLETED);
    assertThat(agents.a.states()).hasSize(3);
    assertThat(agents.b.states()).hasSize(3);
    // A consent check and an answer every 5 s on each side, and nothing else.
    assertThat(agents.a.sent.size()).isBetween(1400, 1480);
  }

  @Test
  void dataMayFlowBeforeTheNomination() {
    AgentPeer a = new AgentPeer(IceRole.CONTROLLING, 1).on(A6, A4);
    AgentPeer b = new AgentPeer(IceRole.CONTROLLED, 2).on(B6, B4);
    TwoAgents agents = new TwoAgents(a, b).signalAll();
    agents.network.aToB().filter(datagram -> datagram.source().equals(A4));
    agents.runFor(Deadline.millis(300));
    assertThat(a.nominated()).isNull();
    assertThat(a.state()).isEqualTo(IceState.CONNECTED);
    assertThat(a.agent.selectedPath()).isEqualTo(new IcePath(A4, B4));
    assertThat(b.agent.selectedPath()).isEqualTo(new IcePath(B4, A4));
  }

  @Test
  void closingEndsEverything() {
    TwoAgents agents = agents().signalAll();
    agents.runUntilNominated(seconds(1));
    agents.a.agent.close(agents.network.now());
    int sent = agents.a.sent.size();
    agents.runFor(seconds(20));
    assertThat(agents.a.state()).isEqualTo(IceState.CLOSED);
    assertThat(agents.a.sent).hasSize(sent);
    assertThat(agents.a.agent.nextDeadline()).isEqualTo(Deadline.NEVER);
    assertThat(agents.a.agent.selectedPath()).isNull();
    assertThat(agents.a.lastReason()).contains("closed");
    assertThat(agents.b.state()).isEqualTo(IceState.DISCONNECTED);
  }

  private static TwoAgents agents() {
    return new TwoAgents(
        new AgentPeer(IceRole.CONTROLLING, 1).on(A4), new AgentPeer(IceRole.CONTROLLED, 2).on(B4));
  }

  private static IceRole role(RandomGenerator random) {
    return random.nextBoolean() ? IceRole.CONTROLLING : IceRole.CONTROLLED;
  }

  private static InetSocketAddress[] addresses(String prefix, int side, RandomGenerator random) {
    List<InetSocketAddress> addresses = new ArrayList<>();
    int ipv4 = random.nextInt(1, 4);
    for (int i = 0; i < ipv4; i++) {
      addresses.add(at(prefix + (i + 1), 1000 + i));
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      addresses.add(at("2001:db8:" + side + "::" + (i + 1), 2000 + i));
    }
    return addresses.toArray(new InetSocketAddress[0]);
  }
}
