package io.webrtc4j;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
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
  private final List<MediaSink> sinks = new CopyOnWriteArrayList<>();
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
    return live(new MediaSource("audio", label, new LocalUpstream()), id, false);
  }

  /** A live track for video of the program's own, with a new id and an empty label. */
  public static MediaStreamTrack video() {
    return video(UUID.randomUUID().toString(), "");
  }

  /** A live track for video of the program's own. */
  public static MediaStreamTrack video(String id, String label) {
    return live(new MediaSource("video", label, new LocalUpstream()), id, false);
  }

  /** A receiver's track, which is muted until media flows (W3C WebRTC §5.3). */
  static MediaStreamTrack remote(String kind, MediaUpstream upstream, RandomGenerator random) {
    return live(new MediaSource(kind, "remote " + kind, upstream), uuid(random).toString(), true);
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

  /**
   * Whether its media is to be used. If not, nothing is sent: for silence or black, which the W3C
   * asks for, there is no encoder here.
   */
  public boolean enabled() {
    return enabled;
  }

  /** Sets {@link #enabled()}. */
  public void setEnabled(boolean enabled) {
    boolean again = enabled && !this.enabled;
    this.enabled = enabled;
    if (again) {
      sinks.forEach(MediaSink::interrupted);
    }
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

  // Media, beyond the W3C

  /**
   * Sends a frame to all peers that the track, or a clone of it, was added for, at the pace that
   * the network bears. Peers that lag have frames refused; those of video then wait for a key
   * frame, which {@link #onKeyFrameRequest} asks for. Frames of a track that is not {@linkplain
   * #enabled() enabled} go nowhere.
   *
   * @return whether a sender, or another listener, has taken it
   * @throws IllegalStateException if it is a peer's track
   */
  public boolean send(EncodedFrame frame) {
    Objects.requireNonNull(frame, "frame");
    requireLocal();
    return readyState == MediaStreamTrackState.LIVE && source.frame(frame);
  }

  /**
   * Sends an RTP packet, as {@link #send(EncodedFrame)} a frame. Sequence numbers and timestamps
   * keep their distances.
   */
  public boolean send(MediaPacket packet) {
    Objects.requireNonNull(packet, "packet");
    requireLocal();
    return readyState == MediaStreamTrackState.LIVE && source.packet(packet);
  }

  private void requireLocal() {
    if (!isLocal()) {
      throw new IllegalStateException(
          "this track is a peer's: add it to another connection to send it on, or make one by"
              + " MediaStreamTrack.audio() or video()");
    }
  }

  /**
   * A peer that the track is sent to needs a key frame: its encoder should make one. Listeners run
   * with those of that peer's connection.
   *
   * @throws IllegalStateException if it is a peer's track
   */
  public ListenerRegistration onKeyFrameRequest(Consumer<KeyFrameRequestEvent> listener) {
    requireLocal();
    return ((LocalUpstream) source.upstream()).onKeyFrameRequest(listener);
  }

  /** Asks whoever encodes the track for a key frame: the peer, or {@link #onKeyFrameRequest}. */
  public void requestKeyFrame() {
    source.upstream().requestKeyFrame(null);
  }

  /**
   * A frame came, whole and in its turn. The frames of a listener that lags beyond some megabytes
   * are dropped, those of video up to a key frame, which is asked for.
   */
  public ListenerRegistration onFrame(Consumer<EncodedFrame> listener) {
    return add(TrackListener.ofFrames(source, listener));
  }

  /**
   * An RTP packet came, in whatever order the network gives; a retransmitted one as it was first.
   * Packets of a listener that lags are dropped.
   */
  public ListenerRegistration onPacket(Consumer<MediaPacket> listener) {
    return add(TrackListener.ofPackets(source, listener));
  }

  /**
   * As {@link #onPacket}, but at once and on the thread where the packet came: an event loop that
   * many connections share. The listener must not block.
   */
  public ListenerRegistration onPacketInline(Consumer<MediaPacket> listener) {
    return add(new InlinePackets(listener));
  }

  /** Begins to keep frames for a program that asks for them in its own time. */
  public FrameReader readFrames() {
    return new FrameReader(this);
  }

  private ListenerRegistration add(MediaSink sink) {
    addSink(sink);
    return () -> removeSink(sink);
  }

  /** For senders and listeners. */
  void addSink(MediaSink sink) {
    sinks.add(sink);
    source.sinksChanged();
  }

  void removeSink(MediaSink sink) {
    if (sinks.remove(sink)) {
      source.sinksChanged();
    }
  }

  List<MediaSink> sinks() {
    return sinks;
  }

  /** Whether the program gives its media, and not a peer. */
  boolean isLocal() {
    return source.upstream() instanceof LocalUpstream;
  }

  MediaSource source() {
    return source;
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
