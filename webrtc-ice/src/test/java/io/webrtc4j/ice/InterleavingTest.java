package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import io.webrtc4j.sim.SimulatedLink;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** When and how often the agent is polled makes no difference. */
class InterleavingTest {
  private static final long DURATION = Deadline.seconds(40);
  private static final long STEP = Deadline.millis(10);

  @Test
  void theSameInputsGiveTheSameBytesHoweverTheAgentIsPolled() {
    Seeds.forEach(
        60,
        seed -> {
          List<Consumer<IceAgent>> inputs = new Recording(seed).run();
          Output polledAlways = replay(inputs, seed, new SplittableRandom(1), 1.0);
          assertThat(polledAlways.packets).hasSizeGreaterThan(5);
          for (int run = 0; run < 5; run++) {
            Output output = replay(inputs, seed, new SplittableRandom(run), 0.2 * run);
            assertThat(output.packets).isEqualTo(polledAlways.packets);
            assertThat(output.events).isEqualTo(polledAlways.events);
            assertThat(output.deadlines).isEqualTo(polledAlways.deadlines);
          }
        });
  }

  /** Gives {@code inputs} to a new agent, after each of which it is polled with some luck. */
  private static Output replay(
      List<Consumer<IceAgent>> inputs, long seed, RandomGenerator luck, double share) {
    IceAgent agent = agent(seed).agent;
    Output output = new Output();
    for (Consumer<IceAgent> input : inputs) {
      input.accept(agent);
      output.deadlines.add(agent.nextDeadline());
      while (luck.nextDouble() < share
          && (luck.nextBoolean() ? output.pollPacket(agent) : output.pollEvent(agent))) {
        agent.selectedPath();
      }
    }
    while (output.pollPacket(agent) || output.pollEvent(agent)) {
      agent.nextDeadline();
    }
    return output;
  }

  private static AgentPeer agent(long seed) {
    return new AgentPeer(IceRole.CONTROLLED, seed);
  }

  /** Notes all that an agent is told while it talks to another over a rough network. */
  private static final class Recording {
    private final List<Consumer<IceAgent>> inputs = new ArrayList<>();
    private final AgentPeer a;
    private final AgentPeer b;
    private final SimulatedLink<Datagram> aToB;
    private final SimulatedLink<Datagram> bToA;

    Recording(long seed) {
      LinkConditions rough = LinkConditions.perfect().withLoss(0.2).withDuplication(0.2);
      a = agent(seed);
      b = new AgentPeer(IceRole.CONTROLLING, seed + 1).on(at("10.0.1.1", 1), at("10.0.1.2", 2));
      aToB = new SimulatedLink<>(rough, new SplittableRandom(seed));
      bToA = new SimulatedLink<>(rough, new SplittableRandom(seed + 1));
    }

    List<Consumer<IceAgent>> run() {
      input(agent -> agent.addHostCandidate(at("10.0.0.1", 1), 2, 0));
      input(agent -> agent.addHostCandidate(at("10.0.0.2", 2), 1, 0));
      input(agent -> agent.remoteCredentials(b.credentials, 0));
      for (IceCandidate candidate : b.candidates) {
        input(agent -> agent.addRemoteCandidate(candidate, 0));
      }
      input(agent -> agent.endOfLocalCandidates(0));
      b.agent.remoteCredentials(a.credentials, 0);
      b.agent.addRemoteCandidate(Dialogue.candidate(at("10.0.0.1", 1)), 0);
      for (long now = 0; now < DURATION; now += STEP) {
        step(now);
      }
      return inputs;
    }

    private void input(Consumer<IceAgent> input) {
      inputs.add(input);
      input.accept(a.agent);
    }

    private void step(long now) {
      send(a, aToB, now);
      send(b, bToA, now);
      for (Datagram came = aToB.poll(now); came != null; came = aToB.poll(now)) {
        b.receive(came, now);
      }
      for (Datagram came = bToA.poll(now); came != null; came = bToA.poll(now)) {
        Datagram arrived = came;
        IcePath path =
            new IcePath(/* local= */ arrived.destination(), /* remote= */ arrived.source());
        input(agent -> agent.handlePacket(arrived.packet(), path, now));
      }
      if (Deadline.isDue(a.agent.nextDeadline(), now)) {
        input(agent -> agent.handleTimeout(now));
      }
      b.timeout(now);
    }

    private static void send(AgentPeer from, SimulatedLink<Datagram> link, long now) {
      for (Datagram sent = from.poll(now); sent != null; sent = from.poll(now)) {
        link.send(sent, sent.length(), now);
      }
    }
  }

  private static final class Output {
    final List<String> packets = new ArrayList<>();
    final List<IceEvent> events = new ArrayList<>();
    final List<Long> deadlines = new ArrayList<>();

    boolean pollPacket(IceAgent agent) {
      PacketBuffer out = PacketBuffer.allocate(IceAgent.MAX_MESSAGE_LENGTH, 0);
      IcePath path = agent.pollPacket(out);
      if (path != null) {
        packets.add(new Datagram(path.local(), path.remote(), out.toByteArray()).toString());
      }
      return path != null;
    }

    boolean pollEvent(IceAgent agent) {
      IceEvent event = agent.pollEvent();
      if (event != null) {
        events.add(event);
      }
      return event != null;
    }
  }
}
