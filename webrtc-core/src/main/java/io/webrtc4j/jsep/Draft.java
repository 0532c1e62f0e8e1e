package io.webrtc4j.jsep;

import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.jsep.media.MediaNumbers;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.jsep.media.NegotiationException.Kind;
import io.webrtc4j.sdp.Origin;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a state. Those of a {@link JsepState} never change; each operation changes a copy,
 * which becomes the next state if all goes well. All that the fields hold is immutable.
 */
final class Draft {
  private static final int NAME_BYTES = 12;

  /** The RTCP name of our sources (RFC 7022 §4.2), one for all of them. */
  final String cname;

  /** The stream of tracks of which the peer names none (RFC 9429 §5.8.2). */
  final String defaultStreamId;

  private final long sessionId;

  JsepConfig config;
  SignalingState signaling = SignalingState.STABLE;
  Descriptions descriptions = Descriptions.NONE;
  TransceiverList transceivers = TransceiverList.NONE;
  Transports transports = Transports.NONE;

  /** The transports as the offer that is being answered has them. */
  Transports offered = Transports.NONE;

  MediaNumbers numbers = MediaNumbers.NONE;
  LocalCandidates candidates = LocalCandidates.NONE;

  /** What to go back to; null while the state is stable. */
  @Nullable Stable stable;

  @Nullable CreatedOffer createdOffer;
  @Nullable CreatedAnswer createdAnswer;
  @Nullable Description created;

  /** {@code [[LocalIceCredentialsToReplace]]}. */
  Set<IceCredentials> toReplace = Set.of();

  /** Whether there is a data channel that no peer has refused to carry. */
  boolean dataWanted;

  @Nullable Boolean canTrickle;
  int nextMid;
  int nextTransceiver;
  int nextTransport;
  private long nextVersion;

  Draft(JsepConfig config, RandomGenerator random) {
    this.config = config;
    this.sessionId = random.nextLong(Long.MAX_VALUE);
    this.cname = name(random);
    this.defaultStreamId = name(random);
  }

  private Draft(Draft old) {
    this.cname = old.cname;
    this.defaultStreamId = old.defaultStreamId;
    this.sessionId = old.sessionId;
    this.config = old.config;
    this.signaling = old.signaling;
    this.descriptions = old.descriptions;
    this.transceivers = old.transceivers;
    this.transports = old.transports;
    this.offered = old.offered;
    this.numbers = old.numbers;
    this.candidates = old.candidates;
    this.stable = old.stable;
    this.createdOffer = old.createdOffer;
    this.createdAnswer = old.createdAnswer;
    this.created = old.created;
    this.toReplace = old.toReplace;
    this.dataWanted = old.dataWanted;
    this.canTrickle = old.canTrickle;
    this.nextMid = old.nextMid;
    this.nextTransceiver = old.nextTransceiver;
    this.nextTransport = old.nextTransport;
    this.nextVersion = old.nextVersion;
  }

  Draft copy() {
    return new Draft(this);
  }

  /** The {@code o=} line of the next description (RFC 9429 §5.2.2). */
  Origin nextOrigin() {
    return Origin.of(sessionId, nextVersion++);
  }

  /** Remembers what a rollback goes back to, if the state is stable. */
  void leaveStable() {
    if (stable == null) {
      stable = new Stable(transceivers, transports, numbers, nextMid, canTrickle);
    }
  }

  /** The transports as they were agreed on last. */
  Transports agreedTransports() {
    return stable == null ? transports : stable.transports();
  }

  NegotiationException wrongState(String what) {
    return new NegotiationException(
        Kind.INVALID_STATE,
        "cannot "
            + what
            + " while the signalling state is "
            + signaling.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static String name(RandomGenerator random) {
    byte[] bytes = new byte[NAME_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
