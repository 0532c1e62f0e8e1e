package io.webrtc4j.interop.shim;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sim.LinkConditions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path between peers of this machine that loses, delays and reorders their datagrams as {@link
 * LinkConditions} say, from a seed. A peer takes it when it is given the other's candidates as
 * {@link #candidate} or {@link #description} rewrites them; both sides' must be, lest they meet
 * directly. A peer whose candidates nobody sees is found out by its first datagram.
 *
 * <p>Which datagrams are lost is a matter of the seed and of their number alone; the times are the
 * machine's.
 */
public final class BadPath implements Route, AutoCloseable {
  private static final Pattern UDP_HOST =
      Pattern.compile(
          "(candidate:\\S+ \\d+ udp \\d+ )([0-9.]+|[0-9a-f:]+) (\\d+)( typ host.*)",
          Pattern.CASE_INSENSITIVE);

  private static final int LARGEST_DATAGRAM = 65_535;

  private final SplittableRandom random;
  private final long start = System.nanoTime();
  private final ByteBuffer received = ByteBuffer.allocate(LARGEST_DATAGRAM);
  private final Map<InetSocketAddress, Front> fronts = new LinkedHashMap<>();
  private final Selector selector;
  private final Thread thread;
  private LinkConditions conditions;

  private BadPath(LinkConditions conditions, long seed) throws IOException {
    this.conditions = conditions;
    this.random = new SplittableRandom(seed);
    this.selector = Selector.open();
    this.thread = new Thread(this::run, "bad path");
    thread.setDaemon(true);
  }

  /** A path of these conditions in each direction, until it is closed. */
  public static BadPath open(LinkConditions conditions, long seed) {
    try {
      BadPath path = new BadPath(conditions, seed);
      path.thread.start();
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes the conditions for datagrams sent from now on. */
  public synchronized void conditions(LinkConditions conditions) {
    this.conditions = conditions;
  }

  /** Where others send to reach the socket at {@code real} along this path. */
  public InetSocketAddress inFrontOf(InetSocketAddress real) {
    try {
      return front(real).address();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A host candidate for UDP leads along this path; all others are left out. */
  @Override
  public Optional<String> candidate(String candidate) {
    if (candidate.isEmpty()) {
      // The end of candidates.
      return Optional.of(candidate);
    }
    Matcher host = UDP_HOST.matcher(candidate);
    if (!host.matches()) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.getByName(host.group(2));
      int port = Integer.parseInt(host.group(3));
      int frontPort = inFrontOf(new InetSocketAddress(address, port)).getPort();
      return Optional.of(host.group(1) + host.group(2) + " " + frontPort + host.group(4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Datagrams that came along so far. */
  public synchronized long sent() {
    return fronts.values().stream().mapToLong(Front::sent).sum();
  }

  /** Of these, how many were lost. */
  public synchronized long lost() {
    return fronts.values().stream().mapToLong(Front::lost).sum();
  }

  @Override
  public void close() {
    try {
      selector.close();
      thread.join();
      for (Front front : fronts.values()) {
        front.channel().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Front front(InetSocketAddress real) throws IOException {
    Front front = fronts.get(real);
    if (front == null) {
      front = new Front(real, random.split());
      fronts.put(real, front);
      front.channel().register(selector, SelectionKey.OP_READ, front);
      selector.wakeup();
    }
    return front;
  }

  private void run() {
    try {
      while (selector.isOpen()) {
        waitForSomething();
        for (SelectionKey ready : selector.selectedKeys()) {
          receive((Front) ready.attachment());
        }
        selector.selectedKeys().clear();
        deliver();
      }
    } catch (ClosedSelectorException e) {
      // Closed, which is how it ends.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void waitForSomething() throws IOException {
    long next = nextArrival();
    long wait = next - now();
    if (next == Deadline.NEVER) {
      selector.select();
    } else if (wait > 0) {
      selector.select(TimeUnit.NANOSECONDS.toMillis(wait) + 1);
    } else {
      selector.selectNow();
    }
  }

  private void receive(Front to) throws IOException {
    while (to.channel().receive(received) instanceof InetSocketAddress sender) {
      received.flip();
      ByteBuffer bytes = ByteBuffer.allocate(received.remaining()).put(received).flip();
      received.clear();
      Front from = front(sender);
      synchronized (this) {
        from.send(bytes, to, conditions, now());
      }
    }
  }

  private synchronized void deliver() throws IOException {
    // A list, for the map may get fronts while this goes on.
    List<Front> all = new ArrayList<>(fronts.values());
    for (Front front : all) {
      front.deliver(now());
    }
  }

  private synchronized long nextArrival() {
    return fronts.values().stream().mapToLong(Front::nextArrival).min().orElse(Deadline.NEVER);
  }

  private long now() {
    return System.nanoTime() - start;
  }
}
