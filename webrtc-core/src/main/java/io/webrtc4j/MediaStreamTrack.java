package io.webrtc4j;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Audio or video on its way: to a peer, or from one (W3C Media Capture and Streams §4.3, W3C WebRTC
 * §9.3).
 *
 * <p>A peer's tracks come with {@code track} events; their state follows the peer's. Tracks for
 * media of the program's own are made by {@link #audio()} and {@link #video()}.
 *
 * <p>May be used from any thread. Listeners run with all others of the connection that the track
 * comes from.
 */
public final class MediaStreamTrack {
  private final MediaSource source;
  private final String id;
  private final Listeners<Event> mute = new Listeners<>();
  private final Listeners<Event> unmute = new Listeners<>();
  private final Listeners<Event> ended = new Listeners<>();
  private volatile boolean enabled = true;
  private volatile boolean muted;
  private volatile MediaStreamTrackState readyState = MediaStreamTrackState.LIVE;

  private MediaStreamTrack(MediaSource source, String id) {
    this.source = source;
    this.id = Objects.requireNonNull(id, "id");
  }

  /** A live track for audio of the program's own, with a new id and an empty label. */
  public static MediaStreamTrack audio() {
    return audio(UUID.randomUUID().toString(), "");
  }

  /** A live track for audio of the program's own. */
  public static MediaStreamTrack audio(String id, String label) {
    return live(new MediaSource("audio", label), id, false);
  }

  /** A live track for video of the program's own, with a new id and an empty label. */
  public static MediaStreamTrack video() {
    return video(UUID.randomUUID().toString(), "");
  }

  /** A live track for video of the program's own. */
  public static MediaStreamTrack video(String id, String label) {
    return live(new MediaSource("video", label), id, false);
  }

  /** A receiver's track, which is muted until media flows (W3C WebRTC §5.3). */
  static MediaStreamTrack remote(String kind, RandomGenerator random) {
    return live(new MediaSource(kind, "remote " + kind), uuid(random).toString(), true);
  }

  /** RFC 9562 §5.4, version 4. */
  private static UUID uuid(RandomGenerator random) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
    return new UUID(high, low);
  }

  private static MediaStreamTrack live(MediaSource source, String id, boolean muted) {
    MediaStreamTrack track = new MediaStreamTrack(source, id);
    track.muted = muted;
    source.add(track);
    return track;
  }

  /** {@code audio} or {@code video}. */
  public String kind() {
    return source.kind();
  }

  /** What tells it from other tracks. The peer's own ids do not come through. */
  public String id() {
    return id;
  }

  /** A name of its source for people, possibly empty. */
  public String label() {
    return source.label();
  }

  /** Whether its media is to be used; if not, silence or black is sent in its place. */
  public boolean enabled() {
    return enabled;
  }

  /** Sets {@link #enabled()}. */
  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  /** Whether its source gives no media for the moment. */
  public boolean muted() {
    return muted;
  }

  /** Whether media may still come. */
  public MediaStreamTrackState readyState() {
    return readyState;
  }

  /**
   * A track of its own with the same source, and in the same state: what is stopped, or not
   * enabled, is so by itself. A clone that is not needed any more is to be stopped, or the source
   * keeps it.
   */
  @Override
  public MediaStreamTrack clone() {
    return source.copy(this, UUID.randomUUID().toString());
  }

  /** Ends the track, of which there is no event. Clones go on. */
  public void stop() {
    source.stop(this);
  }

  /** The source gives no media for the moment. */
  public ListenerRegistration onMute(Consumer<Event> listener) {
    return mute.add(listener);
  }

  /** The source gives media, or does so again. */
  public ListenerRegistration onUnmute(Consumer<Event> listener) {
    return unmute.add(listener);
  }

  /** No media will come any more, by the source's will and not by {@link #stop()}. */
  public ListenerRegistration onEnded(Consumer<Event> listener) {
    return ended.add(listener);
  }

  @Override
  public String toString() {
    return "MediaStreamTrack[" + kind() + ", " + id + ", " + readyState + "]";
  }

  // For the connection, on its callback queue; each reaches the clones, too

  /** No media comes for the moment; tells of it if that is new. */
  void mute() {
    source.mute(true);
  }

  /** Media comes; tells of it if that is new. */
  void unmute() {
    source.mute(false);
  }

  /** No media will come any more; tells of it if the track was live. */
  void end() {
    source.end();
  }

  // For the source, which sees to it that these exclude one another

  MediaStreamTrack copy(String newId) {
    MediaStreamTrack copy = new MediaStreamTrack(source, newId);
    copy.enabled = enabled;
    copy.muted = muted;
    copy.readyState = readyState;
    return copy;
  }

  boolean muted(boolean now) {
    boolean changed = muted != now;
    muted = now;
    return changed;
  }

  void ended() {
    readyState = MediaStreamTrackState.ENDED;
  }

  void fireMuted(boolean now) {
    if (now) {
      mute.fire(new Event("mute"));
    } else {
      unmute.fire(new Event("unmute"));
    }
  }

  void fireEnded() {
    ended.fire(new Event("ended"));
  }
}
