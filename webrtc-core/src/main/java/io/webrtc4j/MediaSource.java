package io.webrtc4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where the media of a track and its clones comes from (W3C Media Capture and Streams §4.3.1): what
 * it does, all of its live tracks do. States change under its lock, and listeners hear of it
 * outside.
 */
final class MediaSource {
  private final String kind;
  private final String label;
  private final List<MediaStreamTrack> live = new ArrayList<>();

  MediaSource(String kind, String label) {
    this.kind = kind;
    this.label = Objects.requireNonNull(label, "label");
  }

  String kind() {
    return kind;
  }

  String label() {
    return label;
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

  synchronized void stop(MediaStreamTrack track) {
    live.remove(track);
    track.ended();
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
    changed.forEach(MediaStreamTrack::fireEnded);
  }
}
