package io.webrtc4j.session;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceAgent;
import io.webrtc4j.ice.IceCandidate;
import io.webrtc4j.ice.IceConfig;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.ice.IcePath;
import io.webrtc4j.ice.IceRole;
import io.webrtc4j.ice.IceState;
import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.sctp.DataChannelConfig;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.session.jsep.Agreement;
import io.webrtc4j.session.jsep.LocalEnd;
import io.webrtc4j.session.jsep.Negotiation;
import io.webrtc4j.session.jsep.NegotiationException;
import io.webrtc4j.session.jsep.RemoteCandidate;
import io.webrtc4j.session.jsep.RemoteEnd;
import io.webrtc4j.session.jsep.SdpType;
import io.webrtc4j.session.jsep.SignalingState;
import io.webrtc4j.session.transport.PeerTransport;
import io.webrtc4j.session.transport.TransportCounters;
import io.webrtc4j.session.transport.TransportEvent;
import io.webrtc4j.session.transport.TransportParameters;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One WebRTC peer without I/O: takes commands, datagrams and time, gives datagrams and events.
 * Composes the negotiation and the transports, and knows how they depend on each other; what each
 * of them does is theirs.
 *
 * <p>For one thread at a time. Times are nanoseconds since the session was made.
 */
public final class PeerSession {
  private final Negotiation negotiation;
  private final PeerTransport transport;
  private final SessionChannels channels = new SessionChannels();
  private final LocalGathering gathering;
  private final SessionStates states;
  private final AddressNames names = new AddressNames();
  private final RemoteIntake intake;
  private final Queue<SessionEvent> events = new ArrayDeque<>();
  private SignalingState toldSignalingState = SignalingState.STABLE;
  private boolean negotiationNeededTold;
  private OptionalLong remoteMaxMessageSize = OptionalLong.empty();

  /** A session that has nothing to do yet. */
  public PeerSession(SessionConfig config, RandomGenerator random, long now) {
    IceCredentials credentials = IceCredentials.generate(random);
    IceAgent ice = new IceAgent(IceConfig.of(IceRole.CONTROLLED, credentials), random, now);
    this.transport = new PeerTransport(ice, config.certificate(), config.maxMessageSize(), random);
    this.negotiation =
        new Negotiation(
            new LocalEnd(
                credentials,
                config.certificate().fingerprint(),
                DataChannelConfig.DEFAULT_PORT,
                config.maxMessageSize()),
            random.nextLong(Long.MAX_VALUE));
    this.gathering = new LocalGathering(negotiation, credentials.ufrag(), events);
    this.states = new SessionStates(events);
    this.intake = new RemoteIntake(ice, names, events);
  }

  // Negotiation

  /** An offer's text (W3C WebRTC §4.4.2, createOffer). */
  public String createOffer() throws NegotiationException {
    return negotiation.createOffer(channels.wanted());
  }

  /** An answer's text (W3C WebRTC §4.4.2, createAnswer). */
  public String createAnswer() throws NegotiationException {
    return negotiation.createAnswer();
  }

  /**
   * Applies a local description.
   *
   * @param type null for what the signalling state asks for
   * @param sdp null for what would be created now
   */
  public void setLocalDescription(@Nullable SdpType type, @Nullable String sdp, long now)
      throws NegotiationException {
    negotiation.setLocal(type, sdp, channels.wanted());
    applied(now);
    gathering.described();
  }

  /** Applies the peer's description. */
  public void setRemoteDescription(SdpType type, String sdp, long now) throws NegotiationException {
    negotiation.setRemote(type, sdp);
    applied(now);
  }

  /** The largest message that the peer takes, in bytes, 0 for any, once its description tells. */
  public OptionalLong remoteMaxMessageSize() {
    return transport.hasBegun() ? remoteMaxMessageSize : negotiation.remoteMaxMessageSize();
  }

  /** Adds a candidate that the peer trickled. */
  public void addRemoteCandidate(RemoteCandidate candidate, long now) throws NegotiationException {
    boolean inUse = negotiation.addRemoteCandidate(candidate);
    events.add(new SessionEvent.DescriptionsChanged(negotiation.descriptions()));
    if (inUse) {
      addToIce(candidate.candidate(), now);
    }
  }

