package io.webrtc4j.driver;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.IcePath;
import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.session.PeerSession;
import io.webrtc4j.session.SessionEvent;
import io.webrtc4j.world.Loop;
import io.webrtc4j.world.UdpListener;
import io.webrtc4j.world.UdpPort;
import io.webrtc4j.world.World;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one {@link PeerSession} on one event loop: reads the clock, feeds datagrams, commands and
 * time, sends what comes out in batches, and keeps one wake-up at the earliest deadline.
 *
 * <p>{@link #execute} and {@link #wake} may be called from any thread; the rest is the loop's.
 */
public final class PeerDriver implements UdpListener {
  private static final Logger LOG = LoggerFactory.getLogger(PeerDriver.class);

  /** Room in front of a packet for the headers of the layers below SCTP, TURN's included. */
  private static final int HEADROOM = 64;

  /** Datagrams that one connection sends before the others on its loop have their turn. */
  private static final int MAX_BATCH = 128;

  private final Loop loop;
  private final PeerSession session;
  private final SessionListener listener;
  private final Gathering gathering;
  private final UdpPorts ports;
  private final Predicate<InetSocketAddress> ready;
  private final PeerNames names;
  private final PacketBuffer outgoing = PacketBuffer.allocate(UdpPort.MAX_DATAGRAM, HEADROOM);
  private final long origin;

  private boolean pumpScheduled;
  private boolean failed;
  private Loop.@Nullable Timer wakeUp;
  private long wakeUpAt = Deadline.NEVER;

  /**
   * A driver of {@code session}, which was made at time 0 and belongs to the driver from now on.
   *
   * @param blocking where the world is asked for its addresses and links
   * @param random to be used on the loop
   */
  public PeerDriver(
      World world,
      PeerSession session,
      GatheringPolicy policy,
      Executor blocking,
      RandomGenerator random,
      SessionListener listener) {
    this.loop = world.nextLoop();
    this.origin = loop.nanoTime();
    this.session = session;
    this.listener = listener;
    this.ports = new UdpPorts(loop, this, policy);
    this.ready = ports::isReady;
    this.names = new PeerNames(this, world, policy, blocking, random);
    this.gathering = new Gathering(this, world, ports, policy, blocking, random);
  }

  /**
   * Runs {@code command} on the loop, after the commands that came before it.
   *
   * @return false if the loop was shut down
   */
  public boolean execute(SessionCommand command) {
    return execute(command, () -> {});
  }

  /**
   * Runs {@code command} on the loop, tells its events, and then runs {@code after}.
   *
   * @return false if the loop was shut down
   */
  public boolean execute(SessionCommand command, Runnable after) {
    return onLoop(
        () -> {
          try {
            command.run(session, now());
            deliverEvents();
          } catch (RuntimeException e) {
            fail(e);
          }
          after.run();
          pumpSoon();
        });
  }

  /** Runs {@code task} on the loop, {@code nanos} nanoseconds from now. */
  public void after(long nanos, Runnable task) {
    onLoop(() -> loop.schedule(task, nanos));
  }

  /** Makes the driver look for events that its listener did not accept before. */
  public void wake() {
    execute((same, now) -> {});
  }

  boolean onLoop(Runnable task) {
    try {
      loop.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      LOG.debug("The event loop was shut down", e);
      return false;
    }
  }

  @Override
  public void received(UdpPort port, PacketBuffer packet, InetSocketAddress remote) {
    try {
      session.handlePacket(packet, new IcePath(port.local(), remote), now());
    } catch (RuntimeException e) {
      // No packet may end a connection by a defect of ours; the defect must be seen, though.
      LOG.error("A datagram from {} met a defect and was dropped", remote, e);
    }
  }

  @Override
  public void burstEnded(UdpPort port) {
    pumpSoon();
  }

  @Override
  public void writabilityChanged(UdpPort port) {
    pumpSoon();
  }

  @Override
  public void failed(UdpPort port, Throwable cause) {
    LOG.debug("{}: socket {}: {}", session, port.local(), cause.toString());
  }

  void addLocalAddress(int transport, InetSocketAddress base, int localPreference) {
    MdnsName name = names.add(base.getAddress());
    if (!session.addLocalAddress(transport, base, name, localPreference, now())) {
      release(base);
    }
    pumpSoon();
  }

  void endOfLocalCandidates(int transport) {
    names.gathered();
    session.endOfLocalCandidates(transport, now());
    pumpSoon();
  }

  void bindFailed(InetAddress address, Throwable cause) {
    LOG.warn("{}: no socket on {}: {}", session, address.getHostAddress(), cause.toString());
  }

  /** Runs {@link #pump} after the tasks that wait on the loop now, once for all of them. */
  void pumpSoon() {
    if (!pumpScheduled) {
      pumpScheduled = onLoop(this::pump);
    }
  }

  private void pump() {
    pumpScheduled = false;
    if (failed) {
      return;
    }
    try {
      pump(now());
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private void pump(long now) {
    if (Deadline.isDue(session.nextDeadline(), now)) {
      session.handleTimeout(now);
    }
    sendBatch();
    deliverEvents();
    listener.onSent(session);
    if (session.isClosed()) {
      end();
    } else {
      scheduleWakeUp(now);
    }
  }

  private void sendBatch() {
    for (int i = 0; i < MAX_BATCH; i++) {
      if (!sendOne()) {
        ports.flush();
        return;
      }
    }
    ports.flush();
    pumpSoon();
  }

  private boolean sendOne() {
    // What is passed over is sent when its socket has sent what it holds, which tells.
    outgoing.clear();
    IcePath path = session.pollPacket(outgoing, ready);
    if (path == null) {
      return false;
    }
    UdpPort port = ports.at(path.local());
    if (port != null) {
      port.write(outgoing, path.remote());
    }
    return true;
  }

  private void deliverEvents() {
    SessionEvent event = session.pollEvent(listener.acceptsMessages());
    while (event != null) {
      if (event instanceof SessionEvent.GatheringNeeded needed) {
        gathering.start(needed.transport());
      } else if (event instanceof SessionEvent.AddressReleased released) {
        release(released.address());
      } else if (event instanceof SessionEvent.NameResolutionNeeded needed) {
        names.resolve(needed.name());
      } else {
        listener.onEvent(event);
      }
      event = session.pollEvent(listener.acceptsMessages());
    }
  }

  private void scheduleWakeUp(long now) {
    long deadline = session.nextDeadline();
    if (deadline >= wakeUpAt) {
      return; // An earlier wake-up looks again.
    }
    cancelWakeUp();
    wakeUpAt = deadline;
    wakeUp = loop.schedule(this::wakeUp, Math.max(0, deadline - now));
  }

  private void wakeUp() {
    wakeUpAt = Deadline.NEVER;
    wakeUp = null;
    pump();
  }

  private void cancelWakeUp() {
    if (wakeUp != null) {
      wakeUp.cancel();
      wakeUp = null;
    }
    wakeUpAt = Deadline.NEVER;
  }

  /** A defect of ours ends its connection, visibly, and harms no other on the loop. */
  private void fail(RuntimeException defect) {
    if (failed) {
      return;
    }
    failed = true;
    LOG.error("{}: ended by a defect", session, defect);
    end();
    listener.onEvent(new SessionEvent.Broken("a defect of this library, see its log: " + defect));
  }

  private void release(InetSocketAddress address) {
    ports.release(address);
    if (!ports.uses(address.getAddress())) {
      names.remove(address.getAddress());
    }
  }

  private void end() {
    cancelWakeUp();
    names.close();
    ports.close();
    listener.onEnd();
  }

  private long now() {
    return loop.nanoTime() - origin;
  }
}
