package io.webrtc4j.driver.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.ice.mdns.MdnsName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class MulticastDnsDriverTest {
  private static final Executor DIRECT = Runnable::run;
  private static final InetAddress OURS = address("192.0.2.1");
  private static final InetAddress THEIRS = address("192.0.2.2");
  private static final InetSocketAddress PEER = new InetSocketAddress(THEIRS, 5353);

  private final LinkedWorld world = new LinkedWorld();
  private final MulticastDnsDriver driver = MulticastDnsDriver.of(world);
  private final MdnsName name = MdnsName.random(new SplittableRandom(7));
  private final List<Resolution> told = new ArrayList<>();

  @Test
  void aWorldHasOne() {
    assertThat(MulticastDnsDriver.of(world)).isSameAs(driver);
  }

  @Test
  void twoAskersShareASocketAndAQuestion() {
    link("eth0", OURS);
    ask();
    ask();
    world.run(200);
    assertThat(world.ports).hasSize(1);
    assertThat(world.ports.get(0).written).hasSize(2);
    world.ports.get(0).receive(answer(), PEER);
    assertThat(told)
        .containsExactly(new Resolution.Found(name, THEIRS), new Resolution.Found(name, THEIRS));
    assertThat(world.timesAsked).isEqualTo(1);
  }

  @Test
  void anExecutorThatNeverRunsItsTasksHoldsUpTheOthersForASecondAtMost() {
    link("eth0", OURS);
    driver.resolve(name, OURS::equals, task -> {}, told::add);
    world.run(900);
    ask();
    world.run(50);
    assertThat(world.ports).isEmpty();
    world.run(100);
    ask();
    world.run(200);
    world.ports.get(0).receive(answer(), PEER);
    assertThat(told).hasSize(3).allMatch(Resolution.Found.class::isInstance);
  }

  @Test
  void theFirstAnswerOfTwoLinksCounts() {
    link("eth0", OURS);
    link("eth1", address("198.51.100.1"));
    driver.resolve(name, any -> true, DIRECT, told::add);
    world.run(200);
    assertThat(world.ports).hasSize(2);
    world.ports.get(1).receive(answer(), PEER);
    world.ports.get(0).receive(answer(), PEER);
    world.run(60_000);
    assertThat(told).containsExactly(new Resolution.Found(name, THEIRS));
    assertThat(world.ports.get(0).written).hasSize(2);
  }

  @Test
  void aLinkWithBothFamiliesIsAskedByBoth() {
    link("eth0", OURS, address("fe80::1"));
    ask();
    world.run(200);
    assertThat(world.ports)
        .extracting(port -> port.local().getAddress().getHostAddress())
        .containsExactly("224.0.0.251", "ff02:0:0:0:0:0:0:fb");
  }

  @Test
  void nobodyIsAskedOnLinksThatTheAskerDoesNotUse() {
    link("eth0", address("198.51.100.1"));
    ask();
    world.run(60_000);
    assertThat(world.ports).isEmpty();
    assertThat(told)
        .containsExactly(
            new Resolution.NotFound(name, "no interface in use takes part in multicast"));
  }

  @Test
  void anInterfaceThatCameSinceIsFound() {
    ask();
    world.run(1);
    assertThat(told).hasSize(1);
    link("eth0", OURS);
    ask();
    world.run(200);
    assertThat(world.ports).hasSize(1);
  }

  @Test
  void aSocketThatCannotBeHadIsAReasonAndIsTriedAgainForTheNext() {
    link("eth0", OURS);
    world.bindFailure = new IllegalStateException("in use");
    ask();
    world.run(1);
    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            Resolution.NotFound.class,
            not -> assertThat(not.reason()).startsWith("no socket for 224.0.0.251 on "));
    world.bindFailure = null;
    ask();
    world.run(200);
    assertThat(world.ports).hasSize(1);
  }

  @Test
  void aSystemThatDoesNotTellItsInterfacesIsAReason() {
    link("eth0", OURS);
    world.linksFailure = new IOException("thrown by the test");
    ask();
    world.run(1);
    assertThat(told).singleElement().isInstanceOf(Resolution.NotFound.class);
  }

  @Test
  void anExecutorThatTakesNoTasksIsAReason() {
    link("eth0", OURS);
    driver.resolve(
        name,
        OURS::equals,
        task -> {
          throw new RejectedExecutionException("thrown by the test");
        },
        told::add);
    world.run(1);
    assertThat(told).singleElement().isInstanceOf(Resolution.NotFound.class);
  }

  @Test
  void whoEndsIsToldNothingAndAsksNoMore() {
    link("eth0", OURS);
    MdnsTask task = ask();
    world.run(200);
    task.end();
    world.run(60_000);
    assertThat(told).isEmpty();
    assertThat(world.ports.get(0).written).hasSize(2);
  }

  @Test
  void whoEndsBeforeTheLinksAreKnownAsksNothing() {
    link("eth0", OURS);
    List<Runnable> blocked = new ArrayList<>();
    MdnsTask task = driver.resolve(name, OURS::equals, blocked::add, told::add);
    world.run(1);
    task.end();
    world.run(1);
    blocked.forEach(Runnable::run);
    world.run(60_000);
    assertThat(told).isEmpty();
    assertThat(world.ports).allMatch(port -> port.written.isEmpty());
  }

  @Test
  void anIdleSocketIsClosedAndOneInUseIsNot() {
    link("eth0", OURS);
    MdnsTask published = driver.publish(name, OURS, DIRECT);
    world.run(600_000);
    assertThat(world.openPorts()).hasSize(1);
    published.end();
    world.run(59_000);
    assertThat(world.openPorts()).hasSize(1);
    world.run(1_001);
    assertThat(world.openPorts()).isEmpty();
    ask();
    world.run(200);
    assertThat(world.openPorts()).hasSize(1);
  }

  @Test
  void aNameIsPublishedOnTheLinkOfItsAddressAlone() {
    link("eth0", OURS);
    link("eth1", address("198.51.100.1"));
    driver.publish(name, OURS, DIRECT);
    world.run(1_100);
    assertThat(world.ports).hasSize(1);
    assertThat(world.ports.get(0).written).hasSize(1);
  }

  private void link(String linkName, InetAddress... addresses) {
    world.links.add(new LinkedWorld.FakeLink(linkName, List.of(addresses)));
  }

  private MdnsTask ask() {
    return driver.resolve(name, OURS::equals, DIRECT, told::add);
  }

  /** A response with one A record, written by hand. */
  private byte[] answer() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {0, 0, (byte) 0x84, 0, 0, 0, 0, 1, 0, 0, 0, 0});
    for (String label : name.toString().split("\\.", -1)) {
      bytes.write(label.length());
      bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    bytes.writeBytes(new byte[] {0, 0, 1, (byte) 0x80, 1, 0, 0, 0, 120, 0, 4});
    bytes.writeBytes(THEIRS.getAddress());
    return bytes.toByteArray();
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