  /** Tells what a name stands for that {@link SessionEvent.NameResolutionNeeded} asked about. */
  public void nameResolved(MdnsName name, InetAddress address, long now) {
    if (!isClosing()) {
      intake.resolved(name, address, now);
    }
  }

  /** Tells that a name's address cannot be found; {@code reason} is a part of a sentence. */
  public void nameNotResolved(MdnsName name, String reason, long now) {
    if (!isClosing()) {
      intake.notResolved(name, reason, now);
    }
  }

  // Gathering

  /**
   * Adds a local address that a socket is bound to.
   *
   * @param localPreference of RFC 8445 §5.1.2.1, from 0 to 65535
   */
  public void addLocalAddress(InetSocketAddress base, int localPreference, long now) {
    if (!isClosing()) {
      IceCandidate candidate = transport.ice().addHostCandidate(base, localPreference, now);
      gathering.add(Candidates.toAttribute(candidate));
    }
  }

  /** As {@link #addLocalAddress}, with a name that the peer is told instead of the address. */
  public void addLocalAddress(
      InetSocketAddress base, MdnsName name, int localPreference, long now) {
    if (!isClosing()) {
      IceCandidate candidate = transport.ice().addHostCandidate(base, localPreference, now);
      names.put(base, name);
      gathering.add(Candidates.toAttribute(candidate, name.toString()));
    }
  }

  /** Says that all local addresses were added. */
  public void endOfLocalCandidates(long now) {
    if (!isClosing()) {
      transport.ice().endOfLocalCandidates(now);
      gathering.end();
    }
  }

  // Data channels

  /** Opens a data channel and returns its number. */
  public int openDataChannel(DataChannelParameters parameters, long now) {
    int number = channels.open(parameters, now);
    updateNegotiationNeeded();
    return number;
  }

  /** Sends a message, whose bytes belong to the session from now on. */
  public void send(int channel, boolean text, byte[] payload, long now) {
    channels.send(channel, text, payload, now);
  }

  /** Closes a data channel once what was sent on it is delivered. */
  public void closeDataChannel(int channel, long now) {
    channels.close(channel, now);
  }

  /** Asks for an event when a channel's buffered amount falls to {@code bytes}. */
  public void bufferedAmountLowThreshold(int channel, long bytes) {
    channels.lowThreshold(channel, bytes);
  }

  /** Bytes of messages on {@code channel} that were not sent yet. */
  public long bufferedAmount(int channel) {
    return channels.bufferedAmount(channel);
  }

  /** The SCTP stream of {@code channel}, or -1 while it has none. */
  public int streamId(int channel) {
    return channels.streamId(channel);
  }

  // Packets and time

  /** Takes one datagram, borrowed for the call, which came along {@code path}. */
  public void handlePacket(PacketBuffer packet, IcePath path, long now) {
    transport.handlePacket(packet, path, now);
  }

  /** Tells that {@link #nextDeadline} has come. */
  public void handleTimeout(long now) {
    transport.handleTimeout(now);
  }

  /** The path that most packets take now, or null. */
  public @Nullable IcePath nextPath() {
    return transport.selectedPath();
  }

  /** Writes the next datagram into {@code out} and returns its path, or returns null. */
  public @Nullable IcePath pollPacket(PacketBuffer out) {
    return transport.pollPacket(out);
  }

  /**
   * The next event or null.
   *
   * @param withData whether events of data channels are wanted; messages left wait in the peer's
   *     window
   */
  public @Nullable SessionEvent pollEvent(boolean withData) {
    SessionEvent event = events.poll();
    while (event == null) {
      TransportEvent next = transport.pollEvent(withData);
      if (next == null) {
        return withData ? ownDataEvent() : null;
      }
      handle(next);
      event = events.poll();
    }
    return event;
  }

  /** The earliest time at which {@link #handleTimeout} is wanted. */
  public long nextDeadline() {
    return transport.nextDeadline();
  }

  /** Ends the session; what is left to poll tells the peer. */
  public void close(long now) {
    if (!isClosing()) {
      negotiation.close();
      transport.close("the peer closed the connection", now);
    }
  }

  /** Whether the session was closed and has told the peer. */
  public boolean isClosed() {
    return transport.isClosed();
  }

  /** The transports, for reports. */
  public PeerTransport transport() {
    return transport;
  }

  /** Which addresses go by a name. */
  public AddressNames names() {
    return names;
  }

