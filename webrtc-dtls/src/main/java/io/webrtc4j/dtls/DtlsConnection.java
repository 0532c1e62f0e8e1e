package io.webrtc4j.dtls;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One DTLS connection, client or server (RFC 6347), without I/O. To be written. */
public final class DtlsConnection {
  /** Bytes that {@link #protect} writes in front of the payload, at most. */
  public static final int PROTECT_HEADROOM = 21;

  /** Bytes that {@link #protect} writes behind the payload, at most. */
  public static final int PROTECT_TAILROOM = 16;

  private DtlsState state = DtlsState.NEW;

  /** A connection that has not started. */
  public DtlsConnection(DtlsConfig config, RandomGenerator random, long now) {}

  /** Begins the handshake: a client sends its ClientHello, a server begins to listen. */
  public void start(long now) {
    state = DtlsState.CONNECTING;
  }

  /** Takes one UDP payload with one or more records; its bytes are overwritten. */
  public void handlePacket(PacketBuffer packet, long now) {}

  /** Tells that {@link #nextDeadline()} has come. */
  public void handleTimeout(long now) {}

  /** Writes the next datagram of a flight or alert into {@code out}; whether there was one. */
  public boolean pollPacket(PacketBuffer out) {
    return false;
  }

  /** The content of the next application_data record, or null. */
  public byte @Nullable [] pollApplicationData() {
    return null;
  }

  /** Turns application data into one record, in place; false if not connected. */
  public boolean protect(PacketBuffer payload) {
    return false;
  }

  /** The next event, or null. */
  public @Nullable DtlsEvent pollEvent() {
    return null;
  }

  /** When {@link #handleTimeout} is wanted, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    return Deadline.NEVER;
  }

  /** Sends close_notify and ends the connection. */
  public void close(long now) {
    state = DtlsState.CLOSED;
  }

  /** Where the connection is in its life. */
  public DtlsState state() {
    return state;
  }

  /** What happened so far. */
  public DtlsCounters counters() {
    return new DtlsCounters(0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
