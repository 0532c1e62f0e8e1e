package io.webrtc4j.sctp;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One SCTP association with its data channels (RFC 8831), without I/O: packets, time and commands
 * go in, packets and events come out by polls. Used by one thread at a time.
 *
 * <p>{@code now} is in nanoseconds since the connection was made and never goes back. Polls may
 * come in any order and any number of times; poll packets before events and both until they have no
 * more, since a packet that takes data from a channel can lower its buffered amount.
 */
public final class DataChannelTransport {
  private final DataChannelConfig config;
  private final RandomGenerator random;
  private long lastNow;

  /**
   * A transport without an association yet.
   *
   * @param random a cryptographically strong source of tags, TSNs and the cookie key
   */
  public DataChannelTransport(DataChannelConfig config, RandomGenerator random, long now) {
    this.config = Objects.requireNonNull(config, "config");
    this.random = Objects.requireNonNull(random, "random");
    this.lastNow = now;
  }

  /** Sends INIT, once; the peer does the same at once (RFC 8831 §6.2, RFC 9260 §5.2.1). */
  public void connect(long now) {
    lastNow = now;
  }

  /** Takes an SCTP packet, whose bytes are borrowed for this call; never throws because of them. */
  public void handlePacket(PacketBuffer packet, long now) {
    lastNow = now;
  }

  /** Does what is due at {@code now}; does nothing if nothing is. */
  public void handleTimeout(long now) {
    lastNow = now;
  }

  /**
   * Appends one SCTP packet to the empty {@code out}, which must have room for {@code
   * maxPacketSize} bytes.
   *
   * @return whether there was a packet
   */
  public boolean pollPacket(PacketBuffer out) {
    return false;
  }

  /** The next event, or null. */
  public @Nullable DataChannelEvent pollEvent() {
    return null;
  }

  /** When {@link #handleTimeout} is wanted, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    return Deadline.NEVER;
  }

  /**
   * Opens a channel, also before the association is established.
   *
   * @return the channel's handle, which names it in calls and events; not the stream identifier
   * @throws IllegalArgumentException if the parameters are wrong or the id is in use
   * @throws IllegalStateException if there is no stream or channel left, or the transport has ended
   */
  public int open(DataChannelParameters parameters, long now) {
    lastNow = now;
    return 0;
  }

  /**
   * Queues a message. {@code payload} belongs to the transport from now on.
   *
   * @param text whether the payload is a string in UTF-8
   * @throws IllegalStateException if the channel is unknown or no longer open
   * @throws IllegalArgumentException if the payload is larger than the peer accepts
   */
  public void send(int channel, boolean text, byte[] payload, long now) {
    lastNow = now;
  }

  /** Closes a channel once all that it was given is sent (RFC 8831 §6.7); again does nothing. */
  public void close(int channel, long now) {
    lastNow = now;
  }

  /** The channel's stream identifier, or -1 while it has none or if the channel is unknown. */
  public int streamId(int channel) {
    return -1;
  }

  /**
   * Bytes of the payloads queued on the channel that were not yet put into a packet for the first
   * time (W3C WebRTC §6.2, {@code bufferedAmount}); 0 if the channel is unknown.
   */
  public long bufferedAmount(int channel) {
    return 0;
  }

  /** Sets the threshold of {@link DataChannelEvent.BufferedAmountLow} in bytes; 0 at first. */
  public void bufferedAmountLowThreshold(int channel, long bytes) {}

  /** What the channel has carried; zeros if it is unknown. */
  public DataChannelCounters counters(int channel) {
    return new DataChannelCounters(0, 0, 0, 0);
  }

  /** Ends the association once all data is acknowledged (RFC 9260 §9.2). */
  public void shutdown(long now) {
    lastNow = now;
  }

  /** Ends the association at once (RFC 9260 §9.1) and tells the peer {@code reason}. */
  public void abort(String reason, long now) {
    lastNow = now;
  }

  /** The association's state. */
  public SctpState state() {
    return SctpState.CLOSED;
  }

  /** What the association has done and seen. */
  public SctpCounters counters() {
    return new SctpCounters(
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        config.rtoInitial(),
        0,
        0,
        random == null ? 1 : 0,
        (int) Math.min(lastNow, config.maxPacketSize()));
  }

  /** How many channels can be open at a time: the streams negotiated, or 0 before. */
  public int maxChannels() {
    return 0;
  }
}
