package io.webrtc4j.session;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.IcePath;
import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.rtp.session.RtpEvent;
import io.webrtc4j.sctp.DataChannelCounters;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.session.transport.PeerTransport;
import io.webrtc4j.session.transport.TransportStatistics;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One WebRTC peer without I/O: takes plans, commands, datagrams and time, gives datagrams and
 * events. It has the transports that its plans list, and data channels on one of them; what the
 * descriptions say that the plans follow from is not its concern.
 *
 * <p>For one thread at a time. Times are nanoseconds since the session was made.
 */
public final class PeerSession {
  private static final String CLOSED = "the peer closed the connection";

  private final Queue<SessionEvent> events = new ArrayDeque<>();
  private final AddressNames names = new AddressNames();
  private final TransportSet transports;
  private final DataCarrier data;
  private final SessionMedia media;
  private boolean closing;

  /** A session that has nothing to do yet. */
  public PeerSession(SessionConfig config, RandomGenerator random, long now) {
    this.transports = new TransportSet(config, names, events, random);
    this.data = new DataCarrier(config.maxMessageSize());
    this.media = new SessionMedia(transports);
  }

  /**
   * Makes the transports what {@code plans} say; what is so already stays. A transport that is
   * listed first begins to gather, and to connect once the peer's description is known; one that is
   * listed no longer ends. A plan whose {@link RemotePlan} is taken back goes on with the last.
   *
   * @throws IllegalArgumentException if the plans contradict themselves, or ask an existing
   *     transport for another DTLS association; then nothing has changed
   */
  public void apply(List<TransportPlan> plans, long now) {
    transports.requirePossible(plans);
    if (!closing) {
      data.prepare(plans, now);
      transports.apply(plans, now);
      data.apply(transports, plans, now);
    }
  }

  /**
   * Adds a candidate that the peer trickled. One for a transport or generation that is not in use
   * is dropped and counted.
   *
   * @param candidate null for the end of candidates
   * @param ufrag its ICE generation, or null for the newest
   */
  public void addRemoteCandidate(
      int transport, @Nullable CandidateAttribute candidate, @Nullable String ufrag, long now) {
    if (!closing) {
      transports.addRemoteCandidate(transport, candidate, ufrag, now);
    }
  }

  /** Tells what a name stands for that {@link SessionEvent.NameResolutionNeeded} asked about. */
  public void nameResolved(MdnsName name, InetAddress address, long now) {
    if (!closing) {
      transports.forEach(each -> each.intake().resolved(name, address, now));
    }
  }

  /** Tells that a name's address cannot be found; {@code reason} is a part of a sentence. */
  public void nameNotResolved(MdnsName name, String reason, long now) {
    if (!closing) {
      transports.forEach(each -> each.intake().notResolved(name, reason, now));
    }
  }

  // Gathering

  /**
   * Adds a local address of a transport's own that a socket is bound to.
   *
   * @param name what the peer is told instead of the address, or null
   * @param localPreference of RFC 8445 §5.1.2.1, from 0 to 65535
   * @return whether the transport still wants it; else the socket may be closed
   */
  public boolean addLocalAddress(
      int transport,
      InetSocketAddress base,
      @Nullable MdnsName name,
      int localPreference,
      long now) {
    return !closing && transports.addLocalAddress(transport, base, name, localPreference, now);
  }

  /** Says that all local addresses of a transport were added. */
  public void endOfLocalCandidates(int transport, long now) {
    if (!closing) {
      transports.find(transport).ifPresent(found -> found.endOfLocalCandidates(now));
    }
  }

  // Data channels

  /** Opens a data channel, now or when there is an association, and returns its number. */
  public int openDataChannel(DataChannelParameters parameters, long now) {
    return data.channels().open(parameters, now);
  }

  /** Gives a channel that waits for the association the stream to open it on. */
  public void assignStream(int channel, int streamId) {
    data.channels().assign(channel, streamId);
  }

  /** Sends a message, whose bytes belong to the session from now on. */
  public void send(int channel, boolean text, byte[] payload, long now) {
    transports.forEach(each -> each.transport().noteTime(now));
    data.channels().send(channel, text, payload, now);
  }

