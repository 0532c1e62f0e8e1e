package io.webrtc4j;

import io.webrtc4j.jsep.media.MediaKind;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What receives the media of one of the peer's tracks (W3C WebRTC §5.3).
 *
 * <p>May be used from any thread.
 */
public final class RTCRtpReceiver {
  /** W3C WebRTC §5.3. */
  private static final double MAX_JITTER_BUFFER_TARGET_MILLIS = 4000;

  private final Connection connection;
  private final RTCRtpTransceiver transceiver;
  private final IncomingMedia media;
  private final MediaStreamTrack track;
  private volatile @Nullable RTCDtlsTransport transport;
  private @Nullable RTCDtlsTransport stableTransport;
  private volatile @Nullable Double jitterBufferTarget;
  private List<MediaStream> streams = List.of();
  private List<MediaStream> stableStreams = List.of();

  /** In a step. */
  RTCRtpReceiver(Connection connection, RTCRtpTransceiver transceiver, MediaKind kind) {
    this.connection = connection;
    this.transceiver = transceiver;
    this.media = new IncomingMedia(connection, transceiver.facts().id());
    this.track = MediaStreamTrack.remote(kind.toString(), media, connection.random);
  }

  IncomingMedia media() {
    return media;
  }

  /** The peer's track; muted while nothing comes. */
  public MediaStreamTrack track() {
    return track;
  }

  /** What its media comes over, or null before that was described. */
  public @Nullable RTCDtlsTransport transport() {
    return transport;
  }

  /**
   * What can be received at best.
   *
   * @param kind {@code audio} or {@code video}
   * @return null for any other kind
   */
  public static @Nullable RTCRtpCapabilities getCapabilities(String kind) {
    return Capabilities.DEFAULT.of(kind);
  }

  /** How it receives, as negotiated. */
  public RTCRtpReceiveParameters getParameters() {
    return Parameters.toReceive(transceiver.facts());
  }

  /** Who contributed to what was heard in the last ten seconds: not told yet, so always empty. */
  public List<RTCRtpContributingSource> getContributingSources() {
    return List.of();
  }

  /** Who sent what was heard in the last ten seconds: not told yet, so always empty. */
  public List<RTCRtpSynchronizationSource> getSynchronizationSources() {
    return List.of();
  }

  /** How long the jitter buffer should hold media, in milliseconds; null leaves it to itself. */
  public @Nullable Double jitterBufferTarget() {
    return jitterBufferTarget;
  }

  /**
   * Sets how long the jitter buffer should hold media, in milliseconds; null leaves it to itself.
   *
   * @throws RTCException {@code RangeError} if it is negative or above 4000
   */
  public void setJitterBufferTarget(@Nullable Double milliseconds) {
    if (milliseconds != null
        && !(milliseconds >= 0 && milliseconds <= MAX_JITTER_BUFFER_TARGET_MILLIS)) {
      throw RTCException.range("the target is from 0 to 4000 ms, not " + milliseconds);
    }
    jitterBufferTarget = milliseconds;
    OptionalLong target =
        milliseconds == null ? OptionalLong.empty() : OptionalLong.of(Math.round(milliseconds));
    connection.onLoop(
        (session, now) -> session.media().jitterBufferTarget(transceiver.facts().id(), target));
  }

  /** Statistics of the streams that it receives, and of what they refer to. */
  public CompletableFuture<RTCStatsReport> getStats() {
    return connection.statistics().of(this);
  }

  RTCRtpTransceiver transceiver() {
    return transceiver;
  }

  /** In a step. */
  List<MediaStream> streams() {
    return streams;
  }

  /** In a step. */
  void streams(List<MediaStream> next) {
    streams = List.copyOf(next);
  }

  /** In a step. */
  void transport(@Nullable RTCDtlsTransport next) {
    transport = next;
  }

  /** An offer is applied in the stable state; in a step. */
  void keepStable() {
    stableTransport = transport;
    stableStreams = streams;
  }

  /** The streams to go back to when that offer is rolled back; in a step. */
  List<MediaStream> stableStreams() {
    return stableStreams;
  }

  /** That offer is rolled back; in a step. */
  void rollBack() {
    transport = stableTransport;
  }

  /** In a step. */
  void stopped() {
    streams = List.of();
    stableStreams = List.of();
  }
}
