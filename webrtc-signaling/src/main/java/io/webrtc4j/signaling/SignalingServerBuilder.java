package io.webrtc4j.signaling;

import io.webrtc4j.signaling.netty.ContentSource;
import io.webrtc4j.signaling.netty.ServerSettings;
import io.webrtc4j.signaling.room.LobbyLimits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A {@link SignalingServer}'s settings. Not safe for use by several threads. */
public final class SignalingServerBuilder {
  private static final int MAX_PORT = 65535;

  /** Enough for one message of any size to wait for a slow client with others before it. */
  private static final int MIN_OUTBOUND_MESSAGES = 2;

  /** A connection that was silent for this many ping intervals is dead. */
  private static final int DEAD_AFTER_PING_INTERVALS = 2;

  private static final Duration MIN_PING_INTERVAL = Duration.ofMillis(10);
  private static final Duration MAX_PING_INTERVAL = Duration.ofDays(1);

  private final Set<String> allowedOrigins = new LinkedHashSet<>();
  private final Map<String, ContentSource> content = new LinkedHashMap<>();
  private String host = "localhost";
  private int port = 8080;
  private String path = "/signal";
  private int maxConnections = 10_000;
  private int maxRooms = 1_000;
  private int maxMembersPerRoom = 64;
  private int maxMessageBytes = 64 * 1024;
  private int messagesPerSecond = 50;
  private int messageBurst = 200;
  private int maxOutboundBytes = 1024 * 1024;
  private Duration pingInterval = Duration.ofSeconds(15);

  SignalingServerBuilder() {}

  /**
   * The name or address to listen at; {@code localhost} unless said otherwise, which is reached
   * from this machine only. {@code 0.0.0.0} is all interfaces.
   */
  public SignalingServerBuilder host(String name) {
    host = Objects.requireNonNull(name, "name");
    return this;
  }

  /** The TCP port; 8080 unless said otherwise, and 0 for any free one. */
  public SignalingServerBuilder port(int number) {
    if (number < 0 || number > MAX_PORT) {
      throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + number + ".");
    }
    port = number;
    return this;
  }

  /** Where WebSockets connect; {@code /signal} unless said otherwise. */
  public SignalingServerBuilder path(String absolutePath) {
    if (!absolutePath.startsWith("/")) {
      throw new IllegalArgumentException("The path must begin with a slash: " + absolutePath);
    }
    path = absolutePath;
    return this;
  }

  /**
   * Lets pages of this origin connect, such as {@code https://example.org}, or of any with {@code
   * *}. May be called repeatedly. Unless it is, the pages that may connect are those from the
   * server itself, whose origin's host and port are those of the Host header. Clients that send no
   * origin, as programs don't, may always connect.
   */
  public SignalingServerBuilder allowedOrigin(String origin) {
    allowedOrigins.add(Objects.requireNonNull(origin, "origin"));
    return this;
  }

  /**
   * Serves files below {@code prefix}. May be called repeatedly; the longest prefix counts.
   *
   * @param prefix begins and ends with a slash; {@code /} is everything but signalling
   */
  public SignalingServerBuilder staticContent(String prefix, StaticContent files) {
    if (!prefix.startsWith("/") || !prefix.endsWith("/")) {
      throw new IllegalArgumentException("The prefix must begin and end with a slash: " + prefix);
    }
    content.put(prefix, Objects.requireNonNull(files, "files")::open);
    return this;
  }

  /** The most connections at a time, 10,000 unless said otherwise; more are closed at once. */
  public SignalingServerBuilder maxConnections(int count) {
    maxConnections = positive(count, "maxConnections");
    return this;
  }

  /** The most rooms at a time; 1,000 unless said otherwise. */
  public SignalingServerBuilder maxRooms(int count) {
    maxRooms = positive(count, "maxRooms");
    return this;
  }

  /** The most members in one room; 64 unless said otherwise. */
  public SignalingServerBuilder maxMembersPerRoom(int count) {
    maxMembersPerRoom = positive(count, "maxMembersPerRoom");
    return this;
  }

  /** The longest message that a client may send, in bytes; 65,536 unless said otherwise. */
  public SignalingServerBuilder maxMessageBytes(int bytes) {
    maxMessageBytes = positive(bytes, "maxMessageBytes");
    return this;
  }

  /**
   * How many messages (WebSocket frames, to be exact) a client may send per second in the long run,
   * and how many at once after a pause; 50 and 200 unless said otherwise. Who sends more is
   * disconnected.
   */
  public SignalingServerBuilder messageRate(int perSecond, int burst) {
    messagesPerSecond = positive(perSecond, "perSecond");
    messageBurst = positive(burst, "burst");
    return this;
  }

  /**
   * How many bytes may wait for a client that reads too slowly before it is disconnected; 1 MiB
   * unless said otherwise.
   */
  public SignalingServerBuilder maxOutboundBytes(int bytes) {
    maxOutboundBytes = positive(bytes, "maxOutboundBytes");
    return this;
  }

  /**
   * After how much silence a client is pinged; 15 seconds unless said otherwise. After twice as
   * much its connection counts as dead and is closed.
   */
  public SignalingServerBuilder pingInterval(Duration interval) {
    if (interval.compareTo(MIN_PING_INTERVAL) < 0 || interval.compareTo(MAX_PING_INTERVAL) > 0) {
      throw new IllegalArgumentException(
          "The ping interval must be from 10 ms to one day, not " + interval + ".");
    }
    pingInterval = interval;
    return this;
  }

  /**
   * A server with these settings, not yet started.
   *
   * @throws IllegalArgumentException if settings contradict each other
   */
  public SignalingServer build() {
    if (maxOutboundBytes / MIN_OUTBOUND_MESSAGES < maxMessageBytes) {
      throw new IllegalArgumentException(
          "maxOutboundBytes must be at least twice maxMessageBytes (" + maxMessageBytes + ").");
    }
    long pingNanos = pingInterval.toNanos();
    LobbyLimits limits =
        new LobbyLimits(
            maxRooms,
            maxMembersPerRoom,
            messagesPerSecond,
            messageBurst,
            pingNanos,
            DEAD_AFTER_PING_INTERVALS * pingNanos);
    return new SignalingServer(
        host,
        port,
        new ServerSettings(
            path,
            Set.copyOf(allowedOrigins),
            Map.copyOf(content),
            maxConnections,
            maxMessageBytes,
            maxOutboundBytes,
            limits));
  }

  private static int positive(int value, String name) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be above 0, not " + value + ".");
    }
    return value;
  }
}
