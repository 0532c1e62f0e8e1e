package io.webrtc4j.sctp;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sctp.association.Association;
import io.webrtc4j.sctp.association.AssociationConfig;
import io.webrtc4j.sctp.association.AssociationEvent;
import io.webrtc4j.sctp.association.AssociationState;
import io.webrtc4j.sctp.association.AssociationStatistics;
import io.webrtc4j.sctp.datachannel.Ppid;
import io.webrtc4j.sctp.datachannel.StreamIds;
import io.webrtc4j.sctp.rx.InboundMessage;
import io.webrtc4j.sctp.tx.OutboundMessage;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One SCTP association with its data channels (RFC 8831), without I/O: packets, time and commands
 * go in, packets and events come out by polls. Used by one thread at a time.
 *
 * <p>{@code now} is in nanoseconds since the connection was made and never goes back. Polls may
 * come in any order and any number of times; poll packets before events and both until they have no
 * more, since a packet that takes data from a channel can lower its buffered amount. Messages that
 * are not polled fill the receive window, which holds the peer back.
 *
 * <p>Channels open as browsers' do: {@link DataChannelEvent.ChannelOpened} comes as soon as there
 * is an association and DATA_CHANNEL_OPEN is queued, since RFC 8832 §6 allows data right behind it.
 * A peer that refuses the channel closes it. Until the peer is known to have it, messages go
 * ordered. Large messages are not interleaved (RFC 8260): channels take turns message by message.
 */
public final class DataChannelTransport {
  private final DataChannelConfig config;
  private final Association association;
  private final ChannelTable channels;
  private final EventQueue events = new EventQueue();
  private final ChannelOpening opening;
  private final ChannelClosing closing;
  private final ChannelReceiving receiving;
  private boolean moved;
  private long lastNow;

  /**
   * A transport without an association yet.
   *
   * @param random a cryptographically strong source of tags, TSNs and the cookie key
   */
  public DataChannelTransport(DataChannelConfig config, RandomGenerator random, long now) {
    this.config = Objects.requireNonNull(config, "config");
    this.lastNow = now;
    association = new Association(toAssociationConfig(config), random, now);
    channels = new ChannelTable(new StreamIds(config.dtlsClient()));
    opening = new ChannelOpening(config, association, channels, events);
    closing = new ChannelClosing(association, channels, events);
    receiving = new ChannelReceiving(config.maxMessageSize(), channels, events, opening, closing);
  }

  /** Sends INIT, once; the peer does the same at once (RFC 8831 §6.2, RFC 9260 §5.2.1). */
  public void connect(long now) {
    begin(now);
    association.connect(now);
    drain();
  }

  /**
   * Goes on over another DTLS association. Whether the peer does, too, shows: one that begins anew
   * (RFC 9260 §5.2.2), as Chromium does, keeps its channels, and so do we. What it has not
   * acknowledged by then is sent again if it is reliable, and may come twice for once.
   *
   * @param dtlsClient our role in the other one
   */
  public void move(boolean dtlsClient) {
    moved = true;
    association.keepMessages(true);
    channels.streamIds().dtlsClient(dtlsClient);
  }

  /** Takes an SCTP packet, whose bytes are borrowed for this call; never throws because of them. */
  public void handlePacket(PacketBuffer packet, long now) {
    begin(now);
    association.handlePacket(packet, now);
    drain();
  }

  /** Does what is due at {@code now}; does nothing if nothing is. */
  public void handleTimeout(long now) {
    begin(now);
    association.handleTimeout(now);
    closing.handleTimeout(now);
    drain();
  }

  /**
   * Appends one SCTP packet to the empty {@code out}.
   *
   * @return whether there was a packet
   * @throws IllegalArgumentException if {@code out} has content, or no room for {@code
   *     maxPacketSize} bytes
   */
  public boolean pollPacket(PacketBuffer out) {
    if (!out.isEmpty() || out.tailroom() < config.maxPacketSize()) {
      throw new IllegalArgumentException(
          "give an empty buffer with room for " + config.maxPacketSize() + " bytes, not " + out);
    }
    boolean polled = association.pollPacket(out);
    drain();
    return polled;
  }

