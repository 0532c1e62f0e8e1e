package io.webrtc4j.session;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.DtlsCertificate;
import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IcePath;
import io.webrtc4j.ice.IceState;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sim.Endpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A whole session in virtual time, which gathers its addresses for each transport, on a port for
 * each, and remembers what it is told.
 */
final class SimulatedPeer implements Endpoint<Datagram> {
  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
  private static final int HEADROOM = 64;
  private static final int CAPACITY = 2048;
  private static final int HIGHEST_PREFERENCE = 65_535;
  private static final int FIRST_PORT = 5000;

  final PeerSession session;
  final DtlsCertificate certificate;
  final List<SessionEvent> events = new ArrayList<>();
  final List<ConnectionState> connectionStates = new ArrayList<>();
  final Map<Integer, TransportState> transportStates = new HashMap<>();
  final Map<Integer, List<DataChannelEvent.MessageReceived>> messages = new HashMap<>();
  final List<Integer> opened = new ArrayList<>();
  final List<Integer> offered = new ArrayList<>();
  final List<Integer> closed = new ArrayList<>();

  /** Those of our candidates of each generation that are gathered, by its username fragment. */
  final Map<String, List<CandidateAttribute>> candidates = new HashMap<>();

  final List<InetSocketAddress> sockets = new ArrayList<>();
  String lastReason = "";
  boolean readsMessages = true;

  /** The addresses of the machine now. */
  List<InetAddress> addresses;

  SimulatedPeer(InetAddress address, RandomGenerator random) {
    this.addresses = List.of(address);
    this.certificate = DtlsCertificate.generate(random, EPOCH);
    this.session = new PeerSession(new SessionConfig(certificate, 262_144, "cname", 0), random, 0);
  }

  @Override
  public @Nullable Datagram poll(long now) {
    while (true) {
      PacketBuffer out = PacketBuffer.allocate(CAPACITY, HEADROOM);
      IcePath path = session.pollPacket(out);
      drainEvents(now);
      if (path == null) {
        return null;
      }
      if (isThere(path.local())) {
        return new Datagram(path, out.toByteArray());
      }
    }
  }

  @Override
  public void receive(Datagram packet, long now) {
    if (isThere(packet.reversed().local())) {
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

  void apply(List<TransportPlan> plans, long now) {
    session.apply(plans, now);
    transportStates
        .keySet()
        .retainAll(plans.stream().map(TransportPlan::id).collect(Collectors.toSet()));
    plans.forEach(plan -> transportStates.putIfAbsent(plan.id(), TransportState.NEW));
    drainEvents(now);
  }

  int openChannel(String label) {
    return session.openDataChannel(DataChannelParameters.reliable(label), 0);
  }

  ConnectionState connectionState() {
    return ConnectionState.of(List.copyOf(transportStates.values()));
  }

  IceState iceState() {
    return IceConnectionState.of(
        transportStates.values().stream().map(TransportState::ice).toList());
  }

  List<DataChannelEvent.MessageReceived> messagesOn(int channel) {
    return messages.computeIfAbsent(channel, any -> new ArrayList<>());
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
    if (event instanceof SessionEvent.SelectedPairChanged selected && selected.state() != null) {
      handle(selected.state(), now);
    } else if (event instanceof SessionEvent.GatheringNeeded needed) {
      gather(needed.transport(), now);
    } else if (event instanceof SessionEvent.AddressReleased released) {
      sockets.remove(released.address());
    } else if (event instanceof SessionEvent.LocalCandidate local) {
      candidates.computeIfAbsent(local.ufrag(), any -> new ArrayList<>()).add(local.candidate());
    } else if (event instanceof SessionEvent.IceStateChanged changed) {
      DtlsState dtls = stateOf(changed.transport()).dtls();
      become(changed.transport(), new TransportState(changed.state(), dtls), changed.reason());
    } else if (event instanceof SessionEvent.DtlsStateChanged changed) {
      IceState ice = stateOf(changed.transport()).ice();
      become(changed.transport(), new TransportState(ice, changed.state()), changed.reason());
    }
  }

  /** What goes through a socket whose address has gone from the machine is lost. */
  private boolean isThere(InetSocketAddress socket) {
    return sockets.contains(socket) && addresses.contains(socket.getAddress());
  }

  private void gather(int transport, long now) {
    for (int i = 0; i < addresses.size(); i++) {
      InetSocketAddress socket = new InetSocketAddress(addresses.get(i), FIRST_PORT + transport);
      if (session.addLocalAddress(transport, socket, null, HIGHEST_PREFERENCE - i, now)
          && !sockets.contains(socket)) {
        sockets.add(socket);
      }
    }
    session.endOfLocalCandidates(transport, now);
  }

  private TransportState stateOf(int transport) {
    return transportStates.getOrDefault(transport, TransportState.NEW);
  }

  private void become(int transport, TransportState state, String reason) {
    ConnectionState before = connectionState();
    transportStates.put(transport, state);
    if (connectionState() != before) {
      connectionStates.add(connectionState());
      lastReason = reason;
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
