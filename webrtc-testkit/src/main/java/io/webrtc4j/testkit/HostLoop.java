package io.webrtc4j.testkit;

import io.webrtc4j.world.Loop;
import io.webrtc4j.world.MulticastLink;
import io.webrtc4j.world.UdpListener;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** A host's loop, on which its connections live and their callbacks run; it can be paused. */
final class HostLoop implements Loop, Executor {
  private final VirtualTime time;
  private final HostPorts ports;
  private final Queue<Runnable> held = new ArrayDeque<>();
  private boolean paused;

  HostLoop(VirtualTime time, HostPorts ports) {
    this.time = time;
    this.ports = ports;
  }

  @Override
  public void execute(Runnable task) {
    time.schedule(0, () -> runOrHold(task));
  }

  @Override
  public Timer schedule(Runnable task, long delayNanos) {
    HostTimer timer = new HostTimer(task);
    VirtualTime.Scheduled event = time.schedule(delayNanos, () -> runOrHold(timer));
    return () -> {
      timer.cancelled = true;
      event.cancel();
    };
  }

  @Override
  public long nanoTime() {
    return time.now();
  }

  @Override
  public void bind(InetSocketAddress local, UdpListener listener, BindOutcome outcome) {
    execute(() -> ports.bind(local, listener, outcome));
  }

  @Override
  public void bindGroup(
      MulticastLink link, InetSocketAddress group, UdpListener listener, BindOutcome outcome) {
    execute(() -> ports.bindGroup((VirtualMulticastLink) link, group, listener, outcome));
  }

  boolean isPaused() {
    return paused;
  }

  void pause() {
    paused = true;
  }

  /** Goes on with what came meanwhile: packets before tasks, as an event loop does. */
  void resume() {
    paused = false;
    ports.releaseHeld(this::execute);
    for (Runnable task = held.poll(); task != null; task = held.poll()) {
      execute(task);
    }
  }

  private void runOrHold(Runnable task) {
    if (paused) {
      held.add(task);
    } else {
      task.run();
    }
  }

  private static final class HostTimer implements Runnable {
    private final Runnable task;
    private boolean cancelled;

    HostTimer(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      if (!cancelled) {
        task.run();
      }
    }
  }
}
