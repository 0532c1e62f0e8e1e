package io.webrtc4j.testkit;

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
    this.network = network;
    this.alice = network.host("alice").address("10.0.0.1");
    this.bob = network.host("bob").address("10.0.0.2");
    this.a = alice.newConnection();
    this.b = bob.newConnection();
    this.signaling = Signaling.between(network, a, b, SIGNALING_DELAY);
    b.onDataChannel(event -> offered.add(event.channel()));
    this.channel = a.createDataChannel("data");
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
}
