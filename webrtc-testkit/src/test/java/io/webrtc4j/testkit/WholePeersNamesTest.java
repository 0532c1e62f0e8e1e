package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.PeerReport;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCDataChannelState;
import io.webrtc4j.RTCIceCandidate;
import io.webrtc4j.RTCIceCandidateInit;
import io.webrtc4j.RTCIceConnectionState;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Connections whose candidates have names instead of addresses, resolved by multicast DNS. */
class WholePeersNamesTest {
  private static final LinkConditions PERFECT = LinkConditions.perfect();
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String NAME =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.local";

  @Test
  void bothSidesMayHideTheirAddresses() {
    Peers peers = new Peers(1, PERFECT);
    peers.open();
    PeerReport report = peers.network.await(peers.a.report());
    assertThat(report.localCandidate()).matches(NAME + ":\\d+ host");
    assertThat(report.remoteCandidate()).matches(NAME + ":\\d+ host");
    assertThat(report.hiddenCandidates()).singleElement().asString().matches(NAME + ": resolved");
    assertThat(report.candidatePairs()).allMatch(line -> !line.contains("10.0.0."));
    assertThat(peers.network.runUntil(peers::areComplete, MINUTE)).isTrue();
  }

  @Test
  void nothingThatIsSignalledTellsAnAddress() {
    Peers peers = new Peers(1, PERFECT);
    peers.open();
    peers.network.run(MINUTE);
    for (RTCPeerConnection each : List.of(peers.a, peers.b)) {
      String sdp = each.localDescription().sdp();
      assertThat(sdp).doesNotContain("10.0.0.").contains("m=application 9 ");
      assertThat(sdp).contains("c=IN IP4 0.0.0.0").contains("a=end-of-candidates");
    }
    assertThat(peers.signalled)
        .hasSize(2)
        .allSatisfy(
            candidate -> {
              assertThat(candidate.address()).matches(NAME);
              assertThat(candidate.candidate()).doesNotContain("10.0.0.").doesNotContain("raddr");
            });
  }

  @Test
  void theyConnectAlthoughQuestionsAndAnswersAreLost() {
    Seeds.forEach(
        200,
        seed -> {
          Peers peers = new Peers(seed, PERFECT.withLoss(0.1));
          peers.open();
          assertThat(namesOnTheNetwork(peers)).isPositive();
        });
  }

  @Test
  void aNameIsAskedForWhereItsOwnerNeverSpeaksFirst() {
    Seeds.forEach(
        200,
        seed -> {
          VirtualNetwork network = new VirtualNetwork(seed).conditions(PERFECT.withLoss(0.05));
          Peers peers = new Peers(network, true, true, false);
          peers.open();
          PeerReport report = peers.network.await(peers.a.report());
          assertThat(report.remoteCandidate()).matches(NAME + ":\\d+ host");
        });
  }

  @Test
  void aHiddenSideConnectsWithAnOpenOne() {
    Peers peers = new Peers(1, PERFECT, true, false);
    peers.open();
    PeerReport report = peers.network.await(peers.b.report());
    assertThat(report.remoteCandidate()).matches(NAME + ":\\d+ (host|prflx)");
    assertThat(report.localCandidate()).startsWith("10.0.0.2:");
  }

