package io.webrtc4j;

import io.webrtc4j.jsep.Sender;
import io.webrtc4j.jsep.Transceiver;
import io.webrtc4j.jsep.media.MediaKind;
import io.webrtc4j.jsep.media.MediaParameters;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What sends a track's media (W3C WebRTC §5.2).
 *
 * <p>May be used from any thread.
 */
public final class RTCRtpSender {
  private final Connection connection;
  private final RTCRtpTransceiver transceiver;
  private final SendEncodings encodings;
  private final @Nullable RTCDTMFSender dtmf;
  private final OutgoingMedia media;
  private final Map<String, Sender.Sources> sources = new HashMap<>();
  private volatile @Nullable MediaStreamTrack track;
  private volatile @Nullable RTCDtlsTransport transport;
  private @Nullable RTCDtlsTransport stableTransport;
  private @Nullable RTCRtpSendParameters lastReturned;
  private boolean returnedElsewhere;

  /** In a step. */
  RTCRtpSender(
      Connection connection,
      RTCRtpTransceiver transceiver,
      @Nullable MediaStreamTrack track,
      List<RTCRtpEncodingParameters> encodings) {
    this.connection = connection;
    this.transceiver = transceiver;
    this.media = new OutgoingMedia(connection, transceiver.facts().id());
    track(track);
    this.encodings = new SendEncodings(transceiver.facts().kind(), encodings);
    this.dtmf =
        transceiver.facts().kind() == MediaKind.AUDIO
            ? new RTCDTMFSender(new ToneLine(connection, transceiver))
            : null;
  }

  /** What it sends, or null. */
  public @Nullable MediaStreamTrack track() {
    return track;
  }

  /** What its media goes over, or null before that was described. */
  public @Nullable RTCDtlsTransport transport() {
    return transport;
  }

  /** Sends telephone tones if it is a sender of audio; else null. */
  public @Nullable RTCDTMFSender dtmf() {
    return dtmf;
  }

  /**
   * What can be sent at best.
   *
   * @param kind {@code audio} or {@code video}
   * @return null for any other kind
   */
  public static @Nullable RTCRtpCapabilities getCapabilities(String kind) {
    return Capabilities.DEFAULT.of(kind);
  }

  /**
   * How it sends: a copy to change and give to {@link #setParameters} before the next negotiation,
   * and in a listener before it returns.
   */
  public RTCRtpSendParameters getParameters() {
    return connection.change(this::parametersInStep);
  }

  private RTCRtpSendParameters parametersInStep() {
    RTCRtpSendParameters known = lastReturned;
    if (known != null) {
      returnedElsewhere |= !connection.callbacks.isRunningHere();
      return known;
    }
    RTCRtpSendParameters parameters =
        Parameters.toSend(
            connection.newId(), connection.jsep().cname(), transceiver.facts(), encodings.now());
    lastReturned = parameters;
    returnedElsewhere = !connection.callbacks.isRunningHere();
    if (connection.callbacks.isRunningHere()) {
      // On the page's thread, so to say: what is not set within this task is out of date after it.
      connection.queueTask(told -> forget(parameters));
    }
    return parameters;
  }

  private void forget(RTCRtpSendParameters parameters) {
    if (parameters.equals(lastReturned) && !returnedElsewhere) {
      lastReturned = null;
    }
  }

  /**
   * Changes how it sends. See {@link #setParameters(RTCRtpSendParameters, RTCSetParameterOptions)}.
   */
  public CompletableFuture<@Nullable Void> setParameters(RTCRtpSendParameters parameters) {
    return setParameters(parameters, new RTCSetParameterOptions());
  }

  /**
   * Changes how it sends, within what was negotiated. Fails with {@code InvalidStateError} if it
   * was stopped or {@link #getParameters} was not called before, {@code InvalidModificationError}
   * if what may not change did, {@code RangeError} for a scale or rate out of range.
   */
  public CompletableFuture<@Nullable Void> setParameters(
      RTCRtpSendParameters parameters, RTCSetParameterOptions options) {
    CompletableFuture<@Nullable Void> future = new CallbackFuture<>(connection.callbacks);
    try {
      List<RTCRtpEncodingParameters> valid = connection.change(() -> validated(parameters));
      connection.later(() -> apply(valid, future));
    } catch (RTCException e) {
      future.completeExceptionally(e);
    }
    return future;
  }

