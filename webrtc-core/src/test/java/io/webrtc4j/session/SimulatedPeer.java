package io.webrtc4j.session;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.DtlsCertificate;
import io.webrtc4j.ice.IcePath;
import io.webrtc4j.ice.IceState;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.session.jsep.Descriptions;
import io.webrtc4j.session.jsep.NegotiationException;
import io.webrtc4j.session.jsep.RemoteCandidate;
import io.webrtc4j.session.jsep.SdpType;
import io.webrtc4j.sim.Endpoint;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A whole session in virtual time, which gathers one address and remembers what it is told. */
final class SimulatedPeer implements Endpoint<Datagram> {
  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
  private static final int HEADROOM = 64;
  private static final int CAPACITY = 2048;

  final PeerSession session;
  final List<SessionEvent> events = new ArrayList<>();
  final List<ConnectionState> connectionStates = new ArrayList<>();
  final Map<Integer, List<DataChannelEvent.MessageReceived>> messages = new HashMap<>();
  final List<Integer> opened = new ArrayList<>();
  final List<Integer> offered = new ArrayList<>();
  final List<Integer> closed = new ArrayList<>();
  final Queue<RemoteCandidate> trickled = new ArrayDeque<>();
  IceState iceState = IceState.NEW;
  String lastReason = "";
  boolean readsMessages = true;

  private final InetSocketAddress address;

  SimulatedPeer(InetSocketAddress address, RandomGenerator random) {
    this.address = address;
    DtlsCertificate certificate = DtlsCertificate.generate(random, EPOCH);
    this.session = new PeerSession(new SessionConfig(certificate, 262_144), random, 0);
  }

  @Override
  public @Nullable Datagram poll(long now) {
    PacketBuffer out = PacketBuffer.allocate(CAPACITY, HEADROOM);
    IcePath path = session.pollPacket(out);
    drainEvents(now);
    return path == null ? null : new Datagram(path, out.toByteArray());
  }

  @Override
  public void receive(Datagram packet, long now) {
    if (packet.reversed().local().equals(address)) {
      session.handlePacket(PacketBuffer.wrap(packet.payload().clone()), packet.reversed(), now);
      drainEvents(now);
    }
  }

  @Override
  public void timeout(long now) {
    session.handleTimeout(now);
    drainEvents(now);
  }

  @Override
  public long nextDeadline() {
    return session.nextDeadline();
  }

  @Override
  public int size(Datagram packet) {
    return packet.payload().length;
  }

  String offer(long now) throws NegotiationException {
    session.setLocalDescription(null, null, now);
    drainEvents(now);
    return localText();
  }

  String answer(String offer, long now) throws NegotiationException {
    session.setRemoteDescription(SdpType.OFFER, offer, now);
    session.setLocalDescription(null, null, now);
    drainEvents(now);
    return localText();
  }

  void accept(String answer, long now) throws NegotiationException {
    session.setRemoteDescription(SdpType.ANSWER, answer, now);
    drainEvents(now);
  }

  int openChannel(String label) {
    return session.openDataChannel(DataChannelParameters.reliable(label), 0);
  }

  ConnectionState connectionState() {
    return connectionStates.isEmpty()
        ? ConnectionState.NEW
        : connectionStates.get(connectionStates.size() - 1);
  }

  List<DataChannelEvent.MessageReceived> messagesOn(int channel) {
    return messages.computeIfAbsent(channel, any -> new ArrayList<>());
  }

  private String localText() {
    return Objects.requireNonNull(lastDescriptions().local()).text();
  }

  private Descriptions lastDescriptions() {
    Descriptions last = Descriptions.NONE;
    for (SessionEvent event : events) {
      if (event instanceof SessionEvent.DescriptionsChanged changed) {
        last = changed.descriptions();
      }
    }
    return last;
  }

  void drainEvents(long now) {
    for (SessionEvent event = session.pollEvent(readsMessages);
        event != null;
        event = session.pollEvent(readsMessages)) {
      handle(event, now);
    }
  }

  private void handle(SessionEvent event, long now) {
    if (event instanceof SessionEvent.Data data) {
      handle(data.event());
      return;
    }
    events.add(event);
    if (event instanceof SessionEvent.GatheringNeeded) {
      session.addLocalAddress(address, 65_535, now);
      session.endOfLocalCandidates(now);
    } else if (event instanceof SessionEvent.LocalCandidate local) {
      CandidateAttribute candidate = local.candidate();
      trickled.add(new RemoteCandidate(candidate, local.mid(), local.index(), local.ufrag()));
    } else if (event instanceof SessionEvent.IceStateChanged changed) {
      iceState = changed.state();
    } else if (event instanceof SessionEvent.ConnectionStateChanged changed) {
      connectionStates.add(changed.state());
      lastReason = changed.reason();
    }
  }

  private void handle(DataChannelEvent event) {
    if (event instanceof DataChannelEvent.ChannelOpened open) {
      opened.add(open.channel());
    } else if (event instanceof DataChannelEvent.ChannelOffered offer) {
      offered.add(offer.channel());
    } else if (event instanceof DataChannelEvent.MessageReceived message) {
      messagesOn(message.channel()).add(message);
    } else if (event instanceof DataChannelEvent.ChannelClosed end) {
      closed.add(end.channel());
    }
  }
}
