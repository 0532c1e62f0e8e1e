package io.webrtc4j;

import io.webrtc4j.rtp.session.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Where the media of a track and its clones comes from (W3C Media Capture and Streams §4.3.1): what
 * it does, all of its live tracks do. States change under its lock, and listeners hear of it
 * outside.
 */
final class MediaSource {
  private final String kind;
  private final String label;
  private final MediaUpstream upstream;
  private final List<MediaStreamTrack> live = new CopyOnWriteArrayList<>();

  MediaSource(String kind, String label, MediaUpstream upstream) {
    this.kind = kind;
    this.label = Objects.requireNonNull(label, "label");
    this.upstream = upstream;
  }

  String kind() {
    return kind;
  }

  String label() {
    return label;
  }

  MediaUpstream upstream() {
    return upstream;
  }

  synchronized void add(MediaStreamTrack track) {
    live.add(track);
  }

  synchronized MediaStreamTrack copy(MediaStreamTrack original, String id) {
    MediaStreamTrack copy = original.copy(id);
    if (copy.readyState() == MediaStreamTrackState.LIVE) {
      live.add(copy);
    }
    return copy;
  }

  void stop(MediaStreamTrack track) {
    synchronized (this) {
      live.remove(track);
      track.ended();
    }
    sinksChanged();
  }

  void mute(boolean muted) {
    List<MediaStreamTrack> changed = new ArrayList<>();
    synchronized (this) {
      for (MediaStreamTrack track : live) {
        if (track.muted(muted)) {
          changed.add(track);
        }
      }
    }
    changed.forEach(track -> track.fireMuted(muted));
  }

  void end() {
    List<MediaStreamTrack> changed;
    synchronized (this) {
      changed = List.copyOf(live);
      live.clear();
      changed.forEach(MediaStreamTrack::ended);
    }
    sinksChanged();
    changed.forEach(MediaStreamTrack::fireEnded);
  }

  // Media

  /** Hands a frame to the sinks of all live tracks; tells whether one took it. */
  boolean frame(EncodedFrame frame) {
    return hand(sink -> sink.wanted().frames() && sink.frame(frame));
  }

  /** Hands a packet to the sinks of all live tracks; tells whether one took it. */
  boolean packet(MediaPacket packet) {
    return hand(sink -> sink.wanted().packets() && sink.packet(packet));
  }

  private boolean hand(Predicate<MediaSink> taking) {
    boolean taken = false;
    for (MediaStreamTrack track : live) {
      if (track.enabled()) {
        for (MediaSink sink : track.sinks()) {
          taken |= taking.test(sink);
        }
      }
    }
    return taken;
  }

  /** A track has another sink, or one less. Under the lock, so that the last has the last word. */
  synchronized void sinksChanged() {
    boolean frames = false;
    boolean packets = false;
    for (MediaStreamTrack track : live) {
      for (MediaSink sink : track.sinks()) {
        frames |= sink.wanted().frames();
        packets |= sink.wanted().packets();
      }
    }
    upstream.want(new Delivery(frames, packets));
  }
}
