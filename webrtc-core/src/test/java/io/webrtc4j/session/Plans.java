package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.sdp.CandidateAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One end's plans, made as offers and answers would, for tests. */
final class Plans {
  private static final int SCTP_PORT = 5000;

  /** The transport that carries data, or -1. */
  int dataOn = -1;

  /** Whether the peer is told our candidates with our description. */
  boolean tellsCandidates = true;

  /** Whether we take the controlling role, which only one end should. */
  boolean controlling;

  /** What we tell the peer of our certificate. */
  DtlsFingerprint fingerprint;

  private final SimulatedPeer peer;
  private final boolean offers;
  private final RandomGenerator random;
  private final Map<Integer, IceCredentials> credentials = new TreeMap<>();
  private final Map<Integer, RemotePlan> remotes = new TreeMap<>();

  Plans(SimulatedPeer peer, boolean offers, RandomGenerator random) {
    this.peer = peer;
    this.offers = offers;
    this.controlling = offers;
    this.random = random;
    this.fingerprint = peer.certificate.fingerprint();
  }

  /** Lists {@code transport} from now on, with new credentials if it was listed already. */
  void describe(int transport) {
    credentials.put(transport, IceCredentials.generate(random));
  }

  /** Takes the credentials of {@code transport} back to what they were. */
  void describe(int transport, IceCredentials before) {
    credentials.put(transport, before);
  }

  void drop(int transport) {
    credentials.remove(transport);
    remotes.remove(transport);
  }

  IceCredentials credentials(int transport) {
    return Optional.ofNullable(credentials.get(transport)).orElseThrow();
  }

  /** Applies what was described. */
  void apply(long now) {
    List<TransportPlan> plans = new ArrayList<>();
    credentials.forEach(
        (id, local) -> plans.add(new TransportPlan(id, local, controlling, remotes.get(id))));
    peer.apply(plans, now);
  }

  /** Takes over what {@code other} has described. */
  void learn(Plans other) {
    for (int transport : other.credentials.keySet()) {
      IceCredentials theirs = other.credentials(transport);
      @Nullable DataPlan data =
          dataOn == transport ? new DataPlan(SCTP_PORT, SCTP_PORT, 262_144) : null;
      List<CandidateAttribute> candidates =
          other.tellsCandidates
              ? other.peer.candidates.getOrDefault(theirs.ufrag(), List.of())
              : List.of();
      remotes.put(
          transport,
          new RemotePlan(
              theirs,
              false,
              List.of(other.fingerprint),
              offers ? DtlsRole.SERVER : DtlsRole.CLIENT,
              candidates,
              other.tellsCandidates,
              data));
    }
  }

  /** The peer trickles all candidates of {@code other}, and their end. */
  void trickle(Plans other, long now) {
    for (int transport : other.credentials.keySet()) {
      String ufrag = other.credentials(transport).ufrag();
      for (CandidateAttribute each : other.peer.candidates.getOrDefault(ufrag, List.of())) {
        peer.session.addRemoteCandidate(transport, each, ufrag, now);
      }
      peer.session.addRemoteCandidate(transport, null, ufrag, now);
    }
    peer.drainEvents(now);
  }
}
