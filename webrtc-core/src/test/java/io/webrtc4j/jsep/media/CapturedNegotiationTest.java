package io.webrtc4j.jsep.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.webrtc4j.sdp.ExtmapAttribute;
import io.webrtc4j.sdp.MediaDescription;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against what browsers and Janus really wrote. */
class CapturedNegotiationTest {
  private static final List<CapturedPair> PAIRS = CapturedPair.all();

  /**
   * What browsers have and {@link MediaCapabilities#DEFAULT} has not: comfort noise, which needs an
   * encoder's help; error correction of video, with its red, which would take the place of plain
   * video on the wire; profiles beyond those of cameras.
   */
  private static boolean isBeyondDefault(Format format, List<Format> all) {
    Codec codec = format.codec();
    String identity = CodecIdentity.of(codec);
    boolean ofRed =
        codec.isRtx()
            && all.stream()
                .anyMatch(red -> red.codec().isRed() && format.isRtxOf(red.payloadType()));
    return codec.is(Codec.COMFORT_NOISE)
        || codec.isForwardErrorCorrection()
        || (codec.isRed() && codec.kind() == MediaKind.VIDEO)
        || ofRed
        || identity.contains("HIGH_444")
        || identity.contains("profile-id=1")
        || identity.contains("profile-id=3")
        || identity.contains("profile=1");
  }

  static List<CapturedPair> pairs() {
    return PAIRS;
  }

  static List<CapturedPair> browserPairs() {
    return pairs().stream().filter(pair -> !pair.name().startsWith("janus")).toList();
  }

  @Test
  void thereAreEnough() {
    assertThat(pairs()).hasSizeGreaterThan(80);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void noneContradictsItself(CapturedPair pair) {
    assertThatCode(() -> MediaSections.check(pair.offer())).doesNotThrowAnyException();
    assertThatCode(() -> MediaSections.check(pair.answer())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("browserPairs")
  void weAnswerTheCodecsThatTheBrowserAnswered(CapturedPair pair) {
    List<Format> answered = Formats.of(pair.answer());
    List<String> expected =
        answered.stream()
            .filter(format -> !isBeyondDefault(format, answered))
            .map(format -> format.payloadType() + " " + format.meaning())
            .toList();
    List<String> ours =
        Formats.of(Built.answer(Built.media(pair.kind()), pair.offer())).stream()
            .map(format -> format.payloadType() + " " + format.meaning())
            .toList();
    assertThat(ours).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void withThePeersCapabilitiesWeAnswerWhatItAnswered(CapturedPair pair) {
    MediaDescription ours = Built.answer(Built.capabilitiesOf(pair.answer()), pair.offer());
    String[] names = {"rtpmap", "fmtp", "rtcp-mux", "rtcp-rsize"};
    // Firefox writes the one channel of G722 and of telephone events.
    assertThat(Built.lines(ours, names))
        .containsAll(
            Built.lines(pair.answer(), names).stream()
                .map(line -> line.replaceFirst("/8000/1$", "/8000"))
                .toList());
    assertThat(extensions(ours)).containsExactlyInAnyOrderElementsOf(extensions(pair.answer()));
  }

  private static List<String> extensions(MediaDescription section) {
    return section.attributes(ExtmapAttribute.class).stream()
        .filter(extmap -> extmap.attributes().isEmpty())
        .map(extmap -> extmap.text())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void bothSidesSeeTheSameAgreement(CapturedPair pair) {
    MediaDescription answer = Built.answer(Built.media(pair.kind()), pair.offer());
    MediaParameters answerer = MediaSections.negotiated(answer, pair.offer(), false);
    MediaParameters offerer = MediaSections.negotiated(pair.offer(), answer, true);
    assertThat(numbers(answerer.send())).isNotEmpty();
    assertThat(numbers(answerer.send()))
        .containsExactlyInAnyOrderElementsOf(numbers(offerer.receive()));
    assertThat(numbers(answerer.receive()))
        .containsExactlyInAnyOrderElementsOf(numbers(offerer.send()));
    assertThat(answerer.sendExtensions()).isEqualTo(offerer.receiveExtensions());
    assertThat(answerer.receiveExtensions()).isEqualTo(offerer.sendExtensions());
  }

  private static List<String> numbers(List<NegotiatedCodec> codecs) {
    return codecs.stream()
        .map(
            codec ->
                codec.payloadType()
                    + " "
                    + CodecIdentity.of(codec.codec())
                    + " "
                    + codec.codec().feedback().stream().sorted().toList()
                    + " "
                    + codec.rtxPayloadType())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void ourOfferHasACodecForThePeer(CapturedPair pair) {
    OfferedMedia media = Built.media(pair.kind());
    MediaDescription offer = Built.offer(media);
    OfferedMedia peer = Built.capabilitiesOf(pair.answer());
    MediaParameters agreed = MediaSections.negotiated(offer, Built.answer(peer, offer), true);
    assertThat(agreed.send()).isNotEmpty();
    assertThat(numbers(agreed.send()))
        .containsExactlyInAnyOrderElementsOf(numbers(agreed.receive()));
  }
}
