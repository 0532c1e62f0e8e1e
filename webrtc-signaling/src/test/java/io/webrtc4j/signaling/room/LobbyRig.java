package io.webrtc4j.signaling.room;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.signaling.message.JsonFormat;
import io.webrtc4j.signaling.message.ServerMessage;
import io.webrtc4j.signaling.message.ServerMessage.Joined;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A lobby in virtual time. */
final class LobbyRig {
  static final LobbyLimits LIMITS =
      new LobbyLimits(3, 3, 10, 20, Deadline.seconds(10), Deadline.seconds(20));

  final Lobby lobby;
  long now;

  LobbyRig() {
    this(1);
  }

  LobbyRig(long seed) {
    lobby = new Lobby(LIMITS, new JsonFormat(4096), new SplittableRandom(seed));
  }

  long connect() {
    return lobby.connect(now);
  }

  /** Connects and joins; returns the new member's id. What others were told is dropped. */
  String joined(long connection, String room, String name) {
    receive(connection, "{'type':'join','room':'" + room + "','name':'" + name + "'}");
    return sentTo(connection).stream()
        .filter(Joined.class::isInstance)
        .map(message -> ((Joined) message).id())
        .findFirst()
        .orElseThrow();
  }

  /** A message comes, in one frame. */
  void receive(long connection, String text) {
    lobby.receiveFrame(connection, now);
    lobby.receiveMessage(connection, text.replace('\'', '"'));
  }

  List<Action> actions() {
    List<Action> actions = new ArrayList<>();
    for (Action action = lobby.pollAction(); action != null; action = lobby.pollAction()) {
      actions.add(action);
    }
    return actions;
  }

  /** What was sent to {@code connection} since the last look; all else is dropped. */
  List<ServerMessage> sentTo(long connection) {
    return actions().stream()
        .filter(Action.Send.class::isInstance)
        .map(Action.Send.class::cast)
        .filter(send -> send.connection() == connection)
        .map(Action.Send::message)
        .toList();
  }

  /** Turns the clock to {@code time}, stopping at each deadline. */
  List<Action> runUntil(long time) {
    List<Action> actions = new ArrayList<>();
    while (lobby.nextDeadline() <= time) {
      now = lobby.nextDeadline();
      lobby.handleTimeout(now);
      actions.addAll(actions());
    }
    now = time;
    return actions;
  }
}
