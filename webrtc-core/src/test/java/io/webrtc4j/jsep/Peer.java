package io.webrtc4j.jsep;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.jsep.media.Encoding;
import io.webrtc4j.jsep.media.MediaCapabilities;
import io.webrtc4j.jsep.media.MediaKind;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.SdpParseException;
import io.webrtc4j.sdp.SessionDescription;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One end of a negotiation: its state, and the chance that it is given. */
final class Peer {
  final SplittableRandom random;
  JsepState state;
  private int tracks;

  Peer(long seed) {
    this(seed, BundlePolicy.BALANCED);
  }

  Peer(long seed, BundlePolicy policy) {
    this(seed, policy, MediaCapabilities.DEFAULT);
  }

  Peer(long seed, BundlePolicy policy, MediaCapabilities capabilities) {
    this(seed, policy, capabilities, false);
  }

  Peer(long seed, BundlePolicy policy, MediaCapabilities capabilities, boolean alwaysData) {
    this.random = new SplittableRandom(seed);
    byte[] digest = new byte[32];
    random.nextBytes(digest);
    DtlsFingerprint fingerprint = new DtlsFingerprint("sha-256", digest);
    this.state =
        JsepState.initial(
            new JsepConfig(List.of(fingerprint), 262_144, policy, alwaysData, capabilities, false),
            random);
  }

  int addTransceiver(MediaKind kind, Direction direction) {
    return add(kind, direction, false, List.of("stream"), List.of());
  }

  int addTrack(MediaKind kind) {
    return add(kind, Direction.SENDRECV, true, List.of("stream"), List.of());
  }

  int addSimulcast(String... rids) {
    List<Encoding> encodings = List.of(rids).stream().map(rid -> new Encoding(rid, true)).toList();
    return add(MediaKind.VIDEO, Direction.SENDRECV, false, List.of("stream"), encodings);
  }

  private int add(
      MediaKind kind,
      Direction direction,
      boolean byAddTrack,
      List<String> streams,
      List<Encoding> encodings) {
    String track = "track" + tracks++;
    state =
        state.addTransceiver(
            new Transceiver.Init(kind, direction, byAddTrack, track, streams, encodings));
    return state.transceivers().get(state.transceivers().size() - 1).id();
  }

  void wantData() {
    state = state.wantData();
  }

  void update(int id, UnaryOperator<Transceiver> change) {
    state = state.update(id, change);
  }

  void direct(int id, Direction direction) {
    update(id, each -> each.withDirection(direction));
  }

  void stop(int id) {
    update(id, Transceiver::asStopping);
  }

  Transceiver transceiver(int id) {
    return state.transceiver(id);
  }

  /** The only transceiver. */
  Transceiver only() {
    if (state.transceivers().size() != 1) {
      throw new IllegalStateException("there are " + state.transceivers());
    }
    return state.transceivers().get(0);
  }

  /** Applies an offer of its own and returns its text. */
  String offer() throws NegotiationException {
    state = state.setLocal(SdpType.OFFER, null, random);
    return text(state.descriptions().pendingLocal());
  }

  /** Applies an answer of its own and returns its text. */
  String answer() throws NegotiationException {
    state = state.setLocal(SdpType.ANSWER, null, random);
    return text(state.descriptions().currentLocal());
  }

  void remote(SdpType type, String sdp) throws NegotiationException {
    state = state.setRemote(type, sdp, random);
  }

  void rollback() throws NegotiationException {
    state = state.setLocal(SdpType.ROLLBACK, "", random);
  }

  /** One round, after which both are stable. */
  void offerTo(Peer answerer) throws NegotiationException {
    answerer.remote(SdpType.OFFER, offer());
    remote(SdpType.ANSWER, answerer.answer());
  }

  /** Our description as it is now. */
  SessionDescription local() {
    return Objects.requireNonNull(state.descriptions().local()).session();
  }

  List<MediaDescription> sections() {
    return local().media();
  }

  List<String> mids() {
    return sections().stream().map(each -> Sections.mid(each).orElse("")).toList();
  }

  static String text(@Nullable Description description) {
    return Objects.requireNonNull(description).text();
  }

  static SessionDescription parse(String sdp) {
    try {
      return SessionDescription.parse(sdp);
    } catch (SdpParseException e) {
      throw new AssertionError(e);
    }
  }
}
