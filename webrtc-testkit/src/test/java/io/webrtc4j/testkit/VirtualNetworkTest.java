package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.RTCException;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.sim.LinkConditions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Virtual time, and whole connections in it. */
class VirtualNetworkTest {
  private static final LinkConditions ROUGH =
      LinkConditions.perfect()
          .withLoss(0.05)
          .withReordering(0.05)
          .withDuplication(0.05)
          .withDelay(Duration.ofMillis(30), Duration.ofMillis(10));

  private final VirtualNetwork network = new VirtualNetwork(1);

  @Test
  void tasksRunInTheOrderOfTheirTimes() {
    List<String> seen = new ArrayList<>();
    network.schedule(Duration.ofSeconds(2), () -> seen.add("second at " + network.now()));
    network.schedule(Duration.ofSeconds(1), () -> seen.add("first at " + network.now()));
    network.schedule(Duration.ofSeconds(2), () -> seen.add("third at " + network.now()));
    network.run(Duration.ofSeconds(10));
    assertThat(seen).containsExactly("first at PT1S", "second at PT2S", "third at PT2S");
    assertThat(network.now()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void runningStopsWhenTheConditionComesTrue() {
    network.schedule(Duration.ofSeconds(3), () -> {});
    assertThat(network.runUntil(() -> network.now().toSeconds() == 3, Duration.ofHours(1)))
        .isTrue();
    assertThat(network.runUntil(() -> false, Duration.ofSeconds(5))).isFalse();
    assertThat(network.now()).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void aFutureIsAwaitedInVirtualTimeAndItsErrorThrown() {
    RTCPeerConnection connection = network.host("alice").address("10.0.0.1").newConnection();
    connection.createDataChannel("x");
    assertThat(network.await(connection.createOffer()).sdp()).contains("m=application");
    assertThatThrownBy(() -> network.await(connection.createAnswer()))
        .isInstanceOf(RTCException.class)
        .hasMessageContaining("InvalidStateError");
    assertThatThrownBy(() -> network.await(new CompletableFuture<>(), Duration.ofSeconds(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("PT1S");
  }

  @Test
  void whoWaitsForAFutureOfAConnectionLetsTimePass() throws Exception {
    RTCPeerConnection connection = network.host("alice").address("10.0.0.1").newConnection();
    connection.createDataChannel("x");
    assertThat(connection.createOffer().join().sdp()).contains("m=application");
    connection.setLocalDescription().get(5, TimeUnit.SECONDS);
    network.host("alice").pause();
    assertThatThrownBy(() -> connection.createOffer().get(5, TimeUnit.SECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(network.now()).isEqualTo(Duration.ofSeconds(5));
    assertThatThrownBy(() -> connection.createOffer().join())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void runningInsideARunIsAnError() {
    List<Throwable> caught = new ArrayList<>();
    network.schedule(
        Duration.ofSeconds(1),
        () -> {
          try {
            network.run(Duration.ofSeconds(1));
          } catch (IllegalStateException e) {
            caught.add(e);
          }
        });
    network.run(Duration.ofSeconds(2));
    assertThat(caught)
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .contains("then");
  }

  @Test
  void anotherThreadIsRefused() throws Exception {
    List<Throwable> caught = new ArrayList<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                network.run(Duration.ofSeconds(1));
              } catch (IllegalStateException e) {
                caught.add(e);
              }
            });
    thread.start();
    thread.join();
    assertThat(caught).hasSize(1);
  }

  @Test
  void aCircleInOneMomentIsAnError() {
    network.schedule(Duration.ZERO, this::again);
    assertThatThrownBy(() -> network.run(Duration.ofSeconds(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("does not move on");
  }

  @Test
  void theSameSeedGivesTheSamePackets() {
    TwoPeers first = new TwoPeers(7, ROUGH);
    TwoPeers again = new TwoPeers(7, ROUGH);
    TwoPeers other = new TwoPeers(8, ROUGH);
    for (TwoPeers peers : List.of(first, again, other)) {
      assertThat(peers.connect()).isTrue();
      peers.network.run(Duration.ofMinutes(5));
    }
    assertThat(first.network.log().size()).isGreaterThan(100);
    assertThat(again.network.log().all()).isEqualTo(first.network.log().all());
    assertThat(other.network.log().all()).isNotEqualTo(first.network.log().all());
  }

  @Test
  void aHundredHostsConnectInPairs() {
    network.conditions(ROUGH);
    List<RTCPeerConnection> connections = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      RTCPeerConnection a = host(i, 1).newConnection();
      RTCPeerConnection b = host(i, 2).newConnection();
      Signaling.between(network, a, b, Duration.ofMillis(100));
      a.createDataChannel("data");
      connections.add(a);
      connections.add(b);
    }
    assertThat(network.runUntil(() -> connected(connections) == 100, Duration.ofMinutes(1)))
        .as("%d are connected", connected(connections))
        .isTrue();
    assertThat(network.hosts()).hasSize(100);
    network.run(Duration.ofMinutes(5));
    assertThat(connected(connections)).isEqualTo(100);
  }

  private void again() {
    network.schedule(Duration.ZERO, this::again);
  }

  private VirtualHost host(int pair, int member) {
    return network.host("host " + pair + "." + member).address("10.0." + pair + "." + member);
  }

  private static long connected(List<RTCPeerConnection> connections) {
    return connections.stream()
        .filter(each -> each.connectionState() == RTCPeerConnectionState.CONNECTED)
        .count();
  }
}