  @Test
  void eachConnectionHasANameOfItsOwn() {
    Peers peers = new Peers(1, PERFECT);
    peers.open();
    Peers again = peers.again();
    again.open();
    List<String> names = new ArrayList<>();
    peers.signalled.forEach(candidate -> names.add(candidate.address()));
    again.signalled.forEach(candidate -> names.add(candidate.address()));
    assertThat(names).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void twoConnectionsOfOneHostFindEachOther() {
    VirtualNetwork network = new VirtualNetwork(1).conditions(PERFECT);
    VirtualHost host = network.host("alice").address("10.0.0.1");
    Peers peers = new Peers(network, host, host, true, true, true);
    peers.open();
  }

  @Test
  void namesDoNotCrossNats() {
    VirtualNetwork network = new VirtualNetwork(1).conditions(PERFECT);
    VirtualNat nat = network.nat("203.0.113.1", NatBehavior.portRestrictedCone());
    Peers peers =
        new Peers(
            network,
            network.host("alice").address("192.168.0.2", nat),
            network.host("bob").address("10.0.0.2"),
            true,
            true,
            true);
    assertThat(network.runUntil(peers::haveFailed, MINUTE)).isTrue();
    assertThat(peers.a.failureReason().orElseThrow())
        .contains(".local (no answer, asked 5 times by multicast)");
    PeerReport report = network.await(peers.a.report());
    assertThat(report.hiddenCandidates())
        .singleElement()
        .asString()
        .endsWith(": no answer, asked 5 times by multicast");
  }

  @Test
  void twoBehindOneNatFindEachOther() {
    VirtualNetwork network = new VirtualNetwork(1).conditions(PERFECT);
    VirtualNat nat = network.nat("203.0.113.1", NatBehavior.portRestrictedCone());
    Peers peers =
        new Peers(
            network,
            network.host("alice").address("192.168.0.2", nat),
            network.host("bob").address("192.168.0.3", nat),
            true,
            true,
            true);
    peers.open();
    assertThat(network.log().matching(packet -> packet.to().getPort() == 5353))
        .allMatch(packet -> packet.from().getAddress().isSiteLocalAddress());
  }

  @Test
  void afterCloseGoodbyeIsSaidOnceAndNothingMore() {
    Peers peers = new Peers(1, PERFECT);
    peers.open();
    peers.network.run(MINUTE);
    long before = namesOnTheNetwork(peers);
    peers.a.close();
    peers.b.close();
    peers.network.run(Duration.ofMinutes(5));
    assertThat(namesOnTheNetwork(peers) - before).isEqualTo(2);
  }

  @Test
  void aConnectionThatIsClosedWhileItAsksAsksNoMore() {
    Peers peers = new Peers(1, PERFECT);
    peers.bob.up(false);
    peers.network.run(Duration.ofSeconds(2));
    long before = namesOnTheNetwork(peers);
    assertThat(before).isPositive();
    peers.a.close();
    peers.network.run(MINUTE);
    long later = peers.network.log().stream().filter(WholePeersNamesTest::isFromAlice).count();
    peers.network.run(MINUTE);
    assertThat(peers.network.log().stream().filter(WholePeersNamesTest::isFromAlice).count())
        .isEqualTo(later);
    assertThat(namesOnTheNetwork(peers) - before).isLessThan(12);
  }

  @Test
  void aPeerThatSendsAThousandNamesCausesFewQuestions() {
    Peers peers = new Peers(1, PERFECT, false, false);
    peers.open();
    peers.network.log().clear();
    for (int i = 0; i < 1000; i++) {
      String name = new UUID(0x4000L + ((long) i << 32), 0x8000_0000_0000_0000L + i) + ".local";
      String candidate = "candidate:1 1 udp 2113937151 " + name + " 4000 typ host";
      peers.a.addIceCandidate(new RTCIceCandidateInit(candidate, "0"));
      peers.network.run(Duration.ofMillis(1));
    }
    peers.network.run(MINUTE);
    // Sixteen names, two families, five times.
    assertThat(namesOnTheNetwork(peers)).isEqualTo(160);
    PeerReport report = peers.network.await(peers.a.report());
    assertThat(report.hiddenCandidates()).hasSizeBetween(16, 17);
  }

  @Test
  void aCandidateIsAcceptedBeforeItsNameIsKnown() {
    Peers peers = new Peers(1, PERFECT, false, false);
    peers.open();
    String candidate =
        "candidate:1 1 udp 1 1f4712db-ea17-4bcf-a596-105139dfd8bf.local 4000 typ host";
    Duration before = peers.network.now();
    peers.network.await(peers.a.addIceCandidate(new RTCIceCandidateInit(candidate, "0")));
    assertThat(peers.network.now()).isEqualTo(before);
    PeerReport report = peers.network.await(peers.a.report());
    assertThat(report.hiddenCandidates()).singleElement().asString().endsWith("not answered yet");
  }

  @Test
  void aStrangerBehindTheNatCannotAnswerForThoseInside() {
    VirtualNetwork network = new VirtualNetwork(1).conditions(PERFECT);
    VirtualNat nat = network.nat("203.0.113.1", NatBehavior.fullCone());
    Probe stranger =
        new Probe(network, network.host("stranger").address("203.0.113.66"), "203.0.113.66", 5353);
    VirtualHost alice = network.host("alice").address("192.168.0.2", nat);
    VirtualHost bob = network.host("bob").address("192.168.0.3", nat);
    Peers peers = new Peers(network, alice, bob, true, true, true);
    for (int i = 0; i < 100; i++) {
      stranger.send(new byte[100], Probe.at("203.0.113.1", 5353));
      stranger.send(new byte[100], Probe.at("192.168.0.2", 5353));
      stranger.send(new byte[100], Probe.at("224.0.0.251", 5353));
    }
    peers.open();
    assertThat(network.log().matching(p -> p.from().equals(stranger.local())))
        .hasSize(300)
        .noneMatch(PacketRecord::delivered);
  }

  @Test
  void connectionsWithoutNamesSendNoMulticast() {
    Peers peers = new Peers(1, PERFECT, false, false);
    peers.open();
    peers.network.run(MINUTE);
    assertThat(namesOnTheNetwork(peers)).isZero();
  }

  private static boolean isFromAlice(PacketRecord packet) {
    return packet.kind() == PacketKind.MULTICAST_DNS
        && packet.from().getAddress().getHostAddress().equals("10.0.0.1");
  }

  private static long namesOnTheNetwork(Peers peers) {
    return peers.network.log().stream()
        .filter(packet -> packet.kind() == PacketKind.MULTICAST_DNS)
        .count();
  }

  /** Two connections and what was signalled between them. */
  private static final class Peers {
    final VirtualNetwork network;
    final VirtualHost alice;
    final VirtualHost bob;
    final RTCPeerConnection a;
    final RTCPeerConnection b;
    final RTCDataChannel channel;
    final List<RTCIceCandidate> signalled = new ArrayList<>();

    Peers(long seed, LinkConditions conditions) {
      this(seed, conditions, true, true);
    }

    Peers(long seed, LinkConditions conditions, boolean aHides, boolean bHides) {
      this(new VirtualNetwork(seed).conditions(conditions), aHides, bHides, true);
    }

    Peers(VirtualNetwork network, boolean aHides, boolean bHides, boolean bobIsTold) {
      this(
          network,
          network.host("alice").address("10.0.0.1"),
          network.host("bob").address("10.0.0.2"),
          aHides,
          bHides,
          bobIsTold);
    }

    Peers(
        VirtualNetwork network,
        VirtualHost alice,
        VirtualHost bob,
        boolean aHides,
        boolean bHides,
        boolean bobIsTold) {
      this.network = network;
      this.alice = alice;
      this.bob = bob;
      this.a = connection(alice, aHides);
      this.b = connection(bob, bHides);
      this.channel = a.createDataChannel("data");
      a.onIceCandidate(
          event -> {
            if (bobIsTold) {
              tell(b, event.candidate());
            }
          });
      b.onIceCandidate(event -> tell(a, event.candidate()));
      // Offer and answer go before there are candidates in them.
      network.await(a.setLocalDescription(network.await(a.createOffer())));
      network.await(b.setRemoteDescription(withoutCandidates(a)));
      network.await(b.setLocalDescription());
      network.await(a.setRemoteDescription(withoutCandidates(b)));
    }

    Peers again() {
      return new Peers(network, alice, bob, true, true, true);
    }

    void open() {
      boolean opened =
          network.runUntil(() -> channel.readyState() == RTCDataChannelState.OPEN, MINUTE);
      assertThat(opened)
          .as("%s %s %s\n%s", network, a.failureReason(), b.failureReason(), network.log())
          .isTrue();
    }

    /** Also the end of candidates has reached ICE. */
    boolean areComplete() {
      return a.iceConnectionState() == RTCIceConnectionState.COMPLETED
          && b.iceConnectionState() == RTCIceConnectionState.COMPLETED;
    }

    boolean haveFailed() {
      return a.connectionState() == RTCPeerConnectionState.FAILED
          && b.connectionState() == RTCPeerConnectionState.FAILED;
    }

    private void tell(RTCPeerConnection to, RTCIceCandidate candidate) {
      if (candidate != null && !candidate.candidate().isEmpty()) {
        signalled.add(candidate);
      }
      network.schedule(
          Duration.ofMillis(50),
          () -> {
            if (to.remoteDescription() != null) {
              to.addIceCandidate(candidate);
            }
          });
    }

    private static RTCSessionDescriptionInit withoutCandidates(RTCPeerConnection of) {
      RTCSessionDescriptionInit init = of.localDescription().toJSON();
      String sdp = init.sdp().replaceAll("a=(candidate:.*|end-of-candidates)\r\n", "");
      return new RTCSessionDescriptionInit(init.type(), sdp);
    }

    private static RTCPeerConnection connection(VirtualHost host, boolean hides) {
      return new RTCPeerConnection(
          RTCConfiguration.defaults(), host.settingsBuilder().hideHostAddresses(hides).build());
    }
  }
}
