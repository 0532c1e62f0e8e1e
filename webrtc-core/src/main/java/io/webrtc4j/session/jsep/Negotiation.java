package io.webrtc4j.session.jsep;

import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.Origin;
import io.webrtc4j.sdp.SdpParseException;
import io.webrtc4j.sdp.SessionDescription;
import io.webrtc4j.session.jsep.NegotiationException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The exchange of offers and answers of one connection (RFC 9429 §3.2): which descriptions there
 * are, what may be applied next, and what was agreed.
 */
public final class Negotiation {
  private final LocalCandidates candidates = new LocalCandidates();
  private final OfferBuilder offers;
  private final AnswerBuilder answers;
  private final long sessionId;
  private long nextVersion;
  private SignalingState state = SignalingState.STABLE;
  private Descriptions descriptions = Descriptions.NONE;
  private @Nullable Description created;
  private @Nullable Agreement agreement;

  /**
   * A negotiation for one end.
   *
   * @param sessionId of the {@code o=} line, not negative
   */
  public Negotiation(LocalEnd local, long sessionId) {
    SectionBuilder sections = new SectionBuilder(local, candidates);
    this.offers = new OfferBuilder(sections);
    this.answers = new AnswerBuilder(sections);
    this.sessionId = sessionId;
  }

  /** The signalling state. */
  public SignalingState state() {
    return state;
  }

  /** The descriptions as they are now. */
  public Descriptions descriptions() {
    return descriptions;
  }

  /** What the last pair of offer and answer says of the transport, if it says anything. */
  public Optional<Agreement> agreement() {
    return Optional.ofNullable(agreement);
  }

  /** The largest message that the peer takes, in bytes, 0 for any, as its description says. */
  public OptionalLong remoteMaxMessageSize() {
    Description remote = descriptions.remote();
    return remote == null
        ? OptionalLong.empty()
        : DataSection.of(remote.session()).stream()
            .mapToLong(RemoteEnd::maxMessageSize)
            .findFirst();
  }

  /** Ends it. */
  public void close() {
    state = SignalingState.CLOSED;
  }

  /** An offer's text. */
  public String createOffer(boolean dataWanted) throws NegotiationException {
    if (state != SignalingState.STABLE && state != SignalingState.HAVE_LOCAL_OFFER) {
      throw wrongState("create an offer");
    }
    return create(
        SdpType.OFFER, offers.build(nextOrigin(), descriptions.currentLocal(), dataWanted));
  }

  /** An answer's text. */
  public String createAnswer() throws NegotiationException {
    Description offer = descriptions.pendingRemote();
    if (!state.hasRemoteOffer() || offer == null) {
      throw wrongState("create an answer");
    }
    DtlsRole role = agreement == null ? null : agreement.dtlsRole();
    return create(SdpType.ANSWER, answers.build(nextOrigin(), offer.session(), role));
  }

  /**
   * Applies a description of ours.
   *
   * @param type null for what the state asks for
   * @param sdp null or empty for what would be created now
   */
  public void setLocal(@Nullable SdpType type, @Nullable String sdp, boolean dataWanted)
      throws NegotiationException {
    SdpType applied = type == null ? implicitType() : type;
    if (applied == SdpType.ROLLBACK) {
      rollback();
      return;
    }
    requireLocal(applied);
    if (sdp == null || sdp.isEmpty()) {
      String text = applied == SdpType.OFFER ? createOffer(dataWanted) : createAnswer();
      assert !text.isEmpty();
    } else if (created == null || !sdp.equals(created.text()) || !fits(created, applied)) {
      throw new NegotiationException(
          Kind.INVALID_MODIFICATION,
          "the description is not the one that was created last; set it unchanged, or pass none");
    }
    applyLocal(new Description(applied, current(created)));
  }

  /** Applies a description of the peer's. */
  public void setRemote(SdpType type, String sdp) throws NegotiationException {
    if (type == SdpType.ROLLBACK) {
      rollback();
      return;
    }
    if (type == SdpType.OFFER && state == SignalingState.HAVE_LOCAL_OFFER) {
      applyRemote(new Description(type, checked(type, parse(sdp))), true);
    } else {
      requireRemote(type);
      applyRemote(new Description(type, checked(type, parse(sdp))), false);
    }
  }

  /** Lists a local candidate in our descriptions, those to come and those that there are. */
  public void addLocalCandidate(CandidateAttribute candidate) {
    candidates.add(candidate);
    refreshLocal();
  }

  /** Says in our descriptions that no candidates follow. */
  public void endOfLocalCandidates() {
    candidates.end();
    refreshLocal();
  }

  /**
   * Adds a trickled candidate to the peer's description.
   *
   * @return whether it is for the transport that is in use
   */
  public boolean addRemoteCandidate(RemoteCandidate candidate) throws NegotiationException {
    Description remote = descriptions.remote();
    if (remote == null) {
      throw new NegotiationException(
          Kind.INVALID_STATE, "set the remote description before adding its candidates");
    }
    Optional<Integer> named = RemoteCandidates.section(remote.session(), candidate);
    Optional<DataTransport> transport = DataTransport.of(remote.session());
    Optional<Integer> section = named.or(() -> transport.map(each -> each.data().index()));
    if (section.isEmpty()) {
      return false;
    }
    Description extended =
        new Description(
            remote.type(), RemoteCandidates.add(remote.session(), section.get(), candidate));
    descriptions =
        descriptions.pendingRemote() == null
            ? new Descriptions(
                descriptions.currentLocal(), descriptions.pendingLocal(), extended, null)
            : descriptions.withPendingRemote(extended);
    return candidate.candidate() == null
        ? transport.filter(each -> each.takesEndOfCandidates(section.get())).isPresent()
        : transport.filter(each -> each.takesCandidate(section.get())).isPresent();
  }

