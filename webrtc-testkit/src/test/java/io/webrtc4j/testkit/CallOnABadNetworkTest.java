package io.webrtc4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.sim.LinkConditions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallOnABadNetworkTest {
  @Test
  void aNoteGetsThroughAndAMinuteWithoutNetworkEndsTheCall() {
    VirtualNetwork network = new VirtualNetwork(42);
    network.conditions(
        LinkConditions.perfect()
            .withDelay(Duration.ofMillis(80), Duration.ofMillis(20))
            .withLoss(0.05)
            .withReordering(0.1));
    VirtualHost alice = network.host("alice").address("10.0.0.1");
    VirtualHost bob = network.host("bob").address("10.0.0.2");

    RTCPeerConnection caller = alice.newConnection(); // your code: give it alice.settings()
    RTCPeerConnection callee = bob.newConnection();
    Signaling.between(network, caller, callee, Duration.ofMillis(100));
    List<String> notes = new ArrayList<>();
    callee.onDataChannel(e -> e.channel().onMessage(note -> notes.add(note.text())));
    RTCDataChannel channel = caller.createDataChannel("notes");
    channel.onOpen(e -> channel.send("hello"));

    network.runUntil(() -> !notes.isEmpty(), Duration.ofSeconds(20));
    assertEquals(List.of("hello"), notes);
    network.run(Duration.ofHours(1)); // a moment of real time
    assertEquals("connected", caller.connectionState().toString());
    bob.up(false);
    network.run(Duration.ofMinutes(1));
    assertEquals("failed", caller.connectionState().toString(), network.log()::toString);
  }
}
