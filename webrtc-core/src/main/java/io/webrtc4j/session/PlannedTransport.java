package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.dtls.DtlsSession;
import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceAgent;
import io.webrtc4j.ice.IceCandidate;
import io.webrtc4j.ice.IceConfig;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.ice.IceRole;
import io.webrtc4j.ice.IceState;
import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.rtp.session.RtpEvent;
import io.webrtc4j.rtp.transport.RtpSession;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.session.transport.PeerTransport;
import io.webrtc4j.session.transport.TransportEvent;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One transport with its candidates, kept as its plan says. */
final class PlannedTransport {
  private final int id;
  private final PeerTransport transport;
  private final AddressNames names;
  private final Queue<SessionEvent> events;
  private final LocalGathering gathering;
  private final Set<InetSocketAddress> addresses = new HashSet<>();
  private RemoteIntake intake;
  private IceCredentials inUse;
  private TransportPlan plan;

  PlannedTransport(
      TransportPlan plan,
      SessionConfig config,
      AddressNames names,
      Queue<SessionEvent> events,
      RandomGenerator random,
      long now) {
    this.id = plan.id();
    this.plan = new TransportPlan(plan.id(), plan.local(), plan.controlling(), null);
    this.inUse = plan.local();
    this.names = names;
    this.events = events;
    IceAgent ice = new IceAgent(IceConfig.of(role(plan), plan.local()), random, now);
    this.transport =
        new PeerTransport(
            ice,
            config.certificate(),
            () -> new RtpSession(config.cname(), config.ntpAtZero(), random),
            random);
    this.intake = new RemoteIntake(ice, names, events);
    this.gathering = new LocalGathering(id, plan.local().ufrag(), events);
  }

  int id() {
    return id;
  }

  PeerTransport transport() {
    return transport;
  }

  RemoteIntake intake() {
    return intake;
  }

  /** Whether one of its sockets is bound to {@code address}. */
  boolean has(InetSocketAddress address) {
    return addresses.contains(address);
  }

  /** The SCTP association that it is to carry, or null. */
  @Nullable DataPlan dataPlan() {
    RemotePlan remote = plan.remote();
    return remote == null ? null : remote.data();
  }

  /**
   * Checks that {@code next} asks for nothing that cannot be done.
   *
   * @throws IllegalArgumentException if it does
   */
  void requirePossible(TransportPlan next) {
    RemotePlan before = plan.remote();
    RemotePlan remote = next.remote();
    if (before == null || remote == null) {
      return;
    }
    if (!fingerprints(before).equals(fingerprints(remote))
        || before.dtlsRole() != remote.dtlsRole()) {
      throw new IllegalArgumentException(
          "transport " + id + " has a DTLS association already: plan another transport");
    }
  }

  /** Does what {@code next} asks for and the plan before did not. */
  void apply(TransportPlan next, long now) {
    if (next.controlling() != plan.controlling()) {
      transport.ice().role(role(next));
    }
    describeLocal(next.local(), now);
    RemotePlan remote = next.remote();
    if (remote != null) {
      describeRemote(remote, now);
    }
    // What was agreed stays when a later offer is taken back.
    plan =
        remote != null || plan.remote() == null
            ? next
            : new TransportPlan(id, next.local(), next.controlling(), plan.remote());
    transport.settle(now);
  }

  /** Other credentials prepare an ICE restart; those before it take it back (RFC 8445 §9). */
  private void describeLocal(IceCredentials local, long now) {
    if (local.equals(transport.ice().localCredentials())) {
      return;
    }
    if (local.equals(inUse)) {
      transport.ice().cancelRestart(now);
      gathering.cancel();
      releaseAddresses();
    } else {
      transport.ice().restart(local, now);
      gathering.prepare(local.ufrag());
    }
  }

  private void describeRemote(RemotePlan remote, long now) {
    IceAgent ice = transport.ice();
    if (!remote.credentials().equals(ice.remoteCredentials())) {
      if (ice.remoteCredentials() != null) {
        intake = new RemoteIntake(ice, names, events);
      }
      inUse = ice.localCredentials();
      gathering.carryOut();
      transport.begin(remote.fingerprints(), remote.dtlsRole(), now);
      ice.remoteCredentials(remote.credentials(), now);
    }
    for (CandidateAttribute candidate : remote.candidates()) {
      intake.add(candidate, now);
    }
    if (remote.endOfCandidates()) {
      intake.end(now);
    }
  }