  private void apply(
      List<RTCRtpEncodingParameters> valid, CompletableFuture<@Nullable Void> future) {
    boolean open =
        connection.runTask(
            told -> {
              lastReturned = null;
              encodings.set(valid);
              connection.mediaChanged();
            });
    if (open) {
      future.complete(null);
    } else {
      future.completeExceptionally(RTCException.invalidState("the connection was closed"));
    }
  }

  private List<RTCRtpEncodingParameters> validated(RTCRtpSendParameters parameters) {
    Transceiver facts = transceiver.facts();
    if (transceiver.isStopping()) {
      throw RTCException.invalidState("the transceiver was stopped");
    }
    return SetParametersRules.valid(
        parameters,
        lastReturned,
        facts.kind().toString(),
        connection.capabilities.of(facts.kind()).codecs());
  }

  /**
   * Sends another track, or with null none, without a negotiation. Fails with {@code TypeError} if
   * it is of the other kind, {@code InvalidStateError} if the transceiver was stopped.
   */
  public CompletableFuture<@Nullable Void> replaceTrack(@Nullable MediaStreamTrack withTrack) {
    if (withTrack != null && !withTrack.kind().equals(transceiver.facts().kind().toString())) {
      return CompletableFuture.failedFuture(
          RTCException.type(
              "a sender of " + transceiver.facts().kind() + " cannot send " + withTrack.kind()));
    }
    return connection
        .operations()
        .perform(
            told -> {
              if (transceiver.isStopping()) {
                throw RTCException.invalidState("the transceiver was stopped");
              }
              track(withTrack);
            });
  }

  /**
   * Says which streams its track belongs to at the peer, from the next negotiation on.
   *
   * @throws RTCException {@code InvalidStateError} if the connection is closed
   */
  public void setStreams(MediaStream... streams) {
    connection.changeIfOpen(
        () -> {
          streams(List.of(streams));
          connection.negotiationNeeded().update();
          return this;
        });
  }

  /** In a step. */
  void streams(List<MediaStream> streams) {
    Set<String> ids = new LinkedHashSet<>();
    streams.forEach(stream -> ids.add(stream.id()));
    Transceiver facts = transceiver.facts();
    transceiver.update(facts.withSender(facts.sender().withStreamIds(List.copyOf(ids))));
  }

  /** Statistics of the streams that it sends, and of what they refer to. */
  public CompletableFuture<RTCStatsReport> getStats() {
    return connection.statistics().of(this);
  }

  RTCRtpTransceiver transceiver() {
    return transceiver;
  }

  boolean belongsTo(Connection other) {
    return connection == other;
  }

  SendEncodings encodings() {
    return encodings;
  }

  /** In a step. */
  void track(@Nullable MediaStreamTrack next) {
    track = next;
    media.track(next);
  }

  OutgoingMedia media() {
    return media;
  }

  /** Whether the version of this name is to be sent; in a step. */
  boolean isActive(@Nullable String rid) {
    List<RTCRtpEncodingParameters> now = encodings.now();
    return now.size() == 1
        ? now.get(0).active()
        : now.stream().anyMatch(each -> Objects.equals(each.rid(), rid) && each.active());
  }

  /** What the user wants it to be encoded with, or null; in a step. */
  @Nullable RTCRtpCodec preferredCodec() {
    return encodings.now().get(0).codec();
  }

  /** The sources of one version, which no description names; in a step. */
  Sender.Sources sources(@Nullable String rid) {
    return sources.computeIfAbsent(
        rid == null ? "" : rid, none -> new Sender.Sources(ssrc(), ssrc()));
  }

  private long ssrc() {
    return Integer.toUnsignedLong(connection.random.nextInt());
  }

  /** In a step. */
  void transport(@Nullable RTCDtlsTransport next) {
    transport = next;
  }

  /** An offer is applied in the stable state; in a step. */
  void keepStable() {
    stableTransport = transport;
    encodings.keepStable();
  }

  /** That offer is rolled back; in a step. */
  void rollBack() {
    transport = stableTransport;
    encodings.rollBack();
  }

  /** Takes over which layers the descriptions have; in a step. */
  void agree() {
    if (encodings.agree(transceiver.facts().sender().encodings())) {
      lastReturned = null;
    }
  }

  /** Nothing more is to be negotiated for now; in a step. */
  void settle() {
    MediaParameters negotiated = transceiver.facts().negotiated();
    if (negotiated != null) {
      encodings.keepCodecs(
          negotiated.send().stream().map(each -> Capabilities.visible(each.codec())).toList());
    }
  }

  /** What {@link #getParameters} gave is out of date; in a step. */
  void parametersChanged() {
    lastReturned = null;
  }
}
