package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** W3C Media Capture and Streams §4.3, W3C WebRTC §5.3 and §9.3. */
class MediaStreamTrackTest {
  private final List<String> seen = new ArrayList<>();

  @Test
  void aTrackOfOurOwnIsLiveEnabledAndNotMuted() {
    MediaStreamTrack track = MediaStreamTrack.audio();
    assertThat(track.kind()).isEqualTo("audio");
    assertThat(UUID.fromString(track.id())).hasToString(track.id());
    assertThat(track.label()).isEmpty();
    assertThat(track.enabled()).isTrue();
    assertThat(track.muted()).isFalse();
    assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    assertThat(MediaStreamTrack.audio().id()).isNotEqualTo(track.id());
  }

  @Test
  void theProgramMayNameItsTracks() {
    MediaStreamTrack track = MediaStreamTrack.video("camera", "Front");
    assertThat(track.kind()).isEqualTo("video");
    assertThat(track.id()).isEqualTo("camera");
    assertThat(track.label()).isEqualTo("Front");
  }

  @Test
  void aReceiversTrackBeginsMuted() {
    MediaStreamTrack track = remote("video");
    assertThat(track.label()).isEqualTo("remote video");
    assertThat(track.muted()).isTrue();
    assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    assertThat(UUID.fromString(track.id()).version()).isEqualTo(4);
    assertThat(UUID.fromString(track.id()).variant()).isEqualTo(2);
    assertThat(track.id()).isEqualTo(remote("video").id()).isNotEqualTo(remote("video", 2).id());
  }

  @Test
  void eachChangeIsToldOnceWithTheStateAlreadyThere() {
    MediaStreamTrack track = listenedTo("a", remote("audio"));
    track.mute();
    track.unmute();
    track.unmute();
    track.mute();
    track.end();
    track.end();
    assertThat(seen).containsExactly("a unmute false", "a mute true", "a ended ended");
  }

  @Test
  void stopEndsWithoutAnEventAndNothingFollows() {
    MediaStreamTrack track = listenedTo("a", remote("audio"));
    track.stop();
    track.stop();
    track.unmute();
    track.end();
    assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
    assertThat(track.muted()).isTrue();
    assertThat(seen).isEmpty();
  }

  @Test
  void aCloneHasAnIdOfItsOwnAndTheStateOfTheMoment() {
    MediaStreamTrack track = remote("video");
    track.setEnabled(false);
    MediaStreamTrack clone = track.clone();
    assertThat(clone.id()).isNotEqualTo(track.id());
    assertThat(clone.kind()).isEqualTo("video");
    assertThat(clone.label()).isEqualTo("remote video");
    assertThat(clone.enabled()).isFalse();
    assertThat(clone.muted()).isTrue();
    clone.setEnabled(true);
    assertThat(track.enabled()).isFalse();
    track.stop();
    assertThat(clone.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    assertThat(track.clone().readyState()).isEqualTo(MediaStreamTrackState.ENDED);
  }

  @Test
  void theSourceIsThatOfTheClonesToo() {
    MediaStreamTrack track = listenedTo("a", remote("audio"));
    MediaStreamTrack clone = listenedTo("b", track.clone());
    track.unmute();
    track.stop();
    clone.end();
    assertThat(seen).containsExactly("a unmute false", "b unmute false", "b ended ended");
  }

  @Test
  void aRemovedListenerHearsNothingMore() {
    MediaStreamTrack track = remote("audio");
    ListenerRegistration registration = track.onUnmute(event -> seen.add(event.type()));
    registration.remove();
    track.unmute();
    assertThat(seen).isEmpty();
  }

  @Test
  void whoeverStopsWhileTheSourceEndsThereIsOneEventAtMostAndTheEndStays() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      for (int i = 0; i < 500; i++) {
        MediaStreamTrack track = remote("audio");
        List<String> events = new ArrayList<>();
        track.onEnded(event -> events.add(event.type()));
        var stopping = other.submit(track::stop);
        track.end();
        stopping.get(10, TimeUnit.SECONDS);
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(events).hasSizeLessThanOrEqualTo(1);
        assertThat(track.clone().readyState()).isEqualTo(MediaStreamTrackState.ENDED);
      }
    } finally {
      other.shutdown();
    }
  }

  private MediaStreamTrack listenedTo(String name, MediaStreamTrack track) {
    track.onMute(event -> seen.add(name + " " + event.type() + " " + track.muted()));
    track.onUnmute(event -> seen.add(name + " " + event.type() + " " + track.muted()));
    track.onEnded(event -> seen.add(name + " " + event.type() + " " + track.readyState()));
    return track;
  }

  private static MediaStreamTrack remote(String kind) {
    return remote(kind, 1);
  }

  private static MediaStreamTrack remote(String kind, long seed) {
    return MediaStreamTrack.remote(kind, new LocalUpstream(), new Random(seed));
  }
}