  /**
   * Adds a local address while candidates are gathered.
   *
   * @return whether it is in use now
   */
  boolean addAddress(InetSocketAddress base, @Nullable MdnsName name, int preference, long now) {
    if (!gathering.isOpen()) {
      return addresses.contains(base);
    }
    addresses.add(base);
    events.remove(new SessionEvent.AddressReleased(id, base));
    IceCandidate candidate = transport.ice().addHostCandidate(base, preference, now);
    if (name == null) {
      gathering.add(Candidates.toAttribute(candidate));
    } else {
      names.put(base, name);
      gathering.add(Candidates.toAttribute(candidate, name.toString()));
    }
    return true;
  }

  void endOfLocalCandidates(long now) {
    transport.ice().endOfLocalCandidates(now);
    gathering.end();
    releaseAddresses();
  }

  /** Gives back, once it is known what the newest generation needs, what none does. */
  private void releaseAddresses() {
    if (!gathering.isOpen()) {
      for (InetSocketAddress address : List.copyOf(addresses)) {
        if (!transport.ice().usesLocalAddress(address)) {
          release(address);
        }
      }
    }
  }

  /** The transport has ended. */
  void releaseAllAddresses() {
    List.copyOf(addresses).forEach(this::release);
  }

  private void release(InetSocketAddress address) {
    addresses.remove(address);
    names.remove(address);
    events.add(new SessionEvent.AddressReleased(id, address));
  }

  /**
   * Adds a candidate of the peer's, or the end of them.
   *
   * @param ufrag its generation, or null for the newest
   * @return whether there is such a generation
   */
  boolean addRemoteCandidate(
      @Nullable CandidateAttribute candidate, @Nullable String ufrag, long now) {
    RemotePlan remote = plan.remote();
    if (remote == null || (ufrag != null && !ufrag.equals(remote.credentials().ufrag()))) {
      return false;
    }
    if (candidate == null) {
      intake.end(now);
    } else {
      intake.add(candidate, now);
    }
    return true;
  }

  /** Tells the session all that has happened. */
  void tellAll() {
    TransportEvent event = transport.pollEvent();
    while (event != null) {
      TransportEvent next = transport.pollEvent();
      if (event instanceof TransportEvent.SelectedPairChanged selected) {
        SessionEvent.IceStateChanged state = null;
        if (next instanceof TransportEvent.IceStateChanged changed) {
          state = visible(changed); // The W3C shows both at once (WebRTC §5.6).
          next = transport.pollEvent();
        }
        tell(selected, state);
      } else {
        tell(event);
      }
      event = next;
    }
  }

  /** What happened last to its media, or null. */
  @Nullable RtpEvent pollMedia() {
    RtpSession media = transport.media();
    return media == null ? null : media.pollEvent();
  }

  private void tell(
      TransportEvent.SelectedPairChanged selected, SessionEvent.@Nullable IceStateChanged state) {
    events.add(
        new SessionEvent.SelectedPairChanged(
            id, visible(selected.local()), visible(selected.remote()), state));
  }

  private SessionEvent.IceStateChanged visible(TransportEvent.IceStateChanged changed) {
    boolean failed = changed.state() == IceState.FAILED;
    String reason = changed.reason() + (failed ? intake.unresolved() : "");
    return new SessionEvent.IceStateChanged(id, changed.state(), reason);
  }

  private void tell(TransportEvent event) {
    if (event instanceof TransportEvent.IceStateChanged changed) {
      events.add(visible(changed));
    } else if (event instanceof TransportEvent.IceRoleChanged changed) {
      events.add(new SessionEvent.IceRoleChanged(id, changed.role()));
    } else if (event instanceof TransportEvent.LocalAddressesDropped) {
      releaseAddresses();
    } else if (event instanceof TransportEvent.DtlsStarted) {
      dtls(DtlsState.CONNECTING, "", List.of());
    } else if (event instanceof TransportEvent.DtlsConnected connected) {
      DtlsSession session = connected.session();
      dtls(DtlsState.CONNECTED, "", session.peerCertificates());
    } else if (event instanceof TransportEvent.DtlsFailed failed) {
      dtls(DtlsState.FAILED, failed.reason(), List.of());
    } else if (event instanceof TransportEvent.DtlsClosed closed) {
      dtls(DtlsState.CLOSED, closed.reason(), List.of());
    }
  }

  private void dtls(DtlsState state, String reason, List<byte[]> certificates) {
    events.add(new SessionEvent.DtlsStateChanged(id, state, reason, certificates));
  }

  private CandidateAttribute visible(IceCandidate candidate) {
    return names
        .of(candidate.address())
        .map(name -> Candidates.toAttribute(candidate, name.toString()))
        .orElseGet(() -> Candidates.toAttribute(candidate));
  }

  private static IceRole role(TransportPlan plan) {
    return plan.controlling() ? IceRole.CONTROLLING : IceRole.CONTROLLED;
  }

  private static Set<DtlsFingerprint> fingerprints(RemotePlan remote) {
    return new HashSet<>(remote.fingerprints());
  }
}
