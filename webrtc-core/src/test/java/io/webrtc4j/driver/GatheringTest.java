package io.webrtc4j.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.DtlsCertificate;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.session.PeerSession;
import io.webrtc4j.session.SessionConfig;
import io.webrtc4j.session.SessionEvent;
import io.webrtc4j.session.TransportPlan;
import io.webrtc4j.world.Loop;
import io.webrtc4j.world.MulticastLink;
import io.webrtc4j.world.UdpListener;
import io.webrtc4j.world.UdpPort;
import io.webrtc4j.world.World;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Which sockets transports have, and what the session is told of them. */
class GatheringTest {
  private static final InetAddress HOME = address("192.0.2.1");
  private static final InetAddress ROAD = address("198.51.100.1");

  private final SplittableRandom random = new SplittableRandom(1);
  private final IceCredentials first = IceCredentials.generate(random);
  private final IceCredentials second = IceCredentials.generate(random);
  private final OneMachine machine = new OneMachine();
  private final List<SessionEvent> events = new ArrayList<>();
  private boolean hidden;

  @Test
  void eachTransportHasASocketOfItsOwnOnEachAddress() {
    machine.addresses = List.of(HOME, ROAD);
    PeerDriver driver = driver();
    apply(driver, plan(0, first), plan(1, second));
    assertThat(machine.bound).hasSize(4);
    assertThat(candidates(first)).hasSize(2).doesNotContainAnyElementsOf(candidates(second));
    assertThat(events).contains(new SessionEvent.EndOfLocalCandidates(1, second.ufrag()));
  }

  @Test
  void aTransportThatIsDroppedGivesItsSocketsBack() {
    machine.addresses = List.of(HOME);
    PeerDriver driver = driver();
    apply(driver, plan(0, first), plan(1, second));
    apply(driver, plan(1, second));
    assertThat(machine.bound).hasSize(1);
  }

  @Test
  void aRestartAsksForTheAddressesAnewAndKeepsTheSocketsThatThereAre() {
    machine.addresses = List.of(HOME);
    PeerDriver driver = driver();
    apply(driver, plan(0, first));
    machine.addresses = List.of(ROAD, HOME);
    apply(driver, plan(0, second));
    assertThat(machine.bound).hasSize(2);
    assertThat(ports(second)).hasSize(2).containsAll(ports(first));
    assertThat(events).contains(new SessionEvent.EndOfLocalCandidates(0, second.ufrag()));

    apply(driver, plan(0, first));
    assertThat(machine.bound.keySet())
        .extracting(InetSocketAddress::getAddress)
        .containsExactly(HOME);
  }

  @Test
  void aRestartAmidTheGatheringEndsBothGenerationsOnce() {
    machine.addresses = List.of(HOME);
    PeerDriver driver = driver();
    driver.execute((session, now) -> session.apply(List.of(plan(0, first)), now));
    driver.execute((session, now) -> session.apply(List.of(plan(0, second)), now));
    machine.runAll();
    assertThat(machine.bound).hasSize(1);
    assertThat(candidates(first)).hasSize(1);
    assertThat(candidates(second)).isEqualTo(candidates(first));
    assertThat(events)
        .filteredOn(SessionEvent.EndOfLocalCandidates.class::isInstance)
        .containsExactly(
            new SessionEvent.EndOfLocalCandidates(0, first.ufrag()),
            new SessionEvent.EndOfLocalCandidates(0, second.ufrag()));
  }

  @Test
  void aSocketThatIsBoundTooLateIsClosedAtOnce() {
    machine.addresses = List.of(HOME);
    PeerDriver driver = driver();
    driver.execute((session, now) -> session.apply(List.of(plan(0, first)), now));
    driver.execute((session, now) -> session.apply(List.of(), now));
    machine.runAll();
    assertThat(machine.bound).isEmpty();
  }