  /** What came of the peer's candidates that hide their address, a line for each name. */
  public List<String> hiddenCandidates() {
    return intake.hiddenCandidates();
  }

  /** What was counted below the protocols. */
  public TransportCounters counters() {
    return transport.counters();
  }

  /** The session's ICE generation, which both ends' logs have in common. */
  @Override
  public String toString() {
    return "peer " + transport.ice().localCredentials().ufrag();
  }

  private boolean isClosing() {
    return negotiation.state() == SignalingState.CLOSED;
  }

  private void applied(long now) {
    events.add(new SessionEvent.DescriptionsChanged(negotiation.descriptions()));
    if (negotiation.state() != toldSignalingState) {
      toldSignalingState = negotiation.state();
      events.add(new SessionEvent.SignalingStateChanged(toldSignalingState));
    }
    Optional<Agreement> agreement = negotiation.agreement();
    if (agreement.isPresent() && !transport.hasBegun()) {
      begin(agreement.get(), now);
    } else if (agreement.isPresent()) {
      addCandidates(agreement.get().remote(), now);
    }
    if (negotiation.state() == SignalingState.STABLE) {
      negotiationNeededTold = false;
      updateNegotiationNeeded();
    }
  }

  private void begin(Agreement agreement, long now) {
    events.add(new SessionEvent.TransportsBegun());
    // RFC 8445 §6.1.1: who offers controls, and a full agent controls a lite one.
    boolean controlling = agreement.offeredHere() || agreement.remote().iceLite();
    transport.ice().role(controlling ? IceRole.CONTROLLING : IceRole.CONTROLLED);
    transport.begin(
        new TransportParameters(
            agreement.remote().credentials(),
            agreement.remote().fingerprints(),
            agreement.dtlsRole(),
            DataChannelConfig.DEFAULT_PORT,
            agreement.remote().sctpPort(),
            agreement.remote().maxMessageSize()),
        now);
    remoteMaxMessageSize = OptionalLong.of(agreement.remote().maxMessageSize());
    addCandidates(agreement.remote(), now);
    channels.attach(transport.dataChannels(), now);
  }

  /** Each description may bring more candidates; those that it repeats do no harm. */
  private void addCandidates(RemoteEnd remote, long now) {
    for (CandidateAttribute candidate : remote.candidates()) {
      addToIce(candidate, now);
    }
    if (remote.endOfCandidates()) {
      addToIce(null, now);
    }
  }

  /** Candidates that come before there is an agreement wait in the remote description. */
  private void addToIce(@Nullable CandidateAttribute candidate, long now) {
    if (!transport.hasBegun()) {
      return;
    }
    if (candidate == null) {
      intake.end(now);
    } else {
      intake.add(candidate, now);
    }
  }

  /** Whether there is something that no description carries yet (W3C WebRTC §4.7.3). */
  private void updateNegotiationNeeded() {
    boolean needed = channels.wanted() && negotiation.agreement().isEmpty();
    if (needed && !negotiationNeededTold && negotiation.state() == SignalingState.STABLE) {
      negotiationNeededTold = true;
      events.add(new SessionEvent.NegotiationNeeded());
    }
  }

  private void handle(TransportEvent event) {
    if (event instanceof TransportEvent.IceStateChanged changed) {
      boolean failed = changed.state() == IceState.FAILED;
      states.ice(changed.state(), changed.reason() + (failed ? intake.unresolved() : ""));
    } else if (event instanceof TransportEvent.DtlsStarted) {
      states.dtls(DtlsState.CONNECTING, "");
    } else if (event instanceof TransportEvent.DtlsConnected) {
      states.dtls(DtlsState.CONNECTED, "");
    } else if (event instanceof TransportEvent.DtlsFailed failed) {
      states.dtls(DtlsState.FAILED, "DTLS: " + failed.reason());
    } else if (event instanceof TransportEvent.DtlsClosed closed) {
      states.dtls(DtlsState.CLOSED, "DTLS: " + closed.reason());
    } else if (event instanceof TransportEvent.Data data) {
      addData(channels.translate(data.event()));
    }
  }

  private @Nullable SessionEvent ownDataEvent() {
    DataChannelEvent event = channels.pollEvent();
    return event == null ? null : new SessionEvent.Data(event);
  }

  private void addData(@Nullable DataChannelEvent event) {
    if (event != null) {
      events.add(new SessionEvent.Data(event));
    }
  }
}
