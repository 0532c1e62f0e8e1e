package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.dtls.DtlsSession;
import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceAgent;
import io.webrtc4j.ice.IceCandidate;
import io.webrtc4j.ice.IceConfig;
import io.webrtc4j.ice.IceRole;
import io.webrtc4j.ice.IceState;
import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.session.transport.PeerTransport;
import io.webrtc4j.session.transport.TransportEvent;
import io.webrtc4j.session.transport.TransportParameters;
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
  private final RemoteIntake intake;
  private final LocalGathering gathering;
  private final Set<InetSocketAddress> addresses = new HashSet<>();
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
    this.names = names;
    this.events = events;
    IceAgent ice = new IceAgent(IceConfig.of(role(plan), plan.local()), random, now);
    this.transport = new PeerTransport(ice, config.certificate(), random);
    this.intake = new RemoteIntake(ice, names, events);
    this.gathering = new LocalGathering(id, plan.local().ufrag(), events);
    gathering.begin();
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

  /** Where its sockets are bound. */
  Set<InetSocketAddress> addresses() {
    return addresses;
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
    RemotePlan remote = next.remote();
    if (remote != null) {
      transport.begin(
          new TransportParameters(remote.credentials(), remote.fingerprints(), remote.dtlsRole()),
          now);
      for (CandidateAttribute candidate : remote.candidates()) {
        intake.add(candidate, now);
      }
      if (remote.endOfCandidates()) {
        intake.end(now);
      }
    }
    // What was agreed stays when a later offer is taken back.
    plan =
        remote != null || plan.remote() == null
            ? next
            : new TransportPlan(id, next.local(), next.controlling(), plan.remote());
  }

  void addAddress(InetSocketAddress base, @Nullable MdnsName name, int preference, long now) {
    addresses.add(base);
    IceCandidate candidate = transport.ice().addHostCandidate(base, preference, now);
    if (name == null) {
      gathering.add(Candidates.toAttribute(candidate));
    } else {
      names.put(base, name);
      gathering.add(Candidates.toAttribute(candidate, name.toString()));
    }
  }

  void endOfLocalCandidates(long now) {
    transport.ice().endOfLocalCandidates(now);
    gathering.end();
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
    for (TransportEvent event = transport.pollEvent();
        event != null;
        event = transport.pollEvent()) {
      tell(event);
    }
  }

  private void tell(TransportEvent event) {
    if (event instanceof TransportEvent.IceStateChanged changed) {
      boolean failed = changed.state() == IceState.FAILED;
      String reason = changed.reason() + (failed ? intake.unresolved() : "");
      events.add(new SessionEvent.IceStateChanged(id, changed.state(), reason));
    } else if (event instanceof TransportEvent.IceRoleChanged changed) {
      events.add(new SessionEvent.IceRoleChanged(id, changed.role()));
    } else if (event instanceof TransportEvent.SelectedPairChanged selected) {
      events.add(
          new SessionEvent.SelectedPairChanged(
              id, visible(selected.local()), visible(selected.remote())));
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
