package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** NATs in the words of RFC 4787, with bare datagrams. */
class VirtualNatTest {
  private static final String OUTSIDE = "203.0.113.1";
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualNetwork network = new VirtualNetwork(1);
  private final Probe server = internetProbe("server", "198.51.100.1", 1000);
  private final Probe sameAddress = internetProbe("server", null, 1001);
  private final Probe other = internetProbe("other", "198.51.100.2", 1000);

  @ParameterizedTest
  @CsvSource({
    "ENDPOINT_INDEPENDENT, 1",
    "ADDRESS_DEPENDENT, 2",
    "ADDRESS_AND_PORT_DEPENDENT, 3",
  })
  void theMappingDependsOnTheOtherEndAsItsKindSays(Dependence mapping, int outsidePorts) {
    Probe inside = behind(NatBehavior.of(mapping, Dependence.ENDPOINT_INDEPENDENT));
    Set<Integer> seen = new TreeSet<>();
    for (Probe remote : new Probe[] {server, sameAddress, other}) {
      for (int i = 0; i < 2; i++) {
        inside.send("x", remote.local());
        network.run(SECOND);
        assertThat(remote.lastSender().getAddress().getHostAddress()).isEqualTo(OUTSIDE);
        seen.add(remote.lastSender().getPort());
      }
    }
    assertThat(seen).hasSize(outsidePorts);
  }

  @ParameterizedTest
  @CsvSource({
    "ENDPOINT_INDEPENDENT, true, true",
    "ADDRESS_DEPENDENT, true, false",
    "ADDRESS_AND_PORT_DEPENDENT, false, false",
  })
  void theFilterAdmitsWhomItsKindSays(
      Dependence filtering, boolean admitsOtherPort, boolean admitsOtherAddress) {
    Probe inside = behind(NatBehavior.of(Dependence.ENDPOINT_INDEPENDENT, filtering));
    inside.send("x", server.local());
    network.run(SECOND);
    InetSocketAddress mapped = server.lastSender();
    server.send("from the server", mapped);
    sameAddress.send("from its other port", mapped);
    other.send("from elsewhere", mapped);
    network.run(SECOND);
    assertThat(inside.texts()).contains("from the server");
    assertThat(inside.texts().contains("from its other port")).isEqualTo(admitsOtherPort);
    assertThat(inside.texts().contains("from elsewhere")).isEqualTo(admitsOtherAddress);
    int refused = (admitsOtherPort ? 0 : 1) + (admitsOtherAddress ? 0 : 1);
    assertThat(network.log().count(PacketFate.NAT_FILTERED)).isEqualTo(refused);
  }

  @ParameterizedTest
  @EnumSource
  void whoWasSentToIsAdmittedByEveryFilter(Dependence filtering) {
    Probe inside = behind(NatBehavior.of(Dependence.ENDPOINT_INDEPENDENT, filtering));
    for (Probe remote : new Probe[] {server, sameAddress, other}) {
      inside.send("x", remote.local());
      network.run(SECOND);
      remote.send("answer", remote.lastSender());
      network.run(SECOND);
    }
    assertThat(inside.texts()).containsExactly("answer", "answer", "answer");
  }

  @Test
  void nobodyGetsInWhereNothingWentOut() {
    behind(NatBehavior.fullCone());
    server.send("knock", Probe.at(OUTSIDE, 500));
    network.run(SECOND);
    assertThat(network.log().count(PacketFate.NO_MAPPING)).isOne();
  }

  @Test
  void aPortIsPreservedWhereItIsFree() {
    VirtualNat nat = network.nat(OUTSIDE, NatBehavior.fullCone());
    Probe first = inside(nat, "192.168.0.10", 5555);
    Probe second = inside(nat, "192.168.0.11", 5555);
    first.send("x", server.local());
    network.run(SECOND);
    assertThat(server.lastSender().getPort()).isEqualTo(5555);
    second.send("x", server.local());
    network.run(SECOND);
    assertThat(server.lastSender().getPort()).isNotEqualTo(5555);
    server.send("to the second", server.lastSender());
    network.run(SECOND);
    assertThat(second.texts()).containsExactly("to the second");
  }