  /** The next event, or null. */
  public @Nullable DataChannelEvent pollEvent() {
    return events.poll();
  }

  /** When {@link #handleTimeout} is wanted, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    if (association.isWindowUpdateDue(events.unreadBytes())) {
      return lastNow;
    }
    return Math.min(association.nextDeadline(), closing.nextDeadline());
  }

  /**
   * Opens a channel, also before the association is established.
   *
   * @return the channel's handle, which names it in calls and events; not the stream identifier
   * @throws IllegalArgumentException if the parameters are wrong or the id is in use
   * @throws IllegalStateException if there is no stream or channel left, or the transport has ended
   */
  public int open(DataChannelParameters parameters, long now) {
    begin(now);
    if (!acceptsData()) {
      throw new IllegalStateException("the association has ended or is ending; make another one");
    }
    Channel channel = opening.open(parameters, now);
    drain();
    return channel.handle();
  }

  /**
   * Queues a message. {@code payload} belongs to the transport from now on.
   *
   * @param text whether the payload is a string in UTF-8
   * @throws IllegalStateException if the channel is unknown or no longer open
   * @throws IllegalArgumentException if the payload is larger than the peer accepts
   */
  public void send(int channel, boolean text, byte[] payload, long now) {
    begin(now);
    Channel target = channels.withHandle(channel);
    if (target == null || target.state == Channel.State.CLOSING || !acceptsData()) {
      throw new IllegalStateException("channel " + channel + " is not open; open another one");
    }
    long limit = config.remoteMaxMessageSize();
    if (limit != 0 && payload.length > limit) {
      throw new IllegalArgumentException(
          "the peer accepts " + limit + " bytes at most; split these " + payload.length);
    }
    target.messagesSent++;
    target.bytesSent += payload.length;
    boolean empty = payload.length == 0;
    association.send(
        new OutboundMessage(
            target.streamId(),
            Ppid.of(text, payload.length),
            target.sendsUnordered(),
            empty ? Ppid.emptyPayload() : payload,
            !empty,
            target.limits(now)),
        now);
    drain();
  }

  /**
   * Closes a channel once all that it was given is sent (RFC 8831 §6.7); does nothing if it is
   * unknown or closing. {@link DataChannelEvent.ChannelClosed} follows.
   */
  public void close(int channel, long now) {
    begin(now);
    Channel target = channels.withHandle(channel);
    if (target != null) {
      closing.close(target, null, now);
    }
    drain();
  }

  /** The channel's stream identifier, or -1 if the channel is unknown. */
  public int streamId(int channel) {
    Channel target = channels.withHandle(channel);
    return target == null ? -1 : target.streamId();
  }

  /**
   * Bytes of the payloads queued on the channel that were not yet put into a packet for the first
   * time (W3C WebRTC §6.2, {@code bufferedAmount}); 0 if the channel is unknown.
   */
  public long bufferedAmount(int channel) {
    Channel target = channels.withHandle(channel);
    return target == null ? 0 : association.sendQueue().bufferedAmount(target.streamId());
  }

  /** Sets the threshold of {@link DataChannelEvent.BufferedAmountLow} in bytes; 0 at first. */
  public void bufferedAmountLowThreshold(int channel, long bytes) {
    Channel target = channels.withHandle(channel);
    if (target != null) {
      association.sendQueue().lowThreshold(target.streamId(), bytes);
    }
  }

  /** What the channel has carried; zeros if it is unknown. */
  public DataChannelCounters counters(int channel) {
    Channel target = channels.withHandle(channel);
    return target == null ? new DataChannelCounters(0, 0, 0, 0) : target.counters();
  }

  /** Ends the association once all data is acknowledged (RFC 9260 §9.2). */
  public void shutdown(long now) {
    begin(now);
    association.shutdown(now);
    drain();
  }

  /** Ends the association at once (RFC 9260 §9.1) and tells the peer {@code reason}. */
  public void abort(String reason, long now) {
    begin(now);
    association.abort(reason, now);
    drain();
  }

  /** The association's state. */
  public SctpState state() {
    return SctpState.of(association.state());
  }

