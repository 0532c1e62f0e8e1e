package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sim.Endpoint;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** An agent with its sockets, perhaps behind a NAT, as one side of a simulated network. */
final class AgentPeer implements Endpoint<Datagram> {
  final IceAgent agent;
  final IceCredentials credentials;
  final List<InetSocketAddress> sockets = new ArrayList<>();
  final List<IceCandidate> candidates = new ArrayList<>();
  final List<IceEvent> events = new ArrayList<>();
  final List<Datagram> sent = new ArrayList<>();
  final List<Long> sentAt = new ArrayList<>();
  private final Map<InetSocketAddress, InetSocketAddress> nat = new HashMap<>();
  private final PriorityQueue<Action> actions =
      new PriorityQueue<>(Comparator.comparingLong(Action::at).thenComparingInt(Action::order));
  private int actionCount;

  AgentPeer(IceRole role, long seed) {
    this(role, seed, IceTimings.defaults(), IceLimits.defaults());
  }

  AgentPeer(IceRole role, long seed, IceTimings timings, IceLimits limits) {
    SplittableRandom random = new SplittableRandom(seed);
    credentials = IceCredentials.generate(random);
    agent = new IceAgent(new IceConfig(role, credentials, timings, limits), random, 0);
  }

  /** Binds sockets to these addresses, the first preferred. */
  AgentPeer on(InetSocketAddress... bases) {
    for (InetSocketAddress base : bases) {
      sockets.add(base);
      int preference = CandidatePriority.MAX_LOCAL_PREFERENCE - candidates.size();
      candidates.add(agent.addHostCandidate(base, preference, 0));
    }
    return this;
  }

  /** Puts a NAT before {@code base} that shows it as {@code mapped}. */
  AgentPeer behind(InetSocketAddress base, InetSocketAddress mapped) {
    nat.put(base, mapped);
    return this;
  }

  /** Lets {@code action} happen at {@code at}. */
  void schedule(long at, Runnable action) {
    actions.add(new Action(at, actionCount++, action));
  }

  IceState state() {
    return agent.state();
  }

  boolean isConnected() {
    return state() == IceState.CONNECTED || state() == IceState.COMPLETED;
  }

  /** The pair in use, if it is nominated. */
  @Nullable CandidatePairReport nominated() {
    IcePath path = agent.selectedPath();
    for (CandidatePairReport pair : agent.pairs()) {
      if (pair.nominated()
          && path != null
          && pair.remote().address().equals(path.remote())
          && base(pair.local()).equals(path.local())) {
        return pair;
      }
    }
    return null;
  }

  List<IceState> states() {
    return events.stream()
        .filter(IceEvent.StateChanged.class::isInstance)
        .map(event -> ((IceEvent.StateChanged) event).state())
        .toList();
  }

  String lastReason() {
    return events.stream()
        .filter(IceEvent.StateChanged.class::isInstance)
        .map(event -> ((IceEvent.StateChanged) event).reason())
        .reduce((first, second) -> second)
        .orElse("");
  }

  @Override
  public @Nullable Datagram poll(long now) {
    collectEvents();
    PacketBuffer out = PacketBuffer.allocate(IceAgent.MAX_MESSAGE_LENGTH, 0);
    IcePath path = agent.pollPacket(out);
    if (path == null) {
      return null;
    }
    Datagram datagram = new Datagram(path.local(), path.remote(), out.toByteArray());
    sent.add(datagram);
    sentAt.add(now);
    return datagram.from(nat.getOrDefault(path.local(), path.local()));
  }

  @Override
  public void receive(Datagram datagram, long now) {
    InetSocketAddress local = datagram.destination();
    for (Map.Entry<InetSocketAddress, InetSocketAddress> mapping : nat.entrySet()) {
      if (mapping.getValue().equals(local)) {
        local = mapping.getKey();
      }
    }
    if (sockets.contains(local)) {
      agent.handlePacket(datagram.packet(), new IcePath(local, datagram.source()), now);
    }
    collectEvents();
  }

  @Override
  public void timeout(long now) {
    while (!actions.isEmpty() && actions.peek().at() <= now) {
      actions.remove().action().run();
    }
    if (Deadline.isDue(agent.nextDeadline(), now)) {
      agent.handleTimeout(now);
    }
    collectEvents();
  }

  @Override
  public long nextDeadline() {
    long action = actions.isEmpty() ? Deadline.NEVER : actions.peek().at();
    return Math.min(action, agent.nextDeadline());
  }

  @Override
  public int size(Datagram datagram) {
    return datagram.length();
  }

  private static InetSocketAddress base(IceCandidate candidate) {
    InetSocketAddress related = candidate.relatedAddress();
    return related == null ? candidate.address() : related;
  }

  void collectEvents() {
    for (IceEvent event = agent.pollEvent(); event != null; event = agent.pollEvent()) {
      events.add(event);
    }
  }

  private record Action(long at, int order, Runnable action) {}
}
