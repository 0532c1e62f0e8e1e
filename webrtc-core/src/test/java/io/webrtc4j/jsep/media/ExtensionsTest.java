package io.webrtc4j.jsep.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 8285 §7. */
class ExtensionsTest {
  private static OfferedMedia audio(HeaderExtension... extensions) {
    return new OfferedMedia(
        MediaKind.AUDIO,
        Direction.SENDRECV,
        Built.audio().codecs(),
        false,
        List.of(extensions),
        null,
        List.of(),
        1);
  }

  private static HeaderExtension extension(String uri, Direction direction) {
    return new HeaderExtension(MediaKind.AUDIO, uri, direction);
  }

  private static List<String> answered(OfferedMedia media, String... offered) {
    return Built.lines(
        Built.answer(media, Built.text("audio", "0", offered)), "extmap", "extmap-allow-mixed");
  }

  @Test
  void theAnswerIsInTheDirectionThatBothAllow() {
    OfferedMedia media =
        audio(
            extension("urn:a", Direction.SENDRECV),
            extension("urn:b", Direction.SENDRECV),
            extension("urn:c", Direction.RECVONLY),
            extension("urn:d", Direction.RECVONLY),
            extension("urn:e", Direction.SENDONLY));
    assertThat(
            answered(
                media,
                "extmap:1/sendonly urn:a",
                "extmap:2 urn:b",
                "extmap:3 urn:c",
                "extmap:4/recvonly urn:d",
                "extmap:5/recvonly urn:e",
                "extmap:6/inactive urn:a2"))
        .containsExactly(
            "extmap:1/recvonly urn:a",
            "extmap:2 urn:b",
            "extmap:3/recvonly urn:c",
            "extmap:5/sendonly urn:e");
  }

  @Test
  void whatIsSwitchedOffIsNeitherOfferedNorAnswered() {
    OfferedMedia media = audio(extension("urn:a", Direction.INACTIVE));
    assertThat(answered(media, "extmap:1 urn:a")).isEmpty();
    assertThat(Built.lines(Built.offer(media), "extmap", "extmap-allow-mixed")).isEmpty();
  }

  @Test
  void anOfferSaysADirectionThatIsNotBoth() {
    OfferedMedia media =
        audio(extension("urn:a", Direction.SENDONLY), extension("urn:b", Direction.SENDRECV));
    assertThat(Built.lines(Built.offer(media), "extmap"))
        .containsExactly("extmap:1/sendonly urn:a", "extmap:2 urn:b");
  }

  @Test
  void twoByteNumbersNeedMixedHeaders() {
    OfferedMedia media = audio(extension("urn:a", Direction.SENDRECV));
    assertThat(answered(media, "extmap:16 urn:a")).isEmpty();
    assertThat(answered(media, "extmap:16 urn:a", "extmap-allow-mixed"))
        .containsExactly("extmap:16 urn:a", "extmap-allow-mixed");
  }

  @Test
  void aNumberAbove4095AsksForOneOfOurs() {
    OfferedMedia media =
        audio(extension("urn:a", Direction.SENDRECV), extension("urn:b", Direction.SENDRECV));
    assertThat(answered(media, "extmap:4096 urn:a", "extmap:1 urn:b"))
        .containsExactly("extmap:2 urn:a", "extmap:1 urn:b");
  }

  @Test
  void encryptedOnesAndRepeatedOnesAreLeftOut() {
    OfferedMedia media =
        audio(
            extension("urn:a", Direction.SENDRECV),
            extension("urn:ietf:params:rtp-hdrext:encrypt", Direction.SENDRECV));
    assertThat(
            answered(
                media,
                "extmap:1 urn:ietf:params:rtp-hdrext:encrypt urn:a",
                "extmap:2 urn:a",
                "extmap:3 urn:a"))
        .containsExactly("extmap:2 urn:a");
  }

  @Test
  void linesOfTheSessionCountForEachSection() throws Exception {
    String session =
        """
        v=0
        o=- 1 1 IN IP4 0.0.0.0
        s=-
        t=0 0
        a=extmap:5 urn:a
        a=extmap:6 urn:x
        a=extmap-allow-mixed
        a=recvonly
        """;
    MediaDescription offer =
        MediaSections.inherit(
            SessionDescription.parse(session), Built.text("audio", "0", "extmap:6 urn:b"));
    OfferedMedia media =
        audio(extension("urn:a", Direction.SENDRECV), extension("urn:b", Direction.SENDRECV));
    MediaDescription answer = Built.answer(media, offer);
    assertThat(Built.lines(answer, "extmap", "extmap-allow-mixed", "sendonly"))
        .containsExactly("extmap:6 urn:b", "extmap:5 urn:a", "extmap-allow-mixed", "sendonly");
  }

  @Test
  void moreThanFourteenAreOfferedWithTwoByteNumbers() {
    List<HeaderExtension> extensions = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      extensions.add(extension("urn:" + i, Direction.SENDRECV));
    }
    MediaDescription offer = Built.offer(audio(extensions.toArray(HeaderExtension[]::new)));
    assertThat(Built.extensionIds(offer))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18);
    assertThat(Built.lines(offer, "extmap-allow-mixed")).hasSize(1);
  }

  @Test
  void eachWayHasItsExtensions() {
    MediaDescription offer =
        Built.text(
            "audio",
            "0",
            "extmap:1 urn:both",
            "extmap:2/sendonly urn:ours",
            "extmap:3/recvonly urn:theirs",
            "extmap:4 urn:refused");
    MediaDescription answer =
        Built.text(
            "audio",
            "0",
            "extmap:1 urn:both",
            "extmap:2/recvonly urn:ours",
            "extmap:3/sendonly urn:theirs",
            "extmap:5 urn:new");
    MediaParameters agreed = MediaSections.negotiated(offer, answer, true);
    assertThat(agreed.sendExtensions())
        .containsExactly(
            new NegotiatedExtension("urn:both", 1), new NegotiatedExtension("urn:ours", 2));
    assertThat(agreed.receiveExtensions())
        .containsExactly(
            new NegotiatedExtension("urn:both", 1), new NegotiatedExtension("urn:theirs", 3));
    assertThat(agreed.mixedExtensions()).isFalse();
  }
}
