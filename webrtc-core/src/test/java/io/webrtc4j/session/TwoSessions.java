package io.webrtc4j.session;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.TwoPeers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.SplittableRandom;

/** Two whole sessions on a simulated network, told by plans what descriptions would tell them. */
final class TwoSessions {
  static final long MINUTE = Deadline.seconds(60);

  final SimulatedPeer a;
  final SimulatedPeer b;
  final Plans ofA;
  final Plans ofB;
  final TwoPeers<Datagram> network;

  TwoSessions(LinkConditions conditions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    a = new SimulatedPeer(address(1), random.split());
    b = new SimulatedPeer(address(2), random.split());
    ofA = new Plans(a, true, random.split());
    ofB = new Plans(b, false, random.split());
    network = new TwoPeers<>(a, b, conditions, seed);
  }

  static InetAddress address(int host) {
    try {
      return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) host});
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  /** One round of offer and answer, made by {@code a}, about one transport, which carries data. */
  TwoSessions negotiate() {
    ofA.dataOn = 0;
    ofB.dataOn = 0;
    return negotiate(0);
  }

  /**
   * One round of offer and answer, made by {@code a}, which adds or restarts {@code transports}.
   */
  TwoSessions negotiate(int... transports) {
    offer(ofA, ofB, transports);
    answer(ofA, ofB);
    return this;
  }

  /** {@code from} describes {@code transports} anew; {@code to} does so too, and applies both. */
  void offer(Plans from, Plans to, int... transports) {
    for (int transport : transports) {
      from.describe(transport);
      to.describe(transport);
    }
    from.apply(network.now());
    to.learn(from);
    to.apply(network.now());
  }

  /** {@code from}, which offered, learns what {@code to} answered. */
  void answer(Plans from, Plans to) {
    from.learn(to);
    from.apply(network.now());
  }

  boolean runUntilBothConnected() {
    return network.runUntil(
        () ->
            a.connectionState() == ConnectionState.CONNECTED
                && b.connectionState() == ConnectionState.CONNECTED,
        MINUTE);
  }
}
