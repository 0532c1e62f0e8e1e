package io.webrtc4j.jsep;

import io.webrtc4j.jsep.media.Codec;
import io.webrtc4j.jsep.media.Encoding;
import io.webrtc4j.jsep.media.HeaderExtension;
import io.webrtc4j.jsep.media.MediaKind;
import io.webrtc4j.jsep.media.MediaParameters;
import io.webrtc4j.sdp.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sender and a receiver that share a media section (RFC 9429 §3.4.1), as the negotiation sees
 * them. Who holds one may change its own wishes ({@code with…}) and give it back to {@link
 * JsepState#update}; what was negotiated only descriptions change.
 *
 * @param id its number, never used again for another of the same connection
 * @param kind audio or video
 * @param mid the section's tag, {@code [[Mid]]}; null while it has no section
 * @param index the section's place from 0; -1 while it has none
 * @param direction the wish, {@code [[Direction]]}
 * @param currentDirection as negotiated; null before that, and once it is stopped
 * @param stopping {@code [[Stopping]]}
 * @param stopped {@code [[Stopped]]}
 * @param createdByRemote whether a peer's offer made it
 * @param addedByAddTrack whether addTrack ever gave it a track, so that sections which the peer
 *     offers may take it (RFC 9429 §5.10)
 * @param sender what it sends
 * @param preferredCodecs in order; none for those of the configuration
 * @param extensions the header extensions to negotiate
 * @param negotiated what was agreed last, by an answer or a provisional one; null if nothing is
 * @param remote what the peer's description says now; null while there is none, so also after a
 *     rollback of the first
 */
public record Transceiver(
    int id,
    MediaKind kind,
    @Nullable String mid,
    int index,
    Direction direction,
    @Nullable Direction currentDirection,
    boolean stopping,
    boolean stopped,
    boolean createdByRemote,
    boolean addedByAddTrack,
    Sender sender,
    List<Codec> preferredCodecs,
    List<HeaderExtension> extensions,
    @Nullable MediaParameters negotiated,
    @Nullable RemoteMedia remote) {

  /** The index of a transceiver without a section. */
  public static final int NO_INDEX = -1;

  /**
   * What the API says of a new transceiver.
   *
   * @param kind audio or video
   * @param direction the wish
   * @param addedByAddTrack whether by addTrack, or else by addTransceiver
   * @param trackId a unique name for {@code a=msid}, also if there is no track
   * @param streamIds the streams that the track belongs to
   * @param encodings the versions to send; none is one without a name
   */
  public record Init(
      MediaKind kind,
      Direction direction,
      boolean addedByAddTrack,
      String trackId,
      List<String> streamIds,
      List<Encoding> encodings) {
    /** Lists are copied. */
    public Init {
      streamIds = List.copyOf(streamIds);
      encodings = List.copyOf(encodings);
    }
  }

  /** The lists are copied. */
  public Transceiver {
    preferredCodecs = List.copyOf(preferredCodecs);
    extensions = List.copyOf(extensions);
  }

  static Transceiver of(int id, Init init, List<HeaderExtension> extensions) {
    return new Transceiver(
        id,
        init.kind(),
        null,
        NO_INDEX,
        init.direction(),
        null,
        false,
        false,
        false,
        init.addedByAddTrack(),
        new Sender(init.trackId(), init.streamIds(), init.encodings(), null),
        List.of(),
        extensions,
        null,
        null);
  }

  /** The same with another wish of direction. */
  public Transceiver withDirection(Direction direction) {
    return edit().direction(direction).done();
  }

  /** The same once addTrack gave it a track. */
  public Transceiver withAddedByAddTrack() {
    return edit().addedByAddTrack().done();
  }

  /** The same with another sender. */
  public Transceiver withSender(Sender sender) {
    return edit().sender(sender).done();
  }

  /** The same with these codecs, or with none for those of the configuration. */
  public Transceiver withPreferredCodecs(List<Codec> codecs) {
    return edit().preferredCodecs(codecs).done();
  }

  /** The same with other header extensions to negotiate. */
  public Transceiver withExtensions(List<HeaderExtension> extensions) {
    return edit().extensions(extensions).done();
  }

  /** The same on its way to be stopped: {@code stop()} (W3C WebRTC §5.4). */
  public Transceiver asStopping() {
    return edit().direction(Direction.INACTIVE).stopping().done();
  }

  /** Whether it has a section. */
  public boolean isAssociated() {
    return mid != null;
  }

  TransceiverEdit edit() {
    return new TransceiverEdit(this);
  }
}
