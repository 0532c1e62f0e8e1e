package io.webrtc4j;

import io.webrtc4j.jsep.Transceiver;
import io.webrtc4j.jsep.media.Codec;
import io.webrtc4j.sdp.Direction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sender and a receiver that share a media section (W3C WebRTC §5.4).
 *
 * <p>May be used from any thread.
 */
public final class RTCRtpTransceiver {
  private final Connection connection;
  private final RTCRtpSender sender;
  private final RTCRtpReceiver receiver;
  private volatile Transceiver facts;
  private @Nullable Direction firedDirection;
  private boolean everSent;
  private boolean trackEnded;
  private volatile boolean stoppedForGood;
  private volatile @Nullable String mid;

  /** In a step. */
  RTCRtpTransceiver(
      Connection connection,
      Transceiver facts,
      @Nullable MediaStreamTrack track,
      List<RTCRtpEncodingParameters> encodings) {
    this.connection = connection;
    this.facts = facts;
    this.mid = facts.mid();
    this.sender = new RTCRtpSender(connection, this, track, encodings);
    this.receiver = new RTCRtpReceiver(connection, this, facts.kind());
  }

  /** The media section's identification ({@code a=mid}), or null while it has none. */
  public @Nullable String mid() {
    return mid;
  }

  /** What sends. */
  public RTCRtpSender sender() {
    return sender;
  }

  /** What receives. */
  public RTCRtpReceiver receiver() {
    return receiver;
  }

  /** What this side wants; {@code stopped} from {@link #stop()} on. */
  public RTCRtpTransceiverDirection direction() {
    return isStopping()
        ? RTCRtpTransceiverDirection.STOPPED
        : Directions.visible(facts.direction());
  }

  /**
   * Sets what this side wants, which takes effect with the next offer and answer.
   *
   * @throws RTCException {@code InvalidStateError} if it was stopped, {@code TypeError} for {@code
   *     stopped}, which only {@link #stop()} makes it
   */
  public void setDirection(RTCRtpTransceiverDirection direction) {
    Objects.requireNonNull(direction, "direction");
    connection.change(
        () -> {
          setInStep(direction);
          return direction;
        });
  }

  private void setInStep(RTCRtpTransceiverDirection direction) {
    if (isStopping()) {
      throw RTCException.invalidState("the transceiver was stopped");
    }
    if (direction == RTCRtpTransceiverDirection.STOPPED) {
      throw RTCException.type("a transceiver is stopped by stop(), not by its direction");
    }
    Direction next = Directions.engine(direction);
    if (next != facts.direction()) {
      update(facts.withDirection(next));
      connection.negotiationNeeded().update();
    }
  }

  /** What was agreed on last; null before, {@code stopped} at the end. */
  public @Nullable RTCRtpTransceiverDirection currentDirection() {
    if (isStopped()) {
      return RTCRtpTransceiverDirection.STOPPED;
    }
    Direction current = facts.currentDirection();
    return current == null ? null : Directions.visible(current);
  }

  /**
   * Stops sending and receiving for good. The next offer tells the peer, and frees the media
   * section for another transceiver.
   *
   * @throws RTCException {@code InvalidStateError} if the connection is closed
   */
  public void stop() {
    connection.changeIfOpen(
        () -> {
          if (!isStopping()) {
            stopSendingAndReceiving();
            connection.mediaChanged();
            connection.negotiationNeeded().update();
          }
          return this;
        });
  }

  /**
   * Restricts and orders the codecs of the next descriptions; an empty list gives the default back.
   *
   * @throws RTCException {@code InvalidModificationError} for a codec that {@link
   *     RTCRtpSender#getCapabilities} and {@link RTCRtpReceiver#getCapabilities} don't have, or if
   *     none of them carries media by itself
   */
  public void setCodecPreferences(List<RTCRtpCodec> codecs) {
    connection.change(
        () -> {
          update(facts.withPreferredCodecs(preferred(codecs)));
          return this;
        });
  }

  private List<Codec> preferred(List<RTCRtpCodec> codecs) {
    return connection.capabilities.named(
        facts.kind(),
        CodecPreferences.valid(codecs, connection.capabilities.of(facts.kind()).codecs()));
  }

  /** How it is now. */
  Transceiver facts() {
    return facts;
  }

  /** Shows {@code next}; in a step. */
  void facts(Transceiver next) {
    facts = next;
    mid = next.mid();
    Direction current = next.currentDirection();
    everSent |= current != null && current.sends();
  }

  /** Whether it was ever agreed that it sends; in a step. */
  boolean hasEverSent() {
    return everSent;
  }

  /** The direction of which the user was last told by events, or null; in a step. */
  @Nullable Direction firedDirection() {
    return firedDirection;
  }

  /** In a step. */
  void firedDirection(@Nullable Direction direction) {
    firedDirection = direction;
  }

  /** {@code [[Stopping]]}. */
  boolean isStopping() {
    return isStopped() || facts.stopping();
  }

  /** {@code [[Stopped]]}. */
  boolean isStopped() {
    return stoppedForGood || facts.stopped();
  }

  /** The offer that made it was taken back; in a step. */
  void disassociate() {
    mid = null;
  }

  /** Changes it in the state of offer and answer; in a step. */
  void update(Transceiver next) {
    if (connection.jsep().has(next.id())) {
      connection.jsep(connection.jsep().update(next.id(), old -> next));
    }
    facts = next;
  }

  /** W3C WebRTC §5.4, "stop sending and receiving"; in a step. */
  void stopSendingAndReceiving() {
    trackEnded = true;
    connection.later(receiver.track()::end);
    sender.media().track(null);
    update(facts.asStopping());
  }

  /** W3C WebRTC §5.4, "stop the RTCRtpTransceiver"; in a step. */
  void stopForGood() {
    if (stoppedForGood) {
      return;
    }
    if (!trackEnded) {
      stopSendingAndReceiving();
    }
    stoppedForGood = true;
    receiver.stopped();
  }
}
