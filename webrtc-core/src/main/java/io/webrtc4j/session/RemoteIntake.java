package io.webrtc4j.session;

import io.webrtc4j.ice.IceAgent;
import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.sdp.CandidateAttribute;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * The way of the peer's candidates to the ICE agent: those that hide their address behind a name
 * wait until it is known, and the end of candidates waits for them.
 */
final class RemoteIntake {
  private final IceAgent ice;
  private final AddressNames names;
  private final Queue<SessionEvent> events;
  private final HiddenCandidates hidden = new HiddenCandidates();
  private boolean ended;

  RemoteIntake(IceAgent ice, AddressNames names, Queue<SessionEvent> events) {
    this.ice = ice;
    this.names = names;
    this.events = events;
  }

  /** Takes a candidate; one that was taken before does no harm. */
  void add(CandidateAttribute candidate, long now) {
    Optional<MdnsName> name = MdnsName.parse(candidate.address());
    if (name.isEmpty()) {
      Candidates.toIce(candidate).ifPresent(usable -> ice.addRemoteCandidate(usable, now));
    } else if (isWorthResolving(candidate)) {
      addHidden(candidate, name.get(), now);
    }
  }

  void end(long now) {
    ended = true;
    endIfAllAreKnown(now);
  }

  void resolved(MdnsName name, InetAddress address, long now) {
    for (CandidateAttribute candidate : hidden.resolved(name, address)) {
      addResolved(candidate, name, address, now);
    }
    endIfAllAreKnown(now);
  }

  void notResolved(MdnsName name, String reason, long now) {
    hidden.notResolved(name, reason);
    endIfAllAreKnown(now);
  }

  List<String> hiddenCandidates() {
    return hidden.lines();
  }

  String unresolved() {
    return hidden.unresolved();
  }

  private void addHidden(CandidateAttribute candidate, MdnsName name, long now) {
    if (hidden.isNew(name)) {
      events.add(new SessionEvent.NameResolutionNeeded(name));
    }
    InetAddress known = hidden.addressOrWait(name, candidate);
    if (known != null) {
      addResolved(candidate, name, known, now);
    }
  }

  private void addResolved(
      CandidateAttribute candidate, MdnsName name, InetAddress address, long now) {
    Candidates.toIce(candidate, address)
        .ifPresent(
            usable -> {
              names.put(usable.address(), name);
              ice.addRemoteCandidate(usable, now);
            });
  }

  /** Whether no candidate follows and none is held. */
  boolean isComplete() {
    return ended && !hidden.isPending();
  }

  private void endIfAllAreKnown(long now) {
    if (isComplete()) {
      ice.endOfRemoteCandidates(now);
    }
  }

  /** What ICE would ignore is not asked for. */
  private static boolean isWorthResolving(CandidateAttribute candidate) {
    return candidate.isUdp() && candidate.component() == 1 && candidate.port() != 0;
  }
}