  /** Closes a data channel once what was sent on it is delivered. */
  public void closeDataChannel(int channel, long now) {
    data.channels().close(channel, now);
  }

  /** Asks for an event when a channel's buffered amount falls to {@code bytes}. */
  public void bufferedAmountLowThreshold(int channel, long bytes) {
    data.channels().lowThreshold(channel, bytes);
  }

  /** Bytes of messages on {@code channel} that were not sent yet. */
  public long bufferedAmount(int channel) {
    return data.channels().bufferedAmount(channel);
  }

  /** The SCTP stream of {@code channel}, or -1 while it has none. */
  public int streamId(int channel) {
    return data.channels().streamId(channel);
  }

  /** The media sections. */
  public SessionMedia media() {
    return media;
  }

  // Packets and time

  /** Takes one datagram, borrowed for the call, which came along {@code path}. */
  public void handlePacket(PacketBuffer packet, IcePath path, long now) {
    transports.handlePacket(packet, path, now);
  }

  /** Tells that {@link #nextDeadline} has come. */
  public void handleTimeout(long now) {
    transports.handleTimeout(now);
  }

  /** Writes the next datagram into {@code out} and returns its path, or returns null. */
  public @Nullable IcePath pollPacket(PacketBuffer out) {
    return pollPacket(out, any -> true);
  }

  /**
   * As {@link #pollPacket(PacketBuffer)}, passing over transports whose path in use begins at a
   * local address that is not {@code ready} to send.
   */
  public @Nullable IcePath pollPacket(PacketBuffer out, Predicate<InetSocketAddress> ready) {
    return transports.pollPacket(out, ready);
  }

  /**
   * The next event or null.
   *
   * @param withData whether events of data channels are wanted; messages left wait in the peer's
   *     window
   */
  public @Nullable SessionEvent pollEvent(boolean withData) {
    SessionEvent event = events.poll();
    if (event == null) {
      transports.forEach(PlannedTransport::tellAll);
      event = events.poll();
    }
    if (event != null) {
      return event;
    }
    RtpEvent heard = transports.pollMedia();
    if (heard != null) {
      return new SessionEvent.Media(heard);
    }
    if (!withData) {
      return null;
    }
    DataChannelEvent told = data.channels().pollEvent();
    return told == null ? null : new SessionEvent.Data(told);
  }

  /** The earliest time at which {@link #handleTimeout} is wanted. */
  public long nextDeadline() {
    return transports.nextDeadline();
  }

  /** Ends the session; what is left to poll tells the peer. */
  public void close(long now) {
    closing = true;
    transports.close(CLOSED, now);
  }

  /** Whether the session was closed and has told the peer. */
  public boolean isClosed() {
    return closing && transports.isEmpty();
  }

  /** The transports, in the order of their plans, for reports and keys. */
  public List<PeerTransport> transports() {
    return transports.all();
  }

  /** The transport with the plan {@code id}, or null. */
  public @Nullable PeerTransport transport(int id) {
    return transports.find(id).map(PlannedTransport::transport).orElse(null);
  }

  /** The transports by the numbers of their plans, for statistics. */
  public Map<Integer, TransportStatistics> statistics() {
    Map<Integer, TransportStatistics> statistics = new LinkedHashMap<>();
    transports.forEach(each -> statistics.put(each.id(), each.transport().statistics()));
    return statistics;
  }

  /** What a data channel has carried; zeros while nothing carries it. */
  public DataChannelCounters dataChannelCounters(int channel) {
    return data.channels().counters(channel);
  }

  /** Which addresses go by a name. */
  public AddressNames names() {
    return names;
  }

  /** What came of the peer's candidates that hide their address, a line for each name. */
  public List<String> hiddenCandidates() {
    return transports.hiddenCandidates();
  }

  /** What was counted below the protocols, on all transports that there ever were. */
  public SessionCounters counters() {
    return transports.counters();
  }

  /** The first transport's ICE generation, which both ends' logs have in common. */
  @Override
  public String toString() {
    return "peer " + transports.generation();
  }
}
