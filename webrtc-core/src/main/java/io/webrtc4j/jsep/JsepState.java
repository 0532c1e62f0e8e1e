package io.webrtc4j.jsep;

import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.jsep.LocalCandidates.Generation;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.session.TransportPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that offer and answer of one connection depend on, and what they have brought about
 * (RFC 9429; W3C WebRTC §4.4, §4.7.3). A value: each operation gives the next state and leaves this
 * one as it is, so an error changes nothing, and threads may share it.
 *
 * <p>Events, promises and the operations chain are their callers' concern. What is asked of a
 * closed state changes nothing; of offers and answers it is an error.
 */
public final class JsepState {
  private final Draft facts;

  private JsepState(Draft facts) {
    this.facts = facts;
  }

  /** The state of a new connection. */
  public static JsepState initial(JsepConfig config, RandomGenerator random) {
    return new JsepState(new Draft(config, random));
  }

  // What there is

  /** The signalling state. */
  public SignalingState signaling() {
    return facts.signaling;
  }

  /** The descriptions, with all candidates known. */
  public Descriptions descriptions() {
    return facts.descriptions;
  }

  /** The transceivers in order of their creation. Stopped ones leave when the W3C says so. */
  public List<Transceiver> transceivers() {
    return facts.transceivers.all();
  }

  /**
   * The transceiver with this number.
   *
   * @throws IllegalArgumentException if there is none, or none any more
   */
  public Transceiver transceiver(int id) {
    return facts.transceivers.byId(id);
  }

  /** Whether there is a transceiver with this number. */
  public boolean has(int id) {
    return facts.transceivers.has(id);
  }

  /** Whether the peer takes trickled candidates; null before its first description. */
  public @Nullable Boolean canTrickleIceCandidates() {
    return facts.canTrickle;
  }

  /** The largest message that the peer takes, in bytes, 0 for any, as its description says. */
  public OptionalLong remoteMaxMessageSize() {
    Description remote = facts.descriptions.remote();
    if (remote == null) {
      return OptionalLong.empty();
    }
    Sections sections = Sections.of(remote);
    return sections.data().stream()
        .mapToLong(index -> DataSection.maxMessageSize(sections.get(index)))
        .findFirst();
  }

  /** The canonical name of all our sources (RFC 3550 §6.5.1). */
  public String cname() {
    return facts.cname;
  }

  /**
   * The tag of the section for data, of the descriptions as they are now; none if it is rejected.
   */
  public Optional<String> dataMid() {
    Descriptions all = facts.descriptions;
    Description newest = all.pendingRemote() == null ? all.local() : all.pendingRemote();
    if (newest == null) {
      return Optional.empty();
    }
    return Sections.of(newest).data().stream()
        .mapToObj(index -> facts.transports.places().get(index))
        .filter(place -> place.transport() != null)
        .map(Transports.Place::mid)
        .findFirst();
  }

  /** Whether a section for data was agreed on. */
  public boolean dataNegotiated() {
    return NegotiationNeed.isDataNegotiated(facts);
  }

  // Wishes

  /** The same with another configuration. What is agreed does not change by it. */
  public JsepState with(JsepConfig config) {
    return changed(next -> next.config = config);
  }

  /** There is a data channel to carry. */
  public JsepState wantData() {
    return changed(next -> next.dataWanted = true);
  }

  /** Offers are to restart ICE (W3C WebRTC §4.4.2, {@code restartIce}). */
  public JsepState restartIce() {
    Set<IceCredentials> known = new HashSet<>();
    facts.agreedTransports().all().forEach(each -> known.add(each.local()));
    if (facts.descriptions.pendingLocal() != null) {
      facts.transports.all().forEach(each -> known.add(each.local()));
    }
    return changed(next -> next.toReplace = Set.copyOf(known));
  }

  /** A new transceiver, which is the last of {@link #transceivers()}. */
  public JsepState addTransceiver(Transceiver.Init init) {
    return changed(
        next ->
            next.transceivers =
                next.transceivers.plus(
                    Transceiver.of(
                        next.nextTransceiver++,
                        init,
                        next.config.capabilities().extensions(init.kind()))));
  }

  /**
   * Changes the wishes of a transceiver.
   *
   * @throws IllegalArgumentException if there is none with this number, or {@code change} changes
   *     the number
   */
  public JsepState update(int id, UnaryOperator<Transceiver> change) {
    Transceiver updated = change.apply(transceiver(id));
    if (updated.id() != id) {
      throw new IllegalArgumentException("a transceiver's number stays");
    }
    return changed(next -> next.transceivers = next.transceivers.with(updated));
  }

  /** Whether there are wishes that no description carries yet (W3C WebRTC §4.7.3). */
  public boolean negotiationNeeded() {
    return NegotiationNeed.of(facts);
  }

  // Offer and answer

  /**
   * Creates an offer, which {@link #created()} then is.
   *
   * @param iceRestart whether it restarts ICE, also if {@link #restartIce} was not called
   * @throws NegotiationException {@code INVALID_STATE} unless the state is stable or has a local
   *     offer
   */
  public JsepState createOffer(boolean iceRestart, RandomGenerator random)
      throws NegotiationException {
    Draft next = facts.copy();
    OfferBuilder.create(next, iceRestart, random);
    return new JsepState(next);
  }

