package io.webrtc4j.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.dtls.DtlsCertificate;
import io.webrtc4j.session.PeerSession;
import io.webrtc4j.session.SessionConfig;
import io.webrtc4j.session.SessionEvent;
import io.webrtc4j.world.Loop;
import io.webrtc4j.world.MulticastLink;
import io.webrtc4j.world.UdpListener;
import io.webrtc4j.world.World;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PeerDriverTest {
  private final HandTurnedWorld world = new HandTurnedWorld();
  private final List<SessionEvent> events = new ArrayList<>();
  private final PeerDriver driver = driver();

  @Test
  void aDefectInACommandEndsItsConnectionVisiblyAndLeavesNobodyWaiting() {
    List<String> after = new ArrayList<>();
    driver.execute(
        (session, now) -> {
          throw new IllegalStateException("thrown by the test");
        },
        () -> after.add("told"));
    world.runAll();

    assertThat(after).containsExactly("told");
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            SessionEvent.Broken.class,
            broken ->
                assertThat(broken.reason()).contains("defect").contains("thrown by the test"));
  }

  @Test
  void laterCommandsOfABrokenConnectionStillAnswer() {
    driver.execute(
        (session, now) -> {
          throw new IllegalStateException("thrown by the test");
        });
    List<String> after = new ArrayList<>();
    driver.execute((session, now) -> after.add("run"), () -> after.add("told"));
    world.runAll();
    assertThat(after).containsExactly("run", "told");
    assertThat(events).hasSize(1);
  }

  @Test
  void commandsRunInTheirOrderAndTellTheirEventsFirst() {
    List<String> order = new ArrayList<>();
    driver.execute((session, now) -> order.add("first"), () -> order.add("after first"));
    driver.execute((session, now) -> order.add("second"), () -> order.add("after second"));
    world.runAll();
    assertThat(order).containsExactly("first", "after first", "second", "after second");
  }

  private PeerDriver driver() {
    SplittableRandom random = new SplittableRandom(1);
    DtlsCertificate certificate =
        DtlsCertificate.generate(random, Instant.parse("2026-01-01T00:00:00Z"));
    PeerSession session =
        new PeerSession(new SessionConfig(certificate, 262_144, "cname", 0), random, 0);
    GatheringPolicy policy = new GatheringPolicy(true, address -> true, 0, 0, false);
    return new PeerDriver(
        world,
        session,
        policy,
        Runnable::run,
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

  /** A world whose loop does what waits on it when the test says so. */
  private static final class HandTurnedWorld implements World, Loop {
    private final Queue<Runnable> tasks = new ArrayDeque<>();

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
      return List.of();
    }

    @Override
    public List<MulticastLink> multicastLinks() {
      return List.of();
    }

    @Override
    public <T> T shared(Class<T> type, Supplier<T> maker) {
      return maker.get();
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
      outcome.failed(new IllegalStateException("this world has no ports"));
    }

    @Override
    public void bindGroup(
        MulticastLink link, InetSocketAddress group, UdpListener listener, BindOutcome outcome) {
      outcome.failed(new IllegalStateException("this world has no links"));
    }
  }
}
