package io.webrtc4j.interop.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;

/** Scenarios in which a sender sends several versions of one video. */
final class Simulcasts {
  private static final String[] RIDS = {"q", "h", "f"};
  private static final String ASKED_FOR =
      "a=rid:q recv\r\na=rid:h recv\r\na=rid:f recv\r\na=simulcast:recv q;h;f\r\n";

  static final List<Scenario> ALL =
      List.of(
          new Scenario("simulcast-3rids", Simulcasts::offered),
          new Scenario("simulcast-audio-data", Simulcasts::offeredAmongOthers),
          new Scenario("simulcast-sfu-offer-recv", Simulcasts::askedFor));

  private Simulcasts() {}

  private static void offered(Meeting meeting) {
    meeting
        .offerer()
        .addTransceiver(
            "video", TransceiverInit.of("sendonly").withTrackIn("stream").withRids(RIDS));
    meeting.negotiate();
    assertThat(offeredSection(meeting, 0).values("a=simulcast:")).containsExactly("send q;h;f");
    assertSentIfAccepted(meeting, 0, RIDS);
  }

  private static void offeredAmongOthers(Meeting meeting) {
    meeting.openChannel("d");
    meeting.offerer().addTrack("audio", "audio", "stream");
    meeting
        .offerer()
        .addTransceiver("video", TransceiverInit.PLAIN.withTrackIn("stream").withRids("lo", "hi"));
    meeting.negotiate();
    assertSentIfAccepted(meeting, 1, "lo", "hi");
    meeting.negotiate(meeting.answerer(), meeting.offerer());
    meeting.negotiate();
    assertSentIfAccepted(meeting, 1, "lo", "hi");
  }

  /** As a server asks for it: the offer to receive names the versions. */
  private static void askedFor(Meeting meeting) {
    meeting.offerer().addTransceiver("video", TransceiverInit.of("recvonly"));
    meeting.negotiate(
        meeting.offerer(),
        meeting.answerer(),
        offer -> offer.stripTrailing() + "\r\n" + ASKED_FOR,
        () -> {
          meeting.answerer().setDirection(0, "sendonly");
          meeting.answerer().replaceTrack(0, "video");
        },
        UnaryOperator.identity());
    Section answer = Section.of(meeting.answerer().view().localDescription()).get(0);
    assertThat(answer.values("a=simulcast:")).containsExactly("send q;h;f");
    assertThat(answer.values("a=rid:")).containsExactlyInAnyOrder("q send", "h send", "f send");
    assertThat(meeting.answerer().view().transceivers().get(0).rids()).containsExactly(RIDS);
  }

  /** Browsers refuse to receive simulcast, which leaves one version, the first. */
  private static void assertSentIfAccepted(Meeting meeting, int section, String... rids) {
    Section answer = Section.of(meeting.answerer().view().localDescription()).get(section);
    List<String> sent = meeting.offerer().view().negotiated().get(section).rids();
    if (answer.values("a=simulcast:").isEmpty()) {
      assertThat(sent.size()).as("versions sent, as %s", sent).isLessThanOrEqualTo(1);
    } else {
      assertThat(sent).containsExactly(rids);
    }
  }

  private static Section offeredSection(Meeting meeting, int section) {
    return Section.of(meeting.offerer().view().localDescription()).get(section);
  }
}
