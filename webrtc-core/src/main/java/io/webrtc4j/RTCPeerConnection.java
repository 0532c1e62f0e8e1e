package io.webrtc4j;

import io.webrtc4j.driver.GatheringPolicy;
import io.webrtc4j.driver.PeerDriver;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.session.NegotiatedSession;
import io.webrtc4j.session.SessionConfig;
import io.webrtc4j.world.World;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection between two peers (W3C WebRTC §4.4).
 *
 * <p>Every method may be called from any thread and none blocks. Listeners run, and futures
 * complete, one after the other on the executor of {@link PeerSettings#callbackExecutor()}; they
 * may block without harm to other connections, but must not wait for a future of the same
 * connection.
 */
public final class RTCPeerConnection implements AutoCloseable {
  private final CallbackQueue callbacks;
  private final VisibleState state = new VisibleState();
  private final ConnectionEvents events;
  private final Operations operations;
  private final NegotiatedSession negotiated;
  private final PeerDriver driver;
  private final ChannelIds channelIds = new ChannelIds();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** A connection with default configuration and settings. */
  public RTCPeerConnection() {
    this(RTCConfiguration.defaults());
  }

  /** A connection with default settings. */
  public RTCPeerConnection(RTCConfiguration configuration) {
    this(configuration, PeerSettings.defaults());
  }

  /**
   * A connection.
   *
   * @throws RTCException {@code InvalidAccessError} if the certificate has expired
   */
  public RTCPeerConnection(RTCConfiguration configuration, PeerSettings settings) {
    World world = settings.world();
    RandomGenerator random = world.newRandom();
    RTCCertificate certificate =
        configuration.certificates().isEmpty()
            ? RTCCertificate.generate(random, world.now())
            : configuration.certificates().get(0);
    if (certificate.expires().isBefore(world.now())) {
      throw RTCException.invalidAccess(
          "the certificate expired on " + certificate.expires() + ": generate a new one");
    }
    this.callbacks = new CallbackQueue(settings.callbackExecutor(), world::waitInstead);
    this.events = new ConnectionEvents(callbacks, state);
    NegotiatedSession session =
        new NegotiatedSession(
            new SessionConfig(certificate.certificate(), settings.maxMessageSize()), random, 0);
    this.driver =
        new PeerDriver(
            world,
            session.session(),
            new GatheringPolicy(
                settings.includeLoopback(),
                settings.addressFilter(),
                settings.minPort(),
                settings.maxPort(),
                settings.hideHostAddresses()),
            settings.callbackExecutor(),
            random,
            events);
    this.operations = new Operations(driver, session, events, callbacks, closed::get);
    this.negotiated = session;
    events.attach(driver, session);
  }

  /** Makes an ECDSA certificate for several connections to share (W3C WebRTC §4.9). */
  public static CompletableFuture<RTCCertificate> generateCertificate() {
    return generateCertificate(RTCKeygenAlgorithm.ECDSA_P256);
  }

  /** Makes a certificate for several connections to share (W3C WebRTC §4.9). */
  public static CompletableFuture<RTCCertificate> generateCertificate(
      RTCKeygenAlgorithm keygenAlgorithm) {
    return CompletableFuture.supplyAsync(
        () -> RTCCertificate.generate(keygenAlgorithm, new SecureRandom(), Instant.now()));
  }

  /** Creates an offer, to be given to {@link #setLocalDescription} and sent to the peer. */
  public CompletableFuture<RTCSessionDescriptionInit> createOffer() {
    return operations.run(
        (session, now) -> new RTCSessionDescriptionInit(RTCSdpType.OFFER, session.createOffer()));
  }

  /** Creates an answer to the offer that {@link #setRemoteDescription} was given. */
  public CompletableFuture<RTCSessionDescriptionInit> createAnswer() {
    return operations.run(
        (session, now) -> new RTCSessionDescriptionInit(RTCSdpType.ANSWER, session.createAnswer()));
  }

  /** Applies the offer or answer that the signalling state asks for. */
  public CompletableFuture<@Nullable Void> setLocalDescription() {
    return setLocalDescription(new RTCLocalSessionDescriptionInit(null, null));
  }

  /** Applies what {@link #createOffer} or {@link #createAnswer} gave. */
  public CompletableFuture<@Nullable Void> setLocalDescription(
      RTCSessionDescriptionInit description) {
    return setLocalDescription(
        new RTCLocalSessionDescriptionInit(description.type(), description.sdp()));
  }

  /**
   * Applies a local description and begins to gather candidates. Fails with {@code
   * InvalidStateError} if the signalling state does not allow it, {@code InvalidModificationError}
   * if the text is not the one last created.
   */
  public CompletableFuture<@Nullable Void> setLocalDescription(
      RTCLocalSessionDescriptionInit description) {
    RTCSdpType type = description.type();
    return operations.perform(
        (session, now) -> {
          session.setLocalDescription(
              type == null ? null : Operations.engineType(type), description.sdp(), now);
        });
  }

  /** Applies a description of another connection of this program. */
  public CompletableFuture<@Nullable Void> setRemoteDescription(RTCSessionDescription description) {
    return setRemoteDescription(description.toJSON());
  }

  /**
   * Applies the peer's description. An offer that comes while ours is pending takes ours back (that
   * is, rolls back). Fails with {@code InvalidStateError} if the signalling state does not allow
   * it, {@code OperationError} naming line and column if the text is malformed, {@code
   * InvalidAccessError} if it lacks what a connection needs.
   */
  public CompletableFuture<@Nullable Void> setRemoteDescription(
      RTCSessionDescriptionInit description) {
    return operations.perform(
        (session, now) -> {
          session.setRemoteDescription(
              Operations.engineType(description.type()), description.sdp(), now);
          session.remoteMaxMessageSize().ifPresent(state::maxMessageSize);
        });
  }

  /** Adds a candidate of the peer's; null says that none follow. */
  public CompletableFuture<@Nullable Void> addIceCandidate(@Nullable RTCIceCandidate candidate) {
    return addIceCandidate(
        candidate == null ? new RTCIceCandidateInit("", null) : candidate.toJSON());
  }

  /**
   * Adds a candidate of the peer's, or with an empty string the end of them. Candidates that cannot
   * be used are accepted and passed over. So is, once nobody on the local network has told what it
   * stands for, a name that hides an address; the future does not wait for that. Fails with {@code
   * TypeError} if it does not name its media section, {@code InvalidStateError} without a remote
   * description, {@code OperationError} if it is malformed or for a section or generation that is
   * not there.
   */
  public CompletableFuture<@Nullable Void> addIceCandidate(RTCIceCandidateInit candidate) {
    return operations.perform(
        (session, now) -> {
          session.addRemoteCandidate(Operations.remoteCandidate(candidate), now);
        });
  }

  /**
   * Creates a reliable, ordered channel. See {@link #createDataChannel(String,
   * RTCDataChannelInit)}.
   */
  public RTCDataChannel createDataChannel(String label) {
    return createDataChannel(label, RTCDataChannelInit.defaults());
  }

  /**
   * Creates a channel, which opens when the connection is established.
   *
   * @throws RTCException {@code InvalidStateError} if the connection is closed, {@code TypeError}
   *     if the parameters are out of range or contradict one another, {@code OperationError} if the
   *     id is in use
   */
  public RTCDataChannel createDataChannel(String label, RTCDataChannelInit init) {
    if (closed.get()) {
      throw RTCException.invalidState("the connection is closed");
    }
    channelIds.check(label, init);
    Integer id = init.negotiated() ? init.id() : null;
    RTCDataChannelInit effective =
        new RTCDataChannelInit(
            init.ordered(),
            init.maxPacketLifeTime(),
            init.maxRetransmits(),
            init.protocol(),
            init.negotiated(),
            id);
    RTCDataChannel channel = new RTCDataChannel(label, effective, driver, state, callbacks);
    if (id != null) {
      channelIds.take(id);
      channel.onClose(event -> channelIds.giveBack(id));
    }
    DataChannelParameters parameters =
        new DataChannelParameters(
            label,
            effective.ordered(),
            effective.maxPacketLifeTime(),
            effective.maxRetransmits(),
            effective.protocol(),
            effective.negotiated(),
            id);
    driver.execute(
        (session, now) -> {
          events.register(negotiated.openDataChannel(parameters, now), channel);
          events.deliver();
        });
    return channel;
  }

  /** Ends the connection and its channels at once; the peer is told. No events follow. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    state.close();
    events.close();
    boolean accepted =
        driver.execute(
            (session, now) -> {
              events.closeChannels();
              negotiated.close(now);
            });
    if (!accepted) {
      events.onEnd(); // The event loops were shut down, and the sockets with them.
    }
  }

  /**
   * Completes when the connection has ended for good: after {@link #close()}, once the peer was
   * told and the sockets are closed. A program that closes its connections and exits waits for
   * this, lest its peers wait for it. An executor of one's own for callbacks is shut down after it,
   * not before. Beyond the W3C.
   */
  public CompletableFuture<@Nullable Void> whenEnded() {
    return events.ended.copy();
  }

  /** Where the exchange of offers and answers is. */
  public RTCSignalingState signalingState() {
    return state.signaling;
  }

  /** How far the gathering of local candidates is. */
  public RTCIceGatheringState iceGatheringState() {
    return state.gathering;
  }

  /** How ICE does. */
  public RTCIceConnectionState iceConnectionState() {
    return state.ice;
  }

  /** How the connection as a whole does. */
  public RTCPeerConnectionState connectionState() {
    return state.connection;
  }

  /** Why the connection failed: the step, what was expected, what came. Beyond the W3C. */
  public Optional<String> failureReason() {
    return Optional.ofNullable(state.failureReason);
  }

  /** Our description, pending or else current, with the candidates gathered so far. */
  public @Nullable RTCSessionDescription localDescription() {
    return state.local();
  }

  /** Our description that was agreed last. */
  public @Nullable RTCSessionDescription currentLocalDescription() {
    return state.currentLocal();
  }

  /** Our description that is being negotiated. */
  public @Nullable RTCSessionDescription pendingLocalDescription() {
    return state.pendingLocal();
  }

  /** The peer's description, pending or else current, with the candidates it trickled. */
  public @Nullable RTCSessionDescription remoteDescription() {
    return state.remote();
  }

  /** The peer's description that was agreed last. */
  public @Nullable RTCSessionDescription currentRemoteDescription() {
    return state.currentRemote();
  }

  /** The peer's description that is being negotiated. */
  public @Nullable RTCSessionDescription pendingRemoteDescription() {
    return state.pendingRemote();
  }

  /**
   * What carries the data channels; null until both descriptions are known. Its state tells that
   * the peer closed its connection, while {@link #connectionState()} stays {@code connected} as
   * long as the path holds (W3C WebRTC §4.3.3).
   */
  public @Nullable RTCSctpTransport sctp() {
    return state.sctp();
  }

  /** How the connection is established, for people. Beyond the W3C. */
  public CompletableFuture<PeerReport> report() {
    return operations.run((session, now) -> ReportBuilder.of(session.session()));
  }

  /** An offer should be created, to carry what was asked for. */
  public ListenerRegistration onNegotiationNeeded(Consumer<Event> listener) {
    return events.negotiationNeeded.add(listener);
  }

  /** A local candidate is there to be sent to the peer. */
  public ListenerRegistration onIceCandidate(Consumer<RTCPeerConnectionIceEvent> listener) {
    return events.iceCandidate.add(listener);
  }

  /** {@link #signalingState()} changed. */
  public ListenerRegistration onSignalingStateChange(Consumer<Event> listener) {
    return events.signalingStateChange.add(listener);
  }

  /** {@link #iceGatheringState()} changed. */
  public ListenerRegistration onIceGatheringStateChange(Consumer<Event> listener) {
    return events.iceGatheringStateChange.add(listener);
  }

  /** {@link #iceConnectionState()} changed. */
  public ListenerRegistration onIceConnectionStateChange(Consumer<Event> listener) {
    return events.iceConnectionStateChange.add(listener);
  }

  /** {@link #connectionState()} changed. */
  public ListenerRegistration onConnectionStateChange(Consumer<Event> listener) {
    return events.connectionStateChange.add(listener);
  }

  /** The peer opened a data channel. */
  public ListenerRegistration onDataChannel(Consumer<RTCDataChannelEvent> listener) {
    return events.dataChannel.add(listener);
  }
}