  private SdpType implicitType() {
    return state.hasRemoteOffer() ? SdpType.ANSWER : SdpType.OFFER;
  }

  private static boolean fits(Description created, SdpType applied) {
    return (created.type() == SdpType.OFFER) == (applied == SdpType.OFFER);
  }

  private void requireLocal(SdpType type) throws NegotiationException {
    boolean allowed =
        type == SdpType.OFFER
            ? state == SignalingState.STABLE || state == SignalingState.HAVE_LOCAL_OFFER
            : state.hasRemoteOffer();
    if (!allowed) {
      throw wrongState("set a local " + name(type));
    }
  }

  private void requireRemote(SdpType type) throws NegotiationException {
    boolean allowed =
        type == SdpType.OFFER
            ? state == SignalingState.STABLE || state == SignalingState.HAVE_REMOTE_OFFER
            : state.hasLocalOffer();
    if (!allowed) {
      throw wrongState("set a remote " + name(type));
    }
  }

  private static String name(SdpType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private NegotiationException wrongState(String what) {
    return new NegotiationException(
        Kind.INVALID_STATE,
        "cannot "
            + what
            + " while the signalling state is "
            + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private Origin nextOrigin() {
    return Origin.of(sessionId, nextVersion++);
  }

  private String create(SdpType type, SessionDescription session) {
    created = new Description(type, session);
    return created.text();
  }

  /** What was created, with the candidates that were gathered since. */
  private SessionDescription current(@Nullable Description created) {
    if (created == null) {
      throw new IllegalStateException("nothing was created");
    }
    return withCandidates(created.session());
  }

  private void applyLocal(Description local) throws NegotiationException {
    if (local.type() == SdpType.OFFER) {
      descriptions = descriptions.withPendingLocal(local);
      state = SignalingState.HAVE_LOCAL_OFFER;
      return;
    }
    Description offer = descriptions.pendingRemote();
    if (offer == null) {
      throw wrongState("set an answer");
    }
    agree(local, offer);
    if (local.type() == SdpType.PRANSWER) {
      descriptions = descriptions.withPendingLocal(local);
      state = SignalingState.HAVE_LOCAL_PRANSWER;
    } else {
      agreed(local, offer);
    }
  }

  private void applyRemote(Description remote, boolean rollbackFirst) throws NegotiationException {
    if (rollbackFirst) {
      rollback(); // Implicit rollback (RFC 9429 §4.1.10.2): the peer's offer wins over ours.
    }
    if (remote.type() == SdpType.OFFER) {
      if (created != null && created.type() == SdpType.ANSWER) {
        created = null; // It answers another offer.
      }
      descriptions = descriptions.withPendingRemote(remote);
      state = SignalingState.HAVE_REMOTE_OFFER;
      return;
    }
    Description offer = descriptions.pendingLocal();
    if (offer == null) {
      throw wrongState("set an answer");
    }
    agree(offer, remote);
    if (remote.type() == SdpType.PRANSWER) {
      descriptions = descriptions.withPendingRemote(remote);
      state = SignalingState.HAVE_REMOTE_PRANSWER;
    } else {
      agreed(offer, remote);
    }
  }

  private void agreed(Description local, Description remote) {
    descriptions = Descriptions.agreed(local, remote);
    state = SignalingState.STABLE;
    created = null; // W3C WebRTC §4.4.1.5: what was created before is not up to date any more.
  }

  private void agree(Description local, Description remote) throws NegotiationException {
    Optional<Agreement> found = Agreement.of(local, remote);
    if (found.isPresent()) {
      agreement = found.get();
    }
  }

  private void rollback() throws NegotiationException {
    if (state == SignalingState.STABLE || state == SignalingState.CLOSED) {
      throw wrongState("roll back");
    }
    descriptions = descriptions.rolledBack();
    state = SignalingState.STABLE;
    created = null;
  }

  private static SessionDescription parse(String sdp) throws NegotiationException {
    try {
      return SessionDescription.parse(sdp);
    } catch (SdpParseException e) {
      throw new NegotiationException(Kind.OPERATION, "the SDP is malformed: " + e.getMessage());
    }
  }

  private SessionDescription checked(SdpType type, SessionDescription remote)
      throws NegotiationException {
    if (type == SdpType.OFFER) {
      RemoteRules.checkOffer(remote, descriptions.currentRemote(), agreement);
    } else {
      Description offer = descriptions.pendingLocal();
      if (offer != null) {
        RemoteRules.checkAnswer(remote, offer.session(), agreement);
      }
    }
    return remote;
  }

  private void refreshLocal() {
    descriptions =
        new Descriptions(
            refreshed(descriptions.currentLocal()),
            refreshed(descriptions.pendingLocal()),
            descriptions.currentRemote(),
            descriptions.pendingRemote());
  }

  private @Nullable Description refreshed(@Nullable Description local) {
    return local == null ? null : new Description(local.type(), withCandidates(local.session()));
  }

  private SessionDescription withCandidates(SessionDescription session) {
    Optional<DataSection> data = DataSection.of(session);
    if (data.isEmpty()) {
      return session;
    }
    List<MediaDescription> media = new ArrayList<>(session.media());
    media.set(data.get().index(), candidates.addTo(data.get().media()));
    return session.withMedia(media);
  }
}
