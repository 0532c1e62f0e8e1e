package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.ListenerRegistration;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCDataChannelState;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.sim.LinkConditions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Alice, who opens a channel, and Bob, who answers, each on a host of their own. */
final class TwoPeers {
  static final Duration SIGNALING_DELAY = Duration.ofMillis(50);
  static final Duration MINUTE = Duration.ofMinutes(1);

  final VirtualNetwork network;
  final VirtualHost alice;
  final VirtualHost bob;
  final RTCPeerConnection a;
  final RTCPeerConnection b;
  final RTCDataChannel channel;
  final List<RTCDataChannel> offered = new ArrayList<>();
  final Signaling signaling;

  TwoPeers(long seed, LinkConditions conditions) {
    this(new VirtualNetwork(seed).conditions(conditions));
  }

  TwoPeers(VirtualNetwork network) {
    this(
        network,
        network.host("alice").address("10.0.0.1"),
        network.host("bob").address("10.0.0.2"));
  }

  private TwoPeers(VirtualNetwork network, VirtualHost alice, VirtualHost bob) {
    this.network = network;
    this.alice = alice;
    this.bob = bob;
    this.a = alice.newConnection();
    this.b = bob.newConnection();
    this.signaling = Signaling.between(network, a, b, SIGNALING_DELAY);
    b.onDataChannel(event -> offered.add(event.channel()));
    this.channel = a.createDataChannel("data");
  }

  /** Two new connections on the same hosts. */
  TwoPeers again() {
    return new TwoPeers(network, alice, bob);
  }

  boolean connect() {
    return network.runUntil(this::areConnected, MINUTE);
  }

  boolean open() {
    return network.runUntil(this::isOpen, MINUTE);
  }

  boolean areConnected() {
    return a.connectionState() == RTCPeerConnectionState.CONNECTED
        && b.connectionState() == RTCPeerConnectionState.CONNECTED;
  }

  boolean isOpen() {
    return channel.readyState() == RTCDataChannelState.OPEN && !offered.isEmpty();
  }

  /** A message each way over the open channel. */
  void exchangeMessages() {
    RTCDataChannel there = offered.get(0);
    List<String> seen = new ArrayList<>();
    ListenerRegistration first = there.onMessage(message -> seen.add(message.text()));
    ListenerRegistration second = channel.onMessage(message -> seen.add(message.text()));
    channel.send("to bob");
    there.send("to alice");
    assertThat(network.runUntil(() -> seen.size() == 2, MINUTE))
        .as("%s saw %s", this, seen)
        .isTrue();
    assertThat(seen).containsExactlyInAnyOrder("to bob", "to alice");
    first.remove();
    second.remove();
  }

  @Override
  public String toString() {
    return network
        + ": alice "
        + a.connectionState()
        + " "
        + a.failureReason().orElse("")
        + " "
        + channel
        + ", bob "
        + b.connectionState()
        + " "
        + b.failureReason().orElse("")
        + " "
        + offered
        + ", signalling "
        + signaling.failure();
  }
}
