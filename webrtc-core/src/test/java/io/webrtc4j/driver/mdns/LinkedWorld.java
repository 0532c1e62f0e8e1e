package io.webrtc4j.driver.mdns;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.world.Loop;
import io.webrtc4j.world.MulticastLink;
import io.webrtc4j.world.UdpListener;
import io.webrtc4j.world.UdpPort;
import io.webrtc4j.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A world of links in virtual time, whose sockets keep what is written to them. */
final class LinkedWorld implements World, Loop {
  /** A link with one network's addresses. */
  record FakeLink(String name, List<InetAddress> addresses) implements MulticastLink {
    @Override
    public boolean contains(InetAddress address) {
      return true;
    }
  }

  private record Task(long at, long number, Runnable action) {}

  final List<MulticastLink> links = new ArrayList<>();
  final List<FakePort> ports = new ArrayList<>();
  @Nullable IOException linksFailure;
  @Nullable RuntimeException bindFailure;
  int timesAsked;

  private final Map<Class<?>, Object> shared = new HashMap<>();
  private final Queue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));
  private long now;
  private long count;

  void run(long millis) {
    long end = now + millis * 1_000_000;
    for (Task task = tasks.peek(); task != null && task.at <= end; task = tasks.peek()) {
      now = Math.max(now, task.at);
      tasks.remove();
      task.action.run();
    }
    now = end;
  }

  List<FakePort> openPorts() {
    return ports.stream().filter(port -> !port.closed).toList();
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
  public List<MulticastLink> multicastLinks() throws IOException {
    timesAsked++;
    if (linksFailure != null) {
      throw linksFailure;
    }
    return List.copyOf(links);
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
    return new SplittableRandom(1);
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(new Task(now, count++, task));
  }

  @Override
  public Timer schedule(Runnable task, long delayNanos) {
    Task scheduled = new Task(now + delayNanos, count++, task);
    tasks.add(scheduled);
    return () -> tasks.remove(scheduled);
  }

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public void bind(InetSocketAddress local, UdpListener listener, BindOutcome outcome) {
    throw new AssertionError("only groups are bound");
  }

  @Override
  public void bindGroup(
      MulticastLink link, InetSocketAddress group, UdpListener listener, BindOutcome outcome) {
    execute(
        () -> {
          if (bindFailure != null) {
            outcome.failed(bindFailure);
          } else {
            FakePort port = new FakePort(group, listener);
            ports.add(port);
            outcome.bound(port);
          }
        });
  }

  /** A socket of a group. */
  static final class FakePort implements UdpPort {
    final List<byte[]> written = new ArrayList<>();
    boolean closed;

    private final InetSocketAddress group;
    private final UdpListener listener;

    FakePort(InetSocketAddress group, UdpListener listener) {
      this.group = group;
      this.listener = listener;
    }

    void receive(byte[] packet, InetSocketAddress from) {
      listener.received(this, PacketBuffer.wrap(packet), from);
      listener.burstEnded(this);
    }

    @Override
    public InetSocketAddress local() {
      return group;
    }

    @Override
    public boolean isWritable() {
      return true;
    }

    @Override
    public void write(PacketBuffer packet, InetSocketAddress remote) {
      written.add(packet.toByteArray());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      closed = true;
    }
  }
}
