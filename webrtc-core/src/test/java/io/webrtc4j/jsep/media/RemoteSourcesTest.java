package io.webrtc4j.jsep.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.SsrcGroupAttribute;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteSourcesTest {
  private static RemoteSources sources(String... lines) {
    return MediaSections.remoteSources(Built.text("video", "96", lines));
  }

  @Test
  void streamsAndTrackComeFromMsidLines() {
    RemoteSources sources = sources("msid:{a} {t}", "msid:b {t}", "msid:{a} {t}");
    assertThat(sources.streamIds()).containsExactly("{a}", "b");
    assertThat(sources.trackId()).hasValue("{t}");
    assertThat(sources.hasMsid()).isTrue();
  }

  @Test
  void aHyphenIsNoStream() {
    RemoteSources sources = sources("msid:- t");
    assertThat(sources.streamIds()).isEmpty();
    assertThat(sources.hasMsid()).isTrue();
  }

  @Test
  void withoutLinesItIsTheDefaultStream() {
    assertThat(sources().hasMsid()).isFalse();
    assertThat(sources("ssrc:1 cname:c").hasMsid()).isFalse();
  }

  @Test
  void linesOfSourcesSayTheStreamIfNothingElseDoes() {
    RemoteSources old = sources("ssrc:1 cname:c", "ssrc:1 msid:s t", "ssrc:2 msid:s t");
    assertThat(old.streamIds()).containsExactly("s");
    assertThat(old.trackId()).hasValue("t");
    RemoteSources both = sources("msid:new n", "ssrc:1 msid:old o");
    assertThat(both.streamIds()).containsExactly("new");
  }

  @Test
  void sourcesHaveNamesAndGroups() {
    RemoteSources sources =
        sources(
            "ssrc-group:FID 7 9",
            "ssrc:7 msid:s t",
            "ssrc:7 cname:one",
            "ssrc:9 cname:one",
            "ssrc:4294967295 label:x");
    assertThat(sources.cnames())
        .containsOnlyKeys(7L, 9L, 4_294_967_295L)
        .containsEntry(7L, "one")
        .containsEntry(4_294_967_295L, "");
    assertThat(sources.cname()).isEqualTo("one");
    assertThat(sources.groups()).containsExactly(new SsrcGroupAttribute("FID", List.of(7L, 9L)));
  }
}
