package io.webrtc4j.signaling.room;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.signaling.message.ClientMessage;
import io.webrtc4j.signaling.message.ClientMessage.Join;
import io.webrtc4j.signaling.message.ClientMessage.Leave;
import io.webrtc4j.signaling.message.ClientMessage.Relay;
import io.webrtc4j.signaling.message.ErrorCode;
import io.webrtc4j.signaling.message.JsonFormat;
import io.webrtc4j.signaling.message.ServerMessage;
import io.webrtc4j.signaling.message.ServerMessage.Joined;
import io.webrtc4j.signaling.message.ServerMessage.Left;
import io.webrtc4j.signaling.message.ServerMessage.Member;
import io.webrtc4j.signaling.message.ServerMessage.MemberJoined;
import io.webrtc4j.signaling.message.ServerMessage.MemberLeft;
import io.webrtc4j.signaling.message.ServerMessage.Relayed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The signalling server without its network. In go connections, frames, messages and the time; out
 * come {@link Action}s, by {@link #pollAction}. Calls about a connection that is unknown or gone do
 * nothing.
 *
 * <p>One thread at a time. Time is nanoseconds from any fixed moment.
 */
public final class Lobby {
  /** Silence is looked for this many times per ping interval. */
  private static final int SWEEPS_PER_PING_INTERVAL = 4;

  private final LobbyLimits limits;
  private final JsonFormat format;
  private final Rooms rooms;
  private final Map<Long, Connection> connections = new LinkedHashMap<>();
  private final Queue<Action> actions = new ArrayDeque<>();
  private long lastConnection;
  private long nextSweep;

  /**
   * @param random where member ids come from; must be unguessable outside of tests
   */
  public Lobby(LobbyLimits limits, JsonFormat format, RandomGenerator random) {
    this.limits = limits;
    this.format = format;
    this.rooms = new Rooms(random);
  }

  /** A client has connected; returns the number by which the connection goes from now on. */
  public long connect(long now) {
    if (connections.isEmpty()) {
      nextSweep = afterSweep(now);
    }
    long number = ++lastConnection;
    RateLimit rateLimit = new RateLimit(limits.framesPerSecond(), limits.frameBurst(), now);
    connections.put(number, new Connection(number, rateLimit, now));
    return number;
  }

  /** A WebSocket frame of any kind came, be it a part of a message, a ping or a pong. */
  public void receiveFrame(long number, long now) {
    Connection connection = connections.get(number);
    if (connection != null && !connection.hear(now)) {
      fail(connection, ErrorCode.RATE_EXCEEDED, "Too many messages came in a short time.");
      close(number, CloseReason.RATE_EXCEEDED);
    }
  }

  /** A whole text message came, after its frames. */
  public void receiveMessage(long number, String text) {
    Connection connection = connections.get(number);
    if (connection == null) {
      return;
    }
    try {
      handle(connection, format.read(text));
    } catch (DecodeException e) {
      fail(connection, ErrorCode.BAD_MESSAGE, String.valueOf(e.getMessage()));
    }
  }

  /** The connection has ended, or is about to: its member leaves. */
  public void disconnect(long number) {
    Connection connection = connections.remove(number);
    if (connection != null) {
      leaveRoom(connection);
    }
  }

  /** Ends the connection for {@code reason}: its member leaves, and it is to be closed. */
  public void close(long number, CloseReason reason) {
    if (connections.containsKey(number)) {
      disconnect(number);
      actions.add(new Action.Close(number, reason));
    }
  }

  /** Ends every connection. Nobody is told that the others leave, for all do. */
  public void shutdown() {
    for (Connection connection : connections.values()) {
      Membership membership = connection.membership();
      if (membership != null) {
        rooms.leave(membership);
      }
      actions.add(new Action.Close(connection.number(), CloseReason.SHUTTING_DOWN));
    }
    connections.clear();
  }

  /** Pings whoever is silent, and ends the connections of the dead. */
  public void handleTimeout(long now) {
    if (!Deadline.isDue(nextDeadline(), now)) {
      return;
    }
    nextSweep = afterSweep(now);
    for (Connection connection : List.copyOf(connections.values())) {
      if (connection.isSilentFor(limits.maxSilence(), now)) {
        close(connection.number(), CloseReason.NO_ANSWER_TO_PING);
      } else if (connection.wantsPing(limits.pingInterval(), now)) {
        connection.pinged(now);
        actions.add(new Action.Ping(connection.number()));
      }
    }
  }

  /** When {@link #handleTimeout} is due. */
  public long nextDeadline() {
    return connections.isEmpty() ? Deadline.NEVER : nextSweep;
  }

  /** What to do next on the network, or null if nothing. */
  public @Nullable Action pollAction() {
    return actions.poll();
  }

  private void handle(Connection connection, ClientMessage message) {
    if (message instanceof Join join) {
      join(connection, join);
    } else if (message instanceof Leave) {
      leave(connection);
    } else if (message instanceof Relay relay) {
      relay(connection, relay);
    }
  }

  private void join(Connection connection, Join join) {
    if (connection.membership() != null) {
      fail(connection, ErrorCode.ALREADY_JOINED, "Leave the room before joining another.");
      return;
    }
    Room existing = rooms.find(join.room());
    if (existing == null && rooms.size() >= limits.maxRooms()) {
      fail(connection, ErrorCode.TOO_MANY_ROOMS, "The server has no room left for another room.");
      return;
    }
    if (existing != null && existing.size() >= limits.maxMembersPerRoom()) {
      fail(connection, ErrorCode.ROOM_FULL, "The room is full.");
      return;
    }
    List<Member> others = existing == null ? List.of() : membersOf(existing);
    Membership membership = rooms.enter(join.room(), join.name(), connection.number());
    connection.enter(membership);
    String id = membership.member().id();
    send(connection.number(), new Joined(join.room(), id, others));
    sendToOthers(membership, new MemberJoined(membership.member()));
  }

  private void leave(Connection connection) {
    Membership membership = connection.membership();
    if (membership == null) {
      failNotJoined(connection);
      return;
    }
    leaveRoom(connection);
    send(connection.number(), new Left(membership.room().name()));
  }

  private void relay(Connection connection, Relay relay) {
    Membership membership = connection.membership();
    if (membership == null) {
      failNotJoined(connection);
      return;
    }
    Membership receiver = membership.room().find(relay.to());
    if (receiver == null) {
      fail(
          connection,
          ErrorCode.UNKNOWN_MEMBER,
          "There is no member \"" + relay.to() + "\" in the room; it may have left.");
      return;
    }
    send(receiver.connection(), new Relayed(membership.member().id(), relay.signal()));
  }

  private void leaveRoom(Connection connection) {
    Membership membership = connection.membership();
    if (membership == null) {
      return;
    }
    connection.leave();
    rooms.leave(membership);
    sendToOthers(membership, new MemberLeft(membership.member().id()));
  }

  private static List<Member> membersOf(Room room) {
    List<Member> members = new ArrayList<>(room.size());
    room.members().forEach(membership -> members.add(membership.member()));
    return members;
  }

  private void sendToOthers(Membership membership, ServerMessage message) {
    for (Membership other : membership.room().members()) {
      if (other.connection() != membership.connection()) {
        send(other.connection(), message);
      }
    }
  }

  private void failNotJoined(Connection connection) {
    fail(connection, ErrorCode.NOT_JOINED, "Join a room first.");
  }

  private void fail(Connection connection, ErrorCode code, String message) {
    send(connection.number(), new ServerMessage.Refusal(code, message));
  }

  private void send(long connection, ServerMessage message) {
    actions.add(new Action.Send(connection, message));
  }

  private long afterSweep(long now) {
    return Deadline.after(now, Math.max(1, limits.pingInterval() / SWEEPS_PER_PING_INTERVAL));
  }
}
