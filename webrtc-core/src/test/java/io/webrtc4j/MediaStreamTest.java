package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** W3C Media Capture and Streams §4.2, W3C WebRTC §9.2. */
class MediaStreamTest {
  private final MediaStreamTrack voice = MediaStreamTrack.audio();
  private final MediaStreamTrack picture = MediaStreamTrack.video();

  @Test
  void aNewStreamIsEmptyAndHasAnIdOfItsOwn() {
    MediaStream stream = new MediaStream();
    assertThat(UUID.fromString(stream.id())).hasToString(stream.id());
    assertThat(stream.getTracks()).isEmpty();
    assertThat(stream.active()).isFalse();
    assertThat(MediaStream.withId("mine").id()).isEqualTo("mine");
  }

  @Test
  void aStreamOfTracksHasEachOnceInTheirOrder() {
    MediaStream stream = new MediaStream(List.of(picture, voice, picture));
    assertThat(stream.getTracks()).containsExactly(picture, voice);
    assertThat(stream.getAudioTracks()).containsExactly(voice);
    assertThat(stream.getVideoTracks()).containsExactly(picture);
    assertThat(stream.getTrackById(voice.id())).isSameAs(voice);
    assertThat(stream.getTrackById("unknown")).isNull();
  }

  @Test
  void aStreamOfAStreamHasTheSameTracksAndAnotherId() {
    MediaStream stream = new MediaStream(List.of(voice, picture));
    MediaStream other = new MediaStream(stream);
    assertThat(other.id()).isNotEqualTo(stream.id());
    assertThat(other.getTracks()).containsExactly(voice, picture);
    other.removeTrack(voice);
    assertThat(stream.getTracks()).containsExactly(voice, picture);
  }

  @Test
  void aCloneHasClonesOfTheTracks() {
    MediaStream stream = new MediaStream(List.of(voice));
    MediaStream clone = stream.clone();
    assertThat(clone.id()).isNotEqualTo(stream.id());
    assertThat(clone.getTracks())
        .singleElement()
        .satisfies(
            track -> {
              assertThat(track.id()).isNotEqualTo(voice.id());
              assertThat(track.kind()).isEqualTo("audio");
            });
  }

  @Test
  void aStreamIsActiveAsLongAsOneTrackIsLive() {
    MediaStream stream = new MediaStream(List.of(voice, picture));
    assertThat(stream.active()).isTrue();
    voice.stop();
    assertThat(stream.active()).isTrue();
    picture.stop();
    assertThat(stream.active()).isFalse();
    stream.addTrack(MediaStreamTrack.audio());
    assertThat(stream.active()).isTrue();
  }

  @Test
  void onlyThePeersChangesAreToldAndOnlyIfTheyAreChanges() {
    MediaStream stream = new MediaStream();
    List<MediaStreamTrackEvent> seen = new ArrayList<>();
    stream.onAddTrack(seen::add);
    stream.onRemoveTrack(seen::add);
    stream.addTrack(voice);
    stream.addTrack(voice);
    stream.addRemote(voice);
    stream.removeTrack(voice);
    stream.removeRemote(voice);
    assertThat(seen).isEmpty();
    stream.addRemote(picture);
    assertThat(stream.getTracks()).containsExactly(picture);
    stream.removeRemote(picture);
    assertThat(stream.getTracks()).isEmpty();
    assertThat(seen)
        .containsExactly(
            new MediaStreamTrackEvent("addtrack", picture),
            new MediaStreamTrackEvent("removetrack", picture));
  }

  @Test
  void aListenerMayChangeTheStreamThatItHearsOf() {
    MediaStream stream = new MediaStream();
    stream.onAddTrack(event -> stream.removeTrack(event.track()));
    stream.addRemote(voice);
    assertThat(stream.getTracks()).isEmpty();
  }
}
