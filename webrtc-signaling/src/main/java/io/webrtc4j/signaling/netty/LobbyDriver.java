package io.webrtc4j.signaling.netty;

import io.netty.channel.EventLoop;
import io.webrtc4j.common.Deadline;
import io.webrtc4j.signaling.message.JsonFormat;
import io.webrtc4j.signaling.room.Action;
import io.webrtc4j.signaling.room.CloseReason;
import io.webrtc4j.signaling.room.Lobby;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Drives the lobby: tells it what came and what time it is, carries out its actions, and wakes it
 * at its deadline. Everything happens on the one event loop.
 */
final class LobbyDriver {
  private final Lobby lobby;
  private final JsonFormat format;
  private final EventLoop loop;
  private final long start = System.nanoTime();
  private final Map<Long, MemberSocket> sockets = new HashMap<>();
  private boolean isDraining;
  private long wakeUpAt = Deadline.NEVER;
  private @Nullable Future<?> wakeUp;

  LobbyDriver(Lobby lobby, JsonFormat format, EventLoop loop) {
    this.lobby = lobby;
    this.format = format;
    this.loop = loop;
  }

  long connect(MemberSocket socket) {
    long number = lobby.connect(now());
    sockets.put(number, socket);
    drain();
    return number;
  }

  void receiveFrame(long number) {
    lobby.receiveFrame(number, now());
    drain();
  }

  void receiveMessage(long number, String text) {
    lobby.receiveMessage(number, text);
    drain();
  }

  void close(long number, CloseReason reason) {
    lobby.close(number, reason);
    drain();
  }

  void disconnect(long number) {
    sockets.remove(number);
    lobby.disconnect(number);
    drain();
  }

  void shutdown() {
    lobby.shutdown();
    drain();
  }

  private void drain() {
    if (isDraining) {
      return;
    }
    isDraining = true;
    try {
      Action action = lobby.pollAction();
      while (action != null) {
        perform(action);
        action = lobby.pollAction();
      }
    } finally {
      isDraining = false;
    }
    scheduleWakeUp();
  }

  private void perform(Action action) {
    MemberSocket socket = sockets.get(action.connection());
    if (socket == null) {
      return;
    }
    if (action instanceof Action.Send send) {
      socket.send(format.write(send.message()));
    } else if (action instanceof Action.Ping) {
      socket.ping();
    } else if (action instanceof Action.Close close) {
      sockets.remove(action.connection());
      socket.close(close.reason());
    }
  }

  private void scheduleWakeUp() {
    long deadline = lobby.nextDeadline();
    if (deadline == wakeUpAt) {
      return;
    }
    if (wakeUp != null) {
      wakeUp.cancel(false);
    }
    wakeUpAt = deadline;
    wakeUp =
        deadline == Deadline.NEVER
            ? null
            : loop.schedule(this::wake, Math.max(0, deadline - now()), TimeUnit.NANOSECONDS);
  }

  private void wake() {
    wakeUpAt = Deadline.NEVER;
    wakeUp = null;
    lobby.handleTimeout(now());
    drain();
  }

  private long now() {
    return System.nanoTime() - start;
  }
}
