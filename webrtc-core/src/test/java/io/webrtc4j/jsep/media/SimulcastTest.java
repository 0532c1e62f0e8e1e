package io.webrtc4j.jsep.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.MediaDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** RFC 8853 §5.3, as browsers use it. */
class SimulcastTest {
  private static final String[] CODEC = {"rtpmap:96 VP8/90000"};

  private static OfferedMedia sending(Direction direction, Encoding... encodings) {
    SentMedia sent =
        new SentMedia(List.of("s"), "t", "c", 1_000, OptionalLong.of(2_000), List.of(encodings));
    return OfferedMedia.of(MediaKind.VIDEO, direction, MediaCapabilities.DEFAULT, sent);
  }

  private static OfferedMedia forwarding(List<String> receiveRids, int maxReceiveEncodings) {
    return new OfferedMedia(
        MediaKind.VIDEO,
        Direction.RECVONLY,
        MediaCapabilities.DEFAULT.codecs(),
        false,
        MediaCapabilities.DEFAULT.extensions(),
        null,
        receiveRids,
        maxReceiveEncodings);
  }

  private static Encoding active(String rid) {
    return new Encoding(rid, true);
  }

  private static Encoding paused(String rid) {
    return new Encoding(rid, false);
  }

  private static MediaDescription vp8(String... more) {
    List<String> lines = new ArrayList<>(List.of(CODEC));
    lines.addAll(List.of(more));
    return Built.text("video", "96", lines.toArray(String[]::new));
  }

  private static List<String> simulcast(MediaDescription section) {
    return Built.lines(section, "rid", "simulcast");
  }

  private static MediaDescription offered(Encoding... encodings) {
    return Built.offer(sending(Direction.SENDONLY, encodings));
  }

  @Test
  void severalVersionsAreOfferedByNameAndWithoutSources() {
    MediaDescription offer = offered(active("q"), paused("h"), active("f"));
    assertThat(simulcast(offer))
        .containsExactly("rid:q send", "rid:h send", "rid:f send", "simulcast:send q;~h;f");
    assertThat(Built.lines(offer, "ssrc", "ssrc-group")).isEmpty();
  }

  @Test
  void oneVersionIsNoSimulcast() {
    MediaDescription offer = offered(active("q"));
    assertThat(simulcast(offer)).isEmpty();
    assertThat(Built.lines(offer, "ssrc")).hasSize(2);
  }

  @Test
  void whatDoesNotSendOffersNoVersions() {
    OfferedMedia media = sending(Direction.RECVONLY, active("q"), active("h"));
    assertThat(simulcast(Built.offer(media))).isEmpty();
  }

  @Test
  void aForwardingServerOffersToReceive() {
    MediaDescription offer = Built.offer(forwarding(List.of("q", "h", "q"), 1));
    assertThat(simulcast(offer)).containsExactly("rid:q recv", "rid:h recv", "simulcast:recv q;h");
  }

  @Test
  void anAnswerWithoutSimulcastLeavesTheFirstVersion() {
    MediaDescription offer = offered(active("q"), active("h"));
    MediaParameters agreed = MediaSections.negotiated(offer, vp8("recvonly"), true);
    assertThat(agreed.sendEncodings()).containsExactly(active("q"));
  }

  @Test
  void anAnswerLeavesTheVersionsThatItNames() {
    MediaDescription offer = offered(active("q"), active("h"), paused("f"));
    MediaDescription answer =
        vp8("recvonly", "rid:f recv", "rid:q recv", "simulcast:recv f;~q", "rid:x recv");
    assertThat(MediaSections.negotiated(offer, answer, true).sendEncodings())
        .containsExactly(paused("q"), paused("f"));
    MediaDescription others = vp8("recvonly", "rid:x recv", "simulcast:recv x");
    assertThat(MediaSections.negotiated(offer, others, true).sendEncodings())
        .containsExactly(active("q"));
  }

  @Test
  void withoutSimulcastThereIsOneVersionWithoutAName() {
    MediaDescription offer = Built.offer(Built.video());
    MediaParameters agreed = MediaSections.negotiated(offer, vp8(), true);
    assertThat(agreed.sendEncodings()).containsExactly(Encoding.UNNAMED);
    assertThat(agreed.receiveEncodings()).isEmpty();
  }

