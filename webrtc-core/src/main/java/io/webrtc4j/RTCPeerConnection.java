package io.webrtc4j;

import io.webrtc4j.jsep.media.MediaKind;
import io.webrtc4j.world.World;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection between two peers (W3C WebRTC §4.4).
 *
 * <p>Every method may be called from any thread, from listeners too, and none blocks. Listeners
 * run, and futures complete, one after the other on the executor of {@link
 * PeerSettings#callbackExecutor()}; they may block without harm to other connections, but must not
 * wait for a future of the same connection. What methods without a future change is changed when
 * they return.
 */
public final class RTCPeerConnection implements AutoCloseable {
  private final ConnectionParts parts;
  private final Connection connection;
  private final VisibleState state;
  private final ConnectionListeners listeners;
  private final OperationsChain operations;

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
   * @throws RTCException {@code InvalidAccessError} if the certificate has expired or a TURN server
   *     lacks credentials, {@code SyntaxError} for a malformed URL of a server
   */
  public RTCPeerConnection(RTCConfiguration configuration, PeerSettings settings) {
    World world = settings.world();
    this.parts = new ConnectionParts(configuration, settings, world);
    this.connection = parts.connection;
    this.state = connection.visible;
    this.listeners = parts.listeners;
    this.operations = connection.operations();
  }

  /** Makes an ECDSA certificate for several connections to share (W3C WebRTC §4.9). */
  public static CompletableFuture<RTCCertificate> generateCertificate() {
    return generateCertificate(RTCKeygenAlgorithm.ECDSA_P256);
  }

  /** Makes a certificate for several connections to share (W3C WebRTC §4.9). */
  public static CompletableFuture<RTCCertificate> generateCertificate(
      RTCKeygenAlgorithm keygenAlgorithm) {
    return generateCertificate(keygenAlgorithm, new RTCCertificateExpiration(null));
  }

  /** Makes a certificate that is valid for as long as asked, 365 days at most. */
  public static CompletableFuture<RTCCertificate> generateCertificate(
      RTCKeygenAlgorithm keygenAlgorithm, RTCCertificateExpiration expiration) {
    return generate(() -> KeygenRequest.of(keygenAlgorithm, expiration));
  }

  /**
   * Makes a certificate for an algorithm by its members' names, as scripts write it: {@code name},
   * {@code namedCurve} and so on, and {@code expires} in milliseconds. Fails with {@code TypeError}
   * if one is missing, {@code NotSupportedError} for an algorithm that is not supported.
   */
  public static CompletableFuture<RTCCertificate> generateCertificate(
      Map<String, ?> keygenAlgorithm) {
    return generate(() -> KeygenRequest.of(keygenAlgorithm));
  }

  private static CompletableFuture<RTCCertificate> generate(Supplier<KeygenRequest> request) {
    return CompletableFuture.supplyAsync(
        () -> RTCCertificate.generate(request.get(), new SecureRandom(), Instant.now()));
  }

  /** Creates an offer, to be given to {@link #setLocalDescription} and sent to the peer. */
  public CompletableFuture<RTCSessionDescriptionInit> createOffer() {
    return createOffer(RTCOfferOptions.defaults());
  }

  /** Creates an offer, to be given to {@link #setLocalDescription} and sent to the peer. */
  public CompletableFuture<RTCSessionDescriptionInit> createOffer(RTCOfferOptions options) {
    connection.change(
        () -> {
          if (!state.isClosed()) {
            parts.tracks.offerToReceive(MediaKind.AUDIO, options.offerToReceiveAudio());
            parts.tracks.offerToReceive(MediaKind.VIDEO, options.offerToReceiveVideo());
          }
          return this;
        });
    return operations.chain(told -> parts.descriptions.createOffer(options.iceRestart()));
  }

  /** Creates an answer to the offer that {@link #setRemoteDescription} was given. */
  public CompletableFuture<RTCSessionDescriptionInit> createAnswer() {
    return createAnswer(new RTCAnswerOptions());
  }

  /** Creates an answer to the offer that {@link #setRemoteDescription} was given. */
  public CompletableFuture<RTCSessionDescriptionInit> createAnswer(RTCAnswerOptions options) {
    return operations.chain(told -> parts.descriptions.createAnswer());
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
    return operations.perform(
        told -> parts.descriptions.setLocal(description.type(), description.sdp(), told));
  }

  /** Applies a description of another connection of this program. */
  public CompletableFuture<@Nullable Void> setRemoteDescription(RTCSessionDescription description) {
    return setRemoteDescription(description.toJSON());
  }

  /**
   * Applies the peer's description. An offer that comes while ours is pending takes ours back (that
   * is, rolls back), even if it then turns out to be malformed. Fails with {@code
   * InvalidStateError} if the signalling state does not allow it, {@code OperationError} naming
   * line and column if the text is malformed, {@code InvalidAccessError} if it lacks what a
   * connection needs; the state stays as it was.
   */
  public CompletableFuture<@Nullable Void> setRemoteDescription(
      RTCSessionDescriptionInit description) {
    return operations.perform(
        told -> parts.descriptions.rollBackForOffer(description.type(), told),
        told -> parts.descriptions.setRemote(description.type(), description.sdp(), told));
  }

  /** Adds a candidate of the peer's; null says that none follow. */
  public CompletableFuture<@Nullable Void> addIceCandidate(@Nullable RTCIceCandidate candidate) {
    return addIceCandidate(
        candidate == null ? new RTCIceCandidateInit("", null) : candidate.toJSON());
  }

  /** Says that no candidates of the peer follow. */
  public CompletableFuture<@Nullable Void> addIceCandidate() {
    return addIceCandidate(new RTCIceCandidateInit("", null));
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
    if (!candidate.candidate().isEmpty()
        && candidate.sdpMid() == null
        && candidate.sdpMLineIndex() == null) {
      return CompletableFuture.failedFuture(
          RTCException.type("a candidate needs sdpMid or sdpMLineIndex"));
    }
    return operations.perform(told -> parts.transports.addRemoteCandidate(candidate));
  }

  /** Has the next offer restart ICE, and asks for that offer (W3C WebRTC §4.4.2). */
  public void restartIce() {
    connection.change(
        () -> {
          if (!state.isClosed()) {
            connection.jsep(connection.jsep().restartIce());
            connection.negotiationNeeded().update();
          }
          return this;
        });
  }

  /** How the connection is configured. */
  public RTCConfiguration getConfiguration() {
    return connection.change(parts.configuration::now);
  }

  /** Goes back to the default configuration. See {@link #setConfiguration(RTCConfiguration)}. */
  public void setConfiguration() {
    setConfiguration(RTCConfiguration.defaults());
  }

  /**
   * Changes the configuration; other servers are asked after an ICE restart.
   *
   * @throws RTCException {@code InvalidStateError} if the connection is closed, {@code
   *     InvalidModificationError} if what cannot change does, and as the constructor
   */
  public void setConfiguration(RTCConfiguration configuration) {
    connection.changeIfOpen(
        () -> {
          parts.configuration.set(configuration);
          return this;
        });
  }

  /** The senders of all transceivers that were not stopped. */
  public List<RTCRtpSender> getSenders() {
    return connection.change(() -> active().stream().map(RTCRtpTransceiver::sender).toList());
  }

  /** The receivers of all transceivers that were not stopped. */
  public List<RTCRtpReceiver> getReceivers() {
    return connection.change(() -> active().stream().map(RTCRtpTransceiver::receiver).toList());
  }

  private List<RTCRtpTransceiver> active() {
    return connection.transceivers.inOrder().stream().filter(each -> !each.isStopped()).toList();
  }

  /** All transceivers, in the order in which they were added. */
  public List<RTCRtpTransceiver> getTransceivers() {
    return connection.change(connection.transceivers::inOrder);
  }

  /**
   * Adds a track to be sent, by a transceiver that has none to send yet or by a new one.
   *
   * @param streams that the track belongs to at the peer
   * @throws RTCException {@code InvalidStateError} if the connection is closed, {@code
   *     InvalidAccessError} if the track was added already
   */
  public RTCRtpSender addTrack(MediaStreamTrack track, MediaStream... streams) {
    return connection.changeIfOpen(() -> parts.tracks.add(track, List.of(streams)));
  }

  /**
   * Stops sending a track; its sender stays.
   *
   * @throws RTCException {@code InvalidStateError} if the connection is closed, {@code
   *     InvalidAccessError} if the sender is another connection's
   */
  public void removeTrack(RTCRtpSender sender) {
    connection.changeIfOpen(
        () -> {
          parts.tracks.remove(sender);
          return this;
        });
  }

  /**
   * Adds a transceiver without a track. See {@link #addTransceiver(String, RTCRtpTransceiverInit)}.
   */
  public RTCRtpTransceiver addTransceiver(String kind) {
    return addTransceiver(kind, RTCRtpTransceiverInit.defaults());
  }

  /**
   * Adds a transceiver without a track.
   *
   * @param kind {@code audio} or {@code video}
   * @throws RTCException {@code InvalidStateError} if the connection is closed, {@code TypeError}
   *     for another kind or for encodings that contradict one another, {@code RangeError} for a
   *     scale or rate out of range, {@code OperationError} for a codec that cannot be sent
   */
  public RTCRtpTransceiver addTransceiver(String kind, RTCRtpTransceiverInit init) {
    Tracks.kind(kind);
    return connection.changeIfOpen(() -> parts.tracks.addTransceiver(kind, null, init));
  }

  /** Adds a transceiver that sends and receives. */
  public RTCRtpTransceiver addTransceiver(MediaStreamTrack track) {
    return addTransceiver(track, RTCRtpTransceiverInit.defaults());
  }

  /** Adds a transceiver. See {@link #addTransceiver(String, RTCRtpTransceiverInit)}. */
  public RTCRtpTransceiver addTransceiver(MediaStreamTrack track, RTCRtpTransceiverInit init) {
    return connection.changeIfOpen(() -> parts.tracks.addTransceiver(track.kind(), track, init));
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
    return connection.changeIfOpen(() -> parts.newChannels.create(label, init));
  }

  /** Ends the connection and its channels at once; the peer is told. No events follow. */
  @Override
  public void close() {
    parts.close();
  }

  /**
   * Completes when the connection has ended for good: after {@link #close()}, once the peer was
   * told and the sockets are closed. A program that closes its connections and exits waits for
   * this, lest its peers wait for it. An executor of one's own for callbacks is shut down after it,
   * not before. Beyond the W3C.
   */
  public CompletableFuture<@Nullable Void> whenEnded() {
    return parts.events.ended.copy();
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
   * Whether the peer takes candidates that come one by one; null before its description is known.
   */
  public @Nullable Boolean canTrickleIceCandidates() {
    return state.canTrickle();
  }

  /**
   * What carries the data channels; null before a description has a section for them. Its state
   * tells that the peer closed its connection, while {@link #connectionState()} stays {@code
   * connected} as long as the path holds (W3C WebRTC §4.3.3).
   */
  public @Nullable RTCSctpTransport sctp() {
    return state.sctp();
  }

  /** Statistics of the whole connection. See {@link #getStats(MediaStreamTrack)}. */
  public CompletableFuture<RTCStatsReport> getStats() {
    return getStats(null);
  }

  /**
   * Statistics of the connection at one moment, also of one that is closed: then of its last. Fails
   * with {@code InvalidAccessError} if not exactly one sender or receiver has the track.
   *
   * @param selector whose sender's or receiver's streams alone are told, with what they refer to;
   *     or null
   */
  public CompletableFuture<RTCStatsReport> getStats(@Nullable MediaStreamTrack selector) {
    return parts.statistics.of(selector);
  }

  /** How the connection is established, for people. Beyond the W3C. */
  public CompletableFuture<PeerReport> report() {
    return parts.report();
  }

  /** An offer should be created, to carry what was asked for. */
  public ListenerRegistration onNegotiationNeeded(Consumer<Event> listener) {
    return connection.negotiationNeeded().listeners.add(listener);
  }

  /** A local candidate is there to be sent to the peer. */
  public ListenerRegistration onIceCandidate(Consumer<RTCPeerConnectionIceEvent> listener) {
    return listeners.iceCandidate.add(listener);
  }

  /** A server could not be asked for a candidate. */
  public ListenerRegistration onIceCandidateError(
      Consumer<RTCPeerConnectionIceErrorEvent> listener) {
    return listeners.iceCandidateError.add(listener);
  }

  /** {@link #signalingState()} changed. */
  public ListenerRegistration onSignalingStateChange(Consumer<Event> listener) {
    return listeners.signalingStateChange.add(listener);
  }

  /** {@link #iceGatheringState()} changed. */
  public ListenerRegistration onIceGatheringStateChange(Consumer<Event> listener) {
    return listeners.iceGatheringStateChange.add(listener);
  }

  /** {@link #iceConnectionState()} changed. */
  public ListenerRegistration onIceConnectionStateChange(Consumer<Event> listener) {
    return listeners.iceConnectionStateChange.add(listener);
  }

  /** {@link #connectionState()} changed. */
  public ListenerRegistration onConnectionStateChange(Consumer<Event> listener) {
    return listeners.connectionStateChange.add(listener);
  }

  /** The peer opened a data channel. */
  public ListenerRegistration onDataChannel(Consumer<RTCDataChannelEvent> listener) {
    return listeners.dataChannel.add(listener);
  }

  /** The peer's description announces a track. */
  public ListenerRegistration onTrack(Consumer<RTCTrackEvent> listener) {
    return listeners.track.add(listener);
  }

  /** Runs {@code task} as listeners run. */
  void queueTask(Runnable task) {
    connection.later(task);
  }
}