  /** What the association has done and seen. */
  public SctpCounters counters() {
    AssociationStatistics counted = association.statistics();
    return new SctpCounters(
        counted.packetsSent(),
        counted.bytesSent(),
        counted.packetsReceived(),
        counted.bytesReceived(),
        counted.packetsDropped(),
        counted.chunksRetransmitted(),
        counted.t3Expirations(),
        counted.fastRetransmits(),
        counted.messagesAbandoned(),
        counted.bytesAbandoned(),
        counted.forwardTsnsSent(),
        counted.forwardTsnsReceived(),
        counted.duplicateTsns(),
        counted.dataDropped(),
        receiving.errors(),
        counted.smoothedRoundTripTime(),
        counted.retransmissionTimeout(),
        counted.congestionWindow(),
        counted.receiverWindow(),
        counted.outstandingChunks(),
        config.maxPacketSize());
  }

  /** How many channels can be open at a time: the streams negotiated, or 0 before. */
  public int maxChannels() {
    return association.streams();
  }

  private void begin(long now) {
    lastNow = now;
    association.unread(events.unreadBytes());
  }

  private boolean acceptsData() {
    AssociationState state = association.state();
    return state instanceof AssociationState.Closed
        || state instanceof AssociationState.CookieWait
        || state instanceof AssociationState.CookieEchoed
        || state instanceof AssociationState.Established;
  }

  private void drain() {
    AssociationEvent event = association.pollEvent();
    while (event != null) {
      take(event);
      event = association.pollEvent();
    }
  }

  private void take(AssociationEvent event) {
    if (event instanceof AssociationEvent.Received received) {
      receiving.receive(received.message(), lastNow);
    } else if (event instanceof AssociationEvent.BufferedAmountLow low) {
      Channel channel = channels.onStream(low.stream());
      if (channel != null) {
        events.add(new DataChannelEvent.BufferedAmountLow(channel.handle()));
      }
    } else if (event instanceof AssociationEvent.IncomingStreamsReset reset) {
      closing.incomingReset(reset.streams(), lastNow);
      finishClosing(reset.streams());
    } else if (event instanceof AssociationEvent.OutgoingStreamsReset reset) {
      closing.outgoingReset(reset.streams(), lastNow);
      finishClosing(reset.streams());
    } else if (event instanceof AssociationEvent.OutgoingResetFailed failed) {
      closing.outgoingResetFailed(failed.streams(), failed.reason());
    } else {
      takeLifecycle(event);
    }
  }

  private void takeLifecycle(AssociationEvent event) {
    if (event instanceof AssociationEvent.Established) {
      established();
    } else if (event instanceof AssociationEvent.Restarted) {
      restarted();
    } else if (event instanceof AssociationEvent.Failed failed) {
      closing.forgetAll(failed.reason());
      events.add(new DataChannelEvent.Failed(failed.reason()));
    } else if (event instanceof AssociationEvent.Closed closed) {
      closing.forgetAll(null);
      events.add(new DataChannelEvent.Closed(closed.reason()));
    }
  }

  private void restarted() {
    if (moved) {
      List<Integer> closed = closing.streamsBeganAnew();
      if (!closed.isEmpty()) {
        finishClosing(closed);
      }
      moved = false;
      association.keepMessages(false);
    } else {
      closing.forgetAll("the peer restarted the association");
      channels.streamIds().freeAll();
    }
    established();
  }

  private void established() {
    events.add(new DataChannelEvent.Established(association.streams()));
    opening.associationEstablished(closing);
  }

  private void finishClosing(List<Integer> streams) {
    Queue<InboundMessage> parked = closing.finish(streams);
    for (InboundMessage message : parked) {
      events.release(message.payload().length);
      receiving.receive(message, lastNow);
    }
  }

  private static AssociationConfig toAssociationConfig(DataChannelConfig config) {
    return new AssociationConfig(
        config.localPort(),
        config.remotePort(),
        config.maxPacketSize(),
        config.maxMessageSize(),
        config.receiveWindow(),
        config.maxStreams(),
        config.maxInitRetransmits(),
        config.associationMaxRetrans(),
        config.rtoInitial(),
        config.rtoMin(),
        config.rtoMax(),
        config.heartbeatInterval(),
        config.cookieLifetime());
  }
}
