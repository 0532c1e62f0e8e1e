package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.sctp.DataChannelConfig;
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
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A session whose plans follow from the offers and answers of one data section, until the public
 * face negotiates by itself. There is one transport, which stays once it was described.
 */
public final class NegotiatedSession {
  private static final int TRANSPORT = 0;

  private final PeerSession session;
  private final Negotiation negotiation;
  private final IceCredentials credentials;
  private final DescribedGathering gathering;
  private final NegotiatedStates states;
  private final Queue<NegotiatedEvent> events = new ArrayDeque<>();
  private SignalingState toldSignalingState = SignalingState.STABLE;
  private boolean negotiationNeededTold;
  private boolean dataWanted;
  private boolean described;
  private @Nullable Agreement begun;

  /** A session that has nothing to do yet. */
  public NegotiatedSession(SessionConfig config, RandomGenerator random, long now) {
    this.credentials = IceCredentials.generate(random);
    this.session = new PeerSession(config, random, now);
    this.negotiation =
        new Negotiation(
            new LocalEnd(
                credentials,
                config.certificate().fingerprint(),
                DataChannelConfig.DEFAULT_PORT,
                config.maxMessageSize()),
            random.nextLong(Long.MAX_VALUE));
    this.gathering = new DescribedGathering(negotiation, credentials.ufrag(), events);
    this.states = new NegotiatedStates(events);
  }

  /** What the plans are for. */
  public PeerSession session() {
    return session;
  }

  /** An offer's text (W3C WebRTC §4.4.2, createOffer). */
  public String createOffer() throws NegotiationException {
    return negotiation.createOffer(dataWanted);
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
    negotiation.setLocal(type, sdp, dataWanted);
    applied();
    gathering.described();
    described |= gathering.isDescribed();
    plan(now);
  }

  /** Applies the peer's description. */
  public void setRemoteDescription(SdpType type, String sdp, long now) throws NegotiationException {
    negotiation.setRemote(type, sdp);
    applied();
    plan(now);
  }

  /** The largest message that the peer takes, in bytes, 0 for any, once its description tells. */
  public OptionalLong remoteMaxMessageSize() {
    return begun != null
        ? OptionalLong.of(begun.remote().maxMessageSize())
        : negotiation.remoteMaxMessageSize();
  }

  /** Adds a candidate that the peer trickled. */
  public void addRemoteCandidate(RemoteCandidate candidate, long now) throws NegotiationException {
    boolean inUse = negotiation.addRemoteCandidate(candidate);
    events.add(new NegotiatedEvent.DescriptionsChanged(negotiation.descriptions()));
    if (inUse && begun != null) {
      session.addRemoteCandidate(TRANSPORT, candidate.candidate(), null, now);
    }
  }

  /** Opens a data channel and returns its number. */
  public int openDataChannel(DataChannelParameters parameters, long now) {
    dataWanted = true;
    int number = session.openDataChannel(parameters, now);
    updateNegotiationNeeded();
    return number;
  }

  /** Ends the session. */
  public void close(long now) {
    negotiation.close();
    session.close(now);
  }

  /** Takes an event of the session, which becomes any number of {@link #pollEvent()}. */
  public void accept(SessionEvent event) {
    if (event instanceof SessionEvent.LocalCandidate local) {
      gathering.add(local.candidate());
    } else if (event instanceof SessionEvent.EndOfLocalCandidates) {
      gathering.end();
    } else if (event instanceof SessionEvent.IceStateChanged changed) {
      states.ice(changed.state(), changed.reason());
    } else if (event instanceof SessionEvent.DtlsStateChanged changed) {
      boolean ended = changed.state() == DtlsState.FAILED || changed.state() == DtlsState.CLOSED;
      states.dtls(changed.state(), ended ? "DTLS: " + changed.reason() : "");
    } else if (event instanceof SessionEvent.Data data) {
      events.add(new NegotiatedEvent.Data(data.event()));
    } else if (event instanceof SessionEvent.Broken broken) {
      events.add(
          new NegotiatedEvent.ConnectionStateChanged(ConnectionState.FAILED, broken.reason()));
    }
  }

  /** The next event of those that were accepted or that negotiation led to, or null. */
  public @Nullable NegotiatedEvent pollEvent() {
    return events.poll();
  }

  private void applied() {
    events.add(new NegotiatedEvent.DescriptionsChanged(negotiation.descriptions()));
    if (negotiation.state() != toldSignalingState) {
      toldSignalingState = negotiation.state();
      events.add(new NegotiatedEvent.SignalingStateChanged(toldSignalingState));
    }
    Optional<Agreement> agreement = negotiation.agreement();
    if (agreement.isPresent() && begun == null) {
      begun = agreement.get();
      events.add(new NegotiatedEvent.TransportsBegun());
    }
    if (negotiation.state() == SignalingState.STABLE) {
      negotiationNeededTold = false;
      updateNegotiationNeeded();
    }
  }

  private void plan(long now) {
    if (described || begun != null) {
      session.apply(
          List.of(new TransportPlan(TRANSPORT, credentials, isControlling(), remote())), now);
    }
  }

  /** RFC 8445 §6.1.1: who offers controls, and a full agent controls a lite one. */
  private boolean isControlling() {
    return begun == null
        ? negotiation.descriptions().pendingLocal() != null
        : begun.offeredHere() || begun.remote().iceLite();
  }

  private @Nullable RemotePlan remote() {
    if (begun == null) {
      return null;
    }
    RemoteEnd remote = negotiation.agreement().orElse(begun).remote();
    List<CandidateAttribute> candidates = remote.candidates();
    return new RemotePlan(
        begun.remote().credentials(),
        remote.iceLite(),
        begun.remote().fingerprints(),
        begun.dtlsRole(),
        candidates,
        remote.endOfCandidates(),
        new DataPlan(
            DataChannelConfig.DEFAULT_PORT,
            begun.remote().sctpPort(),
            begun.remote().maxMessageSize()));
  }

  /** Whether there is something that no description carries yet (W3C WebRTC §4.7.3). */
  private void updateNegotiationNeeded() {
    boolean needed = dataWanted && negotiation.agreement().isEmpty();
    if (needed && !negotiationNeededTold && negotiation.state() == SignalingState.STABLE) {
      negotiationNeededTold = true;
      events.add(new NegotiatedEvent.NegotiationNeeded());
    }
  }
}