  @Test
  void anAddressKeepsItsNameAndANewOneGetsAnother() {
    hidden = true;
    machine.addresses = List.of(HOME);
    PeerDriver driver = driver();
    apply(driver, plan(0, first));
    machine.addresses = List.of(HOME, ROAD);
    apply(driver, plan(0, second));
    List<String> before = names(first);
    assertThat(before).singleElement().asString().endsWith(".local");
    assertThat(names(second)).hasSize(2).doesNotHaveDuplicates().containsAll(before);
  }

  private List<Integer> ports(IceCredentials generation) {
    return candidates(generation).stream().map(CandidateAttribute::port).toList();
  }

  private List<String> names(IceCredentials generation) {
    return candidates(generation).stream().map(CandidateAttribute::address).toList();
  }

  private List<CandidateAttribute> candidates(IceCredentials generation) {
    return events.stream()
        .filter(SessionEvent.LocalCandidate.class::isInstance)
        .map(SessionEvent.LocalCandidate.class::cast)
        .filter(event -> event.ufrag().equals(generation.ufrag()))
        .map(SessionEvent.LocalCandidate::candidate)
        .toList();
  }

  private static TransportPlan plan(int id, IceCredentials local) {
    return new TransportPlan(id, local, true, null);
  }

  private void apply(PeerDriver driver, TransportPlan... plans) {
    driver.execute((session, now) -> session.apply(List.of(plans), now));
    machine.runAll();
  }

  private PeerDriver driver() {
    DtlsCertificate certificate =
        DtlsCertificate.generate(random, Instant.parse("2026-01-01T00:00:00Z"));
    return new PeerDriver(
        machine,
        new PeerSession(new SessionConfig(certificate, 262_144, "cname", 0), random, 0),
        new GatheringPolicy(true, address -> true, 0, 0, hidden),
        machine.tasks::add,
        random,
        new SessionListener() {
          @Override
          public void onEvent(SessionEvent event) {
            events.add(event);
          }

          @Override
          public void onSent(PeerSession same) {}

          @Override
          public boolean acceptsMessages() {
            return true;
          }

          @Override
          public void onEnd() {}
        });
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  /** A machine with addresses and ports, and no network. */
  private static final class OneMachine implements World, Loop {
    final Queue<Runnable> tasks = new ArrayDeque<>();
    final Map<InetSocketAddress, UdpPort> bound = new HashMap<>();
    List<InetAddress> addresses = List.of();
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private int nextPort = 1000;

    void runAll() {
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        task.run();
      }
    }

    @Override
    public Loop nextLoop() {
      return this;
    }

    @Override
    public List<InetAddress> localAddresses() {
      return addresses;
    }

    @Override
    public List<MulticastLink> multicastLinks() {
      return List.of();
    }

    @Override
    public <T> T shared(Class<T> type, Supplier<T> maker) {
      return type.cast(shared.computeIfAbsent(type, any -> maker.get()));
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public RandomGenerator newRandom() {
      return new SplittableRandom(2);
    }

    @Override
    public void execute(Runnable task) {
      tasks.add(task);
    }

    @Override
    public Timer schedule(Runnable task, long delayNanos) {
      return () -> {};
    }

    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public void bind(InetSocketAddress local, UdpListener listener, BindOutcome outcome) {
      Port port = new Port(new InetSocketAddress(local.getAddress(), nextPort++));
      bound.put(port.local(), port);
      tasks.add(() -> outcome.bound(port));
    }

    @Override
    public void bindGroup(
        MulticastLink link, InetSocketAddress group, UdpListener listener, BindOutcome outcome) {
      outcome.failed(new IllegalStateException("this world has no links"));
    }

    private final class Port implements UdpPort {
      private final InetSocketAddress local;

      Port(InetSocketAddress local) {
        this.local = local;
      }

      @Override
      public InetSocketAddress local() {
        return local;
      }

      @Override
      public boolean isWritable() {
        return true;
      }

      @Override
      public void write(PacketBuffer packet, InetSocketAddress remote) {}

      @Override
      public void flush() {}

      @Override
      public void close() {
        bound.remove(local);
      }
    }
  }
}
