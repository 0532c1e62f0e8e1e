package io.webrtc4j.session;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.session.jsep.NegotiationException;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.TwoPeers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.SplittableRandom;

/** Two whole sessions on a simulated network, with a signalling channel that loses nothing. */
final class TwoSessions {
  static final long MINUTE = Deadline.seconds(60);

  final SimulatedPeer a;
  final SimulatedPeer b;
  final TwoPeers<Datagram> network;

  TwoSessions(LinkConditions conditions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    a = new SimulatedPeer(address(1), random.split());
    b = new SimulatedPeer(address(2), random.split());
    network = new TwoPeers<>(a, b, conditions, seed);
  }

  static InetSocketAddress address(int host) {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) host}), 5);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  /** One round of offer and answer, made by {@code a}, with the candidates in the descriptions. */
  TwoSessions negotiate() {
    try {
      String offer = a.offer(network.now());
      a.accept(b.answer(offer, network.now()), network.now());
      return this;
    } catch (NegotiationException e) {
      throw new AssertionError(e);
    }
  }

  boolean runUntilBothConnected() {
    return network.runUntil(
        () ->
            a.connectionState() == ConnectionState.CONNECTED
                && b.connectionState() == ConnectionState.CONNECTED,
        MINUTE);
  }
}
