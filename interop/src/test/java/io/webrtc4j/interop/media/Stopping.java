package io.webrtc4j.interop.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Scenarios in which sections end, are refused or are used again. */
final class Stopping {
  static final List<Scenario> ALL =
      List.of(
          new Scenario("stopped-transceiver", Stopping::stopOne),
          new Scenario("stopped-first-of-bundle", Stopping::stopFirst),
          new Scenario("stopped-first-by-answerer", Stopping::answererStopsFirst),
          new Scenario("all-stopped-but-data", Stopping::stopAll),
          new Scenario("first-recycled", Stopping::stopFirstAndAddAnother),
          new Scenario("stopped-by-answerer", Stopping::answererStopsAndOffers),
          new Scenario("stopped-then-recycled", Stopping::stopAndAddAnother),
          new Scenario("stopped-then-recycled-by-answerer", Stopping::answererAddsAnother),
          new Scenario("rejected-mline-by-answerer", Stopping::answererStopsBeforeItAnswers));

  private Stopping() {}

  private static void stopOne(Meeting meeting) {
    Renegotiations.connectWithTracksAndData(meeting);
    meeting.offerer().stop(1);
    meeting.negotiate();
    assertNegotiated(meeting, 1);
  }

  private static void stopFirst(Meeting meeting) {
    Renegotiations.connectWithTracksAndData(meeting);
    meeting.offerer().stop(0);
    meeting.negotiate();
    assertNegotiated(meeting, 1);
    meeting.negotiate(meeting.answerer(), meeting.offerer());
  }

  private static void answererStopsFirst(Meeting meeting) {
    Renegotiations.connectWithTracksAndData(meeting);
    meeting.answerer().stop(0);
    meeting.negotiate(meeting.answerer(), meeting.offerer());
    assertNegotiated(meeting, 1);
  }

  private static void stopAll(Meeting meeting) {
    Renegotiations.connectWithTracksAndData(meeting);
    meeting.offerer().stop(1);
    meeting.offerer().stop(0);
    meeting.negotiate();
    assertNegotiated(meeting, 0);
  }

  /** The new first section stands for the bundle. */
  private static void stopFirstAndAddAnother(Meeting meeting) {
    stopFirst(meeting);
    meeting.offerer().addTransceiver("audio", TransceiverInit.PLAIN);
    meeting.negotiate();
    assertNegotiated(meeting, 2);
  }

  private static void answererStopsAndOffers(Meeting meeting) {
    Renegotiations.connectWithTracksAndData(meeting);
    meeting.answerer().stop(1);
    meeting.negotiate(meeting.answerer(), meeting.offerer());
    assertNegotiated(meeting, 1);
  }

  private static void stopAndAddAnother(Meeting meeting) {
    stopOne(meeting);
    meeting.offerer().addTransceiver("video", TransceiverInit.PLAIN);
    meeting.negotiate();
    assertNegotiated(meeting, 2);
    assertThat(Section.of(meeting.offerer().view().localDescription())).hasSize(3);
  }

  private static void answererAddsAnother(Meeting meeting) {
    stopOne(meeting);
    meeting.answerer().addTrack("another", "audio", "another");
    meeting.negotiate(meeting.answerer(), meeting.offerer());
    assertNegotiated(meeting, 2);
  }

  /** Which makes the section inactive first, and ends it with the next offer. */
  private static void answererStopsBeforeItAnswers(Meeting meeting) {
    meeting.openChannel("d");
    meeting.offerer().addTransceiver("audio", TransceiverInit.PLAIN);
    meeting.offerer().addTransceiver("video", TransceiverInit.PLAIN);
    meeting.negotiate(() -> meeting.answerer().stop(1));
    assertThat(meeting.offerer().view().transceivers().get(1).currentDirection())
        .isEqualTo("inactive");
    meeting.negotiate(meeting.answerer(), meeting.offerer());
    assertNegotiated(meeting, 1);
  }

  private static void assertNegotiated(Meeting meeting, int transceivers) {
    assertThat(meeting.offerer().view().negotiated()).hasSize(transceivers);
    assertThat(meeting.answerer().view().negotiated()).hasSize(transceivers);
  }
}