  /**
   * Creates an answer, which {@link #created()} then is.
   *
   * @throws NegotiationException {@code INVALID_STATE} unless there is an offer to answer
   */
  public JsepState createAnswer(RandomGenerator random) throws NegotiationException {
    Draft next = facts.copy();
    AnswerBuilder.create(next, random);
    return new JsepState(next);
  }

  /** The offer or answer that was created last; null if none was since the last agreement. */
  public @Nullable Description created() {
    return facts.created;
  }

  /**
   * Applies a description of ours.
   *
   * @param type null for what the state asks for
   * @param sdp exactly what was created last for this type; null or empty for what would be created
   *     now
   * @throws NegotiationException {@code INVALID_MODIFICATION} if {@code sdp} is another, {@code
   *     INVALID_STATE} if the type is not possible now
   */
  public JsepState setLocal(@Nullable SdpType type, @Nullable String sdp, RandomGenerator random)
      throws NegotiationException {
    Draft next = facts.copy();
    SetLocal.apply(next, type, sdp, random);
    return new JsepState(next);
  }

  /**
   * Applies a description of the peer's. An offer while ours is pending takes ours back first.
   *
   * @throws NegotiationException {@code INVALID_STATE} if the type is not possible now, {@code
   *     OPERATION} if the text is malformed or asks for what cannot be done, {@code INVALID_ACCESS}
   *     if it contradicts itself, what was offered, or what was agreed
   */
  public JsepState setRemote(SdpType type, String sdp, RandomGenerator random)
      throws NegotiationException {
    Draft next = facts.copy();
    SetRemote.apply(next, type, sdp, random);
    return new JsepState(next);
  }

  /** The state of a closed connection. */
  public JsepState close() {
    return changed(
        next -> {
          next.signaling = SignalingState.CLOSED;
          next.transceivers = next.transceivers.each(each -> each.edit().stopped().done());
          next.transports = new Transports(List.of(), next.transports.places());
        });
  }

  // Transports

  /** What each transport is to do now. */
  public List<TransportPlan> transports() {
    return facts.transports.all().stream().map(Transport::plan).toList();
  }

  /**
   * The transport of the section with this tag; bundled sections share one. A peer's offer names it
   * already, {@link #transports()} lists it once it is answered.
   */
  public Optional<Integer> transportOf(String mid) {
    return facts.transports.idOf(mid);
  }

  /**
   * The transport that the section with this tag uses now: that of {@link #transportOf}, or while
   * there is an offer without an answer, the one that was agreed on before.
   */
  public Optional<Integer> transportInUse(String mid) {
    boolean offered =
        facts.signaling == SignalingState.HAVE_LOCAL_OFFER
            || facts.signaling == SignalingState.HAVE_REMOTE_OFFER;
    return offered ? facts.agreedTransports().idOf(mid) : transportOf(mid);
  }

  /** The sections that use a transport, in their order; the first names its candidates. */
  public List<SectionRef> sections(int transport) {
    return facts.transports.sections(transport);
  }

  /** Lists a local candidate in our descriptions of its generation. */
  public JsepState addLocalCandidate(int transport, String ufrag, CandidateAttribute candidate) {
    return isGeneration(transport, ufrag)
        ? candidates(facts.candidates.plus(new Generation(transport, ufrag), candidate))
        : this;
  }

  /** Says in our descriptions of this generation that no candidates follow. */
  public JsepState endOfLocalCandidates(int transport, String ufrag) {
    return isGeneration(transport, ufrag)
        ? candidates(facts.candidates.ended(new Generation(transport, ufrag)))
        : this;
  }

  /**
   * Adds a candidate that the peer trickled, or the end of them (W3C WebRTC §4.4.2, {@code
   * addIceCandidate}).
   *
   * @throws NegotiationException {@code INVALID_STATE} before the peer's first description, {@code
   *     OPERATION} if it names no section or generation of it, {@code TYPE} if it names none at all
   */
  public RemoteCandidateAdded addRemoteCandidate(RemoteCandidate candidate)
      throws NegotiationException {
    Draft next = facts.copy();
    List<Integer> told = RemoteCandidates.add(next, candidate);
    return new RemoteCandidateAdded(new JsepState(next), told);
  }

  /** Whether the transport has, or had when the state was stable last, this generation. */
  private boolean isGeneration(int transport, String ufrag) {
    return Stream.of(facts.transports, facts.agreedTransports())
        .flatMap(each -> each.find(transport).stream())
        .anyMatch(each -> each.local().ufrag().equals(ufrag));
  }

  private JsepState candidates(LocalCandidates candidates) {
    return changed(
        next -> {
          Descriptions all = next.descriptions;
          next.candidates = candidates;
          next.descriptions =
              new Descriptions(
                  candidates.addTo(all.currentLocal(), next.agreedTransports()),
                  candidates.addTo(all.pendingLocal(), next.transports),
                  all.currentRemote(),
                  all.pendingRemote());
        });
  }

  private JsepState changed(Consumer<Draft> change) {
    if (facts.signaling == SignalingState.CLOSED) {
      return this;
    }
    Draft next = facts.copy();
    change.accept(next);
    return new JsepState(next);
  }
}
