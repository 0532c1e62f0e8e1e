package io.webrtc4j;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tracks that belong together, such as a speaker's voice and picture (W3C Media Capture and Streams
 * §4.2, W3C WebRTC §9.2). The peer hears of a stream by its id.
 *
 * <p>May be used from any thread. Listeners run with all others of the connection that the stream
 * comes from.
 */
public final class MediaStream {
  private final String id;
  private final CopyOnWriteArrayList<MediaStreamTrack> tracks;
  private final Listeners<MediaStreamTrackEvent> addTrack = new Listeners<>();
  private final Listeners<MediaStreamTrackEvent> removeTrack = new Listeners<>();

  /** A stream with a new id and without tracks. */
  public MediaStream() {
    this(List.of());
  }

  /** A stream with a new id and the tracks of another. */
  public MediaStream(MediaStream stream) {
    this(stream.tracks);
  }

  /** A stream with a new id and these tracks. */
  public MediaStream(List<MediaStreamTrack> tracks) {
    this(UUID.randomUUID().toString(), tracks);
  }

  private MediaStream(String id, List<MediaStreamTrack> tracks) {
    this.id = Objects.requireNonNull(id, "id");
    this.tracks = new CopyOnWriteArrayList<>();
    this.tracks.addAllAbsent(List.copyOf(tracks));
  }

  /** A stream with an id of one's choice and without tracks. Beyond the W3C. */
  public static MediaStream withId(String id) {
    return new MediaStream(id, List.of());
  }

  /** What tells it from other streams; for a peer's stream, as the peer named it. */
  public String id() {
    return id;
  }

  /** Whether one of its tracks at least is live. */
  public boolean active() {
    return tracks.stream().anyMatch(track -> track.readyState() == MediaStreamTrackState.LIVE);
  }

  /** All tracks, in the order in which they were added. */
  public List<MediaStreamTrack> getTracks() {
    return List.copyOf(tracks);
  }

  /** The tracks of audio. */
  public List<MediaStreamTrack> getAudioTracks() {
    return ofKind("audio");
  }

  /** The tracks of video. */
  public List<MediaStreamTrack> getVideoTracks() {
    return ofKind("video");
  }

  /** The track with this id, or null. */
  public @Nullable MediaStreamTrack getTrackById(String trackId) {
    for (MediaStreamTrack track : tracks) {
      if (track.id().equals(trackId)) {
        return track;
      }
    }
    return null;
  }

  /** Adds a track, if it is not there yet. There is no event. */
  public void addTrack(MediaStreamTrack track) {
    tracks.addIfAbsent(Objects.requireNonNull(track, "track"));
  }

  /** Removes a track, if it is there. There is no event. */
  public void removeTrack(MediaStreamTrack track) {
    tracks.remove(Objects.requireNonNull(track, "track"));
  }

  /** A stream with a new id and clones of the tracks. */
  @Override
  public MediaStream clone() {
    return new MediaStream(tracks.stream().map(MediaStreamTrack::clone).toList());
  }

  /** The peer added a track. */
  public ListenerRegistration onAddTrack(Consumer<MediaStreamTrackEvent> listener) {
    return addTrack.add(listener);
  }

  /** The peer removed a track. */
  public ListenerRegistration onRemoveTrack(Consumer<MediaStreamTrackEvent> listener) {
    return removeTrack.add(listener);
  }

  @Override
  public String toString() {
    return "MediaStream[" + id + ", " + tracks + "]";
  }

  /** For the connection, on its callback queue: adds a track and tells of it. */
  void addRemote(MediaStreamTrack track) {
    if (tracks.addIfAbsent(track)) {
      addTrack.fire(new MediaStreamTrackEvent("addtrack", track));
    }
  }

  /** For the connection, on its callback queue: removes a track and tells of it. */
  void removeRemote(MediaStreamTrack track) {
    if (tracks.remove(track)) {
      removeTrack.fire(new MediaStreamTrackEvent("removetrack", track));
    }
  }

  private List<MediaStreamTrack> ofKind(String kind) {
    return tracks.stream().filter(track -> track.kind().equals(kind)).toList();
  }
}