  @Test
  void aServersOfferAsksForItsVersions() {
    MediaDescription offer =
        vp8(
            "recvonly",
            "rid:q recv",
            "rid:h recv",
            "rid:h2 recv",
            "rid:f recv",
            "rid:s send",
            "simulcast:recv q;h,h2;~f;q;s");
    assertThat(MediaSections.simulcastToSend(offer))
        .containsExactly(active("q"), active("h"), paused("f"));
    assertThat(MediaSections.simulcastToSend(vp8("rid:q recv"))).isEmpty();
  }

  @Test
  void weAnswerAServerWithTheVersionsThatWeHave() {
    MediaDescription offer =
        vp8("recvonly", "rid:q recv", "rid:h recv", "rid:f recv", "simulcast:recv q;h;f");
    OfferedMedia media = sending(Direction.SENDRECV, active("q"), paused("f"), active("x"));
    MediaDescription answer = Built.answer(media, offer);
    assertThat(simulcast(answer))
        .containsExactly("rid:q send", "rid:f send", "simulcast:send q;~f");
    assertThat(Built.lines(answer, "ssrc")).isEmpty();
    assertThat(MediaSections.negotiated(answer, offer, false).sendEncodings())
        .containsExactly(active("q"), paused("f"));
  }

  @Test
  void whoReceivesOnlyAnswersAServerWithoutVersions() {
    MediaDescription offer = vp8("recvonly", "rid:q recv", "rid:h recv", "simulcast:recv q;h");
    OfferedMedia media = sending(Direction.RECVONLY, active("q"), active("h"));
    assertThat(simulcast(Built.answer(media, offer))).isEmpty();
  }

  @Test
  void offeredSimulcastIsTakenByWhoAsksForIt() {
    MediaDescription offer = CapturedPair.section("chromium/simulcast-3rids.offer.sdp", 0);
    assertThat(simulcast(Built.answer(forwarding(List.of(), 1), offer))).isEmpty();
    MediaDescription two = Built.answer(forwarding(List.of(), 2), offer);
    assertThat(simulcast(two)).containsExactly("rid:q recv", "rid:h recv", "simulcast:recv q;h");
    assertThat(MediaSections.negotiated(two, offer, false).receiveEncodings())
        .containsExactly(active("q"), active("h"));
  }

  /** RFC 8851 §6.3: an answer is never less restrictive, nor has what it does not know. */
  @Test
  void restrictionsAreAnsweredAsTheyAreOffered() {
    MediaDescription offer =
        vp8(
            "sendonly",
            "rid:a send pt=96,98;max-width=640;max-fps=30",
            "rid:b send pt=98",
            "rid:c send shape=round",
            "rid:d send",
            "simulcast:send a;b;c;~d");
    assertThat(simulcast(Built.answer(forwarding(List.of(), 8), offer)))
        .containsExactly(
            "rid:a recv pt=96;max-width=640;max-fps=30", "rid:d recv", "simulcast:recv a;d");
  }

  @Test
  void bothWaysMayHaveVersions() {
    MediaDescription offer =
        vp8("rid:a send", "rid:b send", "rid:q recv", "rid:h recv", "simulcast:send a;b recv q;h");
    OfferedMedia sending = sending(Direction.SENDRECV, active("q"), active("h"));
    OfferedMedia media =
        new OfferedMedia(
            MediaKind.VIDEO,
            Direction.SENDRECV,
            sending.codecs(),
            false,
            sending.extensions(),
            sending.sent(),
            List.of(),
            4);
    MediaDescription answer = Built.answer(media, offer);
    assertThat(simulcast(answer))
        .containsExactly(
            "rid:q send", "rid:h send", "rid:a recv", "rid:b recv", "simulcast:send q;h recv a;b");
    MediaParameters agreed = MediaSections.negotiated(answer, offer, false);
    assertThat(agreed.sendEncodings()).containsExactly(active("q"), active("h"));
    assertThat(agreed.receiveEncodings()).containsExactly(active("a"), active("b"));
  }

  @Test
  void noMoreVersionsAreAskedOfUsThanTheLimit() {
    List<String> lines = new ArrayList<>();
    List<String> rids = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      lines.add("rid:r" + i + " recv");
      rids.add("r" + i);
    }
    lines.add("simulcast:recv " + String.join(";", rids));
    assertThat(MediaSections.simulcastToSend(vp8(lines.toArray(String[]::new))))
        .hasSize(MediaLimits.MAX_ENCODINGS)
        .startsWith(active("r0"));
  }
}
