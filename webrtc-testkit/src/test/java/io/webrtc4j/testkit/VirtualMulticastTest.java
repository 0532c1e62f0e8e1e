package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.world.Loop;
import io.webrtc4j.world.MulticastLink;
import io.webrtc4j.world.UdpListener;
import io.webrtc4j.world.UdpPort;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Multicast on a segment of a virtual network. */
class VirtualMulticastTest {
  private static final InetSocketAddress GROUP = Probe.at("224.0.0.251", 5353);

  private final VirtualNetwork network = new VirtualNetwork(1);
  private final VirtualNat nat = network.nat("203.0.113.1", NatBehavior.fullCone());
  private final VirtualHost alice = network.host("alice").address("192.168.0.2", nat);
  private final VirtualHost bob = network.host("bob").address("192.168.0.3", nat);
  private final VirtualHost outside = network.host("outside").address("10.0.0.1");

  @Test
  void allWhoJoinedHearItTheSenderToo() {
    Member a = new Member(alice);
    Member b = new Member(bob);
    Member second = new Member(bob);
    a.send("hello");
    assertThat(a.heard).containsExactly("192.168.0.2:5353 hello");
    assertThat(b.heard).containsExactly("192.168.0.2:5353 hello");
    assertThat(second.heard).containsExactly("192.168.0.2:5353 hello");
    assertThat(network.log().all()).singleElement().matches(packet -> packet.copies() == 3);
  }

  @Test
  void nobodyHearsItBeyondTheNat() {
    Member inside = new Member(alice);
    Member beyond = new Member(outside);
    inside.send("from inside");
    beyond.send("from outside");
    assertThat(inside.heard).containsExactly("192.168.0.2:5353 from inside");
    assertThat(beyond.heard).containsExactly("10.0.0.1:5353 from outside");
  }

  @Test
  void whoHasLeftHearsNothing() {
    Member a = new Member(alice);
    Member b = new Member(bob);
    b.port.close();
    a.send("hello");
    assertThat(b.heard).isEmpty();
  }

  @Test
  void aHostThatIsDownOrPausedIsLikeAnyOther() {
    Member a = new Member(alice);
    Member b = new Member(bob);
    bob.up(false);
    a.send("lost");
    bob.up(true).pause();
    a.send("late");
    assertThat(b.heard).isEmpty();
    bob.resume();
    network.run(Duration.ofSeconds(1));
    assertThat(b.heard).containsExactly("192.168.0.2:5353 late");
  }

  @Test
  void aHostOnTwoSegmentsHasALinkForEach() {
    alice.address("10.0.0.2");
    List<MulticastLink> links = alice.multicastLinks();
    assertThat(links).hasSize(2);
    assertThat(links.get(0).addresses()).containsExactly(Addresses.parse("192.168.0.2"));
    assertThat(links.get(0).contains(Addresses.parse("192.168.0.3"))).isTrue();
    assertThat(links.get(1).contains(Addresses.parse("192.168.0.3"))).isFalse();
  }

  /** A socket that joined the group on its host's first link. */
  private final class Member implements UdpListener, Loop.BindOutcome {
    final List<String> heard = new ArrayList<>();
    UdpPort port;

    Member(VirtualHost host) {
      host.loop().bindGroup(host.multicastLinks().get(0), GROUP, this, this);
      network.run(Duration.ZERO);
    }

    void send(String text) {
      port.write(PacketBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), GROUP);
      network.run(Duration.ofSeconds(1));
    }

    @Override
    public void bound(UdpPort bound) {
      port = bound;
    }

    @Override
    public void failed(Throwable cause) {
      throw new AssertionError(cause);
    }

    @Override
    public void received(UdpPort at, PacketBuffer packet, InetSocketAddress remote) {
      String text = new String(packet.toByteArray(), StandardCharsets.UTF_8);
      heard.add(remote.getAddress().getHostAddress() + ":" + remote.getPort() + " " + text);
    }

    @Override
    public void burstEnded(UdpPort at) {}

    @Override
    public void writabilityChanged(UdpPort at) {}

    @Override
    public void failed(UdpPort at, Throwable cause) {}
  }
}
