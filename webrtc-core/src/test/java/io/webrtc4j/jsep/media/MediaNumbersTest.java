package io.webrtc4j.jsep.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MediaNumbersTest {
  private static final Codec VP8 = Codec.video("VP8", "", List.of());
  private static final Codec VP9 = Codec.video("VP9", "profile-id=0", List.of());

  private static OptionalInt number(MediaNumbers numbers, Codec codec) {
    return numbers.payloadType(codec, List.of());
  }

  @Test
  void theFirstDynamicNumberIs96() {
    assertThat(number(MediaNumbers.NONE, VP8)).hasValue(96);
  }

  @Test
  void staticAndUsualNumbersComeFirst() {
    assertThat(number(MediaNumbers.NONE, Codec.audio("pcmu", 8_000, 1, ""))).hasValue(0);
    assertThat(number(MediaNumbers.NONE, Codec.audio("G722", 8_000, 1, ""))).hasValue(9);
    assertThat(number(MediaNumbers.NONE, Codec.audio("opus", 48_000, 2, ""))).hasValue(111);
    assertThat(number(MediaNumbers.NONE, Codec.audio("PCMU", 16_000, 1, ""))).hasValue(96);
  }

  @Test
  void aNumberThatThePeerUsesIsNotGivenAway() {
    MediaNumbers numbers =
        MediaNumbers.NONE.learn(Built.text("video", "96 97", "rtpmap:96 FOO/90000"));
    assertThat(number(numbers, VP8)).hasValue(97);
  }

  @Test
  void aCodecHasTheNumberThatItHadAnywhere() {
    MediaNumbers numbers =
        MediaNumbers.NONE.learn(
            Built.text("video", "120", "rtpmap:120 vp8/90000", "fmtp:120 max-fs=12288"));
    assertThat(number(numbers, VP8)).hasValue(120);
    assertThat(number(numbers, VP9)).hasValue(96);
  }

  @Test
  void theSameNameInAudioAndInVideoIsNotTheSame() {
    MediaNumbers numbers =
        MediaNumbers.NONE.learn(Built.text("audio", "100", "rtpmap:100 red/90000"));
    assertThat(number(numbers, Codec.video("red", "", List.of()))).hasValue(96);
  }

  @Test
  void aNumberWithTwoMeaningsIsGivenToNeither() {
    MediaNumbers numbers =
        MediaNumbers.NONE
            .learn(Built.text("audio", "96", "rtpmap:96 opus/48000/2"))
            .learn(Built.text("video", "96", "rtpmap:96 VP8/90000"))
            .learn(Built.text("video", "96", "rtpmap:96 VP8/90000"));
    assertThat(number(numbers, VP8)).hasValue(97);
    assertThat(number(numbers, Codec.audio("opus", 48_000, 2, ""))).hasValue(111);
  }

  /** RFC 5761 §4: 64 to 95 look like RTCP. */
  @Test
  void thereAre61NumbersAndNoneLooksLikeRtcp() {
    MediaNumbers numbers = MediaNumbers.NONE;
    List<Integer> given = new ArrayList<>();
    for (int i = 0; i < 61; i++) {
      Codec codec = Codec.video("codec" + i, "", List.of());
      int number = number(numbers, codec).orElseThrow();
      given.add(number);
      numbers = numbers.withPayloadType(number, codec, List.of());
    }
    assertThat(new HashSet<>(given)).hasSize(61);
    assertThat(given.subList(0, 32)).allMatch(number -> number >= 96 && number <= 127);
    assertThat(given.subList(32, 61)).allMatch(number -> number >= 35 && number <= 63);
    assertThat(number(numbers, VP8)).isEmpty();
  }

  @Test
  void extensionsOfOneByteComeFirstAnd15IsLeftOut() {
    MediaNumbers numbers = MediaNumbers.NONE;
    List<Integer> given = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int number = numbers.extension("urn:x:" + i).orElseThrow();
      given.add(number);
      numbers = numbers.withExtension(number, "urn:x:" + i);
    }
    assertThat(given)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18, 19, 20, 21);
    assertThat(numbers.extension("urn:x:3")).hasValue(4);
  }

  @Test
  void anEndlessMeaningIsNotRemembered() {
    String uri = "urn:" + "x".repeat(10_000);
    MediaNumbers numbers = MediaNumbers.NONE.learn(Built.text("audio", "0", "extmap:1 " + uri));
    assertThat(numbers.extensions()).containsEntry(1, "");
    assertThat(numbers.extension("urn:y")).hasValue(2);
  }
}