  @Test
  void withoutPreservationPortsAreDrawn() {
    Probe inside = behind(NatBehavior.symmetric());
    inside.send("x", server.local());
    network.run(SECOND);
    assertThat(server.lastSender().getPort()).isNotEqualTo(inside.local().getPort());
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void insideHostsReachOneAnotherByOutsideAddressesOnlyByHairpinning(
      boolean hairpinning, boolean arrives) {
    VirtualNat nat = network.nat(OUTSIDE, NatBehavior.fullCone().withHairpinning(hairpinning));
    Probe first = inside(nat, "192.168.0.10", 10);
    Probe second = inside(nat, "192.168.0.11", 11);
    first.send("x", server.local());
    network.run(SECOND);
    second.send("hairpin", server.lastSender());
    network.run(SECOND);
    assertThat(first.texts().contains("hairpin")).isEqualTo(arrives);
    if (arrives) {
      // RFC 4787 §6, REQ-9a: the outside address and port.
      assertThat(first.lastSender()).isEqualTo(Probe.at(OUTSIDE, 11));
    } else {
      assertThat(network.log().count(PacketFate.NO_HAIRPINNING)).isOne();
    }
  }

  @Test
  void hostsBehindOneNatReachOneAnotherByInsideAddresses() {
    VirtualNat nat = network.nat(OUTSIDE, NatBehavior.symmetric());
    Probe first = inside(nat, "192.168.0.10", 10);
    Probe second = inside(nat, "192.168.0.11", 11);
    first.send("neighbour", second.local());
    network.run(SECOND);
    assertThat(second.lastSender()).isEqualTo(first.local());
  }

  @Test
  void aMappingLivesAsLongAsItIsUsedFromInside() {
    Probe inside = behind(NatBehavior.fullCone().withMappingTimeout(Duration.ofSeconds(30)));
    inside.send("x", server.local());
    network.run(Duration.ofSeconds(20));
    InetSocketAddress mapped = server.lastSender();
    inside.send("refresh", server.local());
    network.run(Duration.ofSeconds(20));
    server.send("within the timeout", mapped);
    network.run(Duration.ofSeconds(20));
    server.send("after it", mapped);
    network.run(SECOND);
    assertThat(inside.texts()).containsExactly("within the timeout");
    assertThat(network.log().count(PacketFate.NO_MAPPING)).isOne();
  }

  @Test
  void packetsFromOutsideKeepAMappingAliveWhereTheNatSaysSo() {
    Probe inside =
        behind(
            NatBehavior.fullCone()
                .withMappingTimeout(Duration.ofSeconds(30))
                .withInboundRefresh(true));
    inside.send("x", server.local());
    network.run(SECOND);
    for (int i = 0; i < 5; i++) {
      server.send("still there", server.lastSender());
      network.run(Duration.ofSeconds(20));
    }
    assertThat(inside.texts()).hasSize(5);
  }

  @Test
  void natsNest() {
    VirtualNat carrier = network.nat(OUTSIDE, NatBehavior.portRestrictedCone());
    VirtualNat home = network.nat("100.64.0.1", NatBehavior.portRestrictedCone(), carrier);
    Probe inside = inside(home, "192.168.0.10", 10);
    inside.send("x", server.local());
    network.run(SECOND);
    assertThat(server.lastSender()).isEqualTo(Probe.at(OUTSIDE, 10));
    server.send("back", server.lastSender());
    network.run(SECOND);
    assertThat(inside.texts()).containsExactly("back");
  }

  @Test
  void anOutsideHostDoesNotReachAnInsideAddress() {
    Probe inside = behind(NatBehavior.fullCone());
    server.send("x", inside.local());
    network.run(SECOND);
    assertThat(network.log().count(PacketFate.NO_ROUTE)).isOne();
  }

  private Probe behind(NatBehavior behavior) {
    return inside(network.nat(OUTSIDE, behavior), "192.168.0.10", 4242);
  }

  private Probe inside(VirtualNat nat, String address, int port) {
    VirtualHost host = network.host(address).address(address, nat);
    return new Probe(network, host, address, port);
  }

  private Probe internetProbe(String name, String address, int port) {
    VirtualHost host = network.host(name);
    if (address != null) {
      host.address(address);
    }
    return new Probe(network, host, host.addresses().get(0).getHostAddress(), port);
  }
}
