package io.webrtc4j.interop.media;

import io.webrtc4j.interop.Offerer;
import io.webrtc4j.testkit.browser.BrowserKind;
import java.util.List;

/** Scenarios of one offer and its answer. */
final class FirstOffers {
  static final List<Scenario> ALL =
      List.of(
          new Scenario("empty-offer", Meeting::negotiate),
          new Scenario("data-only", FirstOffers::dataOnly),
          new Scenario("audio-only", meeting -> sameTracks(meeting, "audio")),
          new Scenario("video-only", meeting -> sameTracks(meeting, "video")),
          new Scenario("av", meeting -> sameTracks(meeting, "audio", "video")),
          new Scenario("av-data", FirstOffers::audioVideoAndData),
          new Scenario("av-data-answer-recvonly", FirstOffers::answerThatOnlyReceives),
          new Scenario("two-audio-two-video", FirstOffers::twoOfEach),
          new Scenario("recvonly", FirstOffers::offerThatOnlyReceives),
          new Scenario("sendonly", meeting -> ofDirection(meeting, "sendonly")),
          new Scenario("inactive", meeting -> ofDirection(meeting, "inactive")),
          new Scenario("notrack-transceivers", FirstOffers::withoutTracks),
          new Scenario("no-stream-track", FirstOffers::tracksInNoStream),
          new Scenario("multi-stream-track", FirstOffers::tracksInSeveralStreams),
          new Scenario("separate-streams", FirstOffers::tracksInStreamsOfTheirOwn),
          new Scenario("legacy-offerToReceive", FirstOffers::offerToReceive),
          // Firefox has no such method, and the library not yet.
          new Scenario("hdrext-all", FirstOffers::allHeaderExtensions)
              .onlyWith(BrowserKind.CHROMIUM)
              .onlyIfFirst(Offerer.BROWSER));

  private FirstOffers() {}

  /** Both sides add a track of each kind, all of one stream. */
  static void addTracks(Meeting meeting, String... kinds) {
    addTracksOf(meeting.offerer(), kinds);
    addTracksOf(meeting.answerer(), kinds);
  }

  /** A track of each kind, called like it, all of one stream. */
  static void addTracksOf(MediaPeer peer, String... kinds) {
    for (String kind : kinds) {
      peer.addTrack(kind, kind, "stream");
    }
  }

  private static void sameTracks(Meeting meeting, String... kinds) {
    addTracks(meeting, kinds);
    meeting.negotiate();
  }

  private static void offerToReceive(Meeting meeting) {
    addTracksOf(meeting.answerer(), "audio", "video");
    meeting.offerer().offerToReceive();
    meeting.negotiate();
  }

  private static void allHeaderExtensions(Meeting meeting) {
    addTracks(meeting, "audio", "video");
    meeting.offerer().negotiateAllHeaderExtensions();
    meeting.negotiate();
  }

  private static void dataOnly(Meeting meeting) {
    meeting.openChannel("d");
    meeting.negotiate();
  }

  private static void audioVideoAndData(Meeting meeting) {
    meeting.openChannel("d");
    sameTracks(meeting, "audio", "video");
  }

  private static void answerThatOnlyReceives(Meeting meeting) {
    meeting.openChannel("d");
    addTracksOf(meeting.offerer(), "audio", "video");
    meeting.negotiate();
  }

  private static void twoOfEach(Meeting meeting) {
    for (int i = 0; i < 2; i++) {
      meeting.offerer().addTransceiver("audio", TransceiverInit.PLAIN);
      meeting.offerer().addTransceiver("video", TransceiverInit.PLAIN);
    }
    meeting.answerer().addTrack("one", "video", "stream");
    meeting.answerer().addTrack("two", "video", "stream");
    meeting.negotiate();
  }

  private static void offerThatOnlyReceives(Meeting meeting) {
    meeting.offerer().addTransceiver("audio", TransceiverInit.of("recvonly"));
    meeting.offerer().addTransceiver("video", TransceiverInit.of("recvonly"));
    addTracksOf(meeting.answerer(), "audio", "video");
    meeting.negotiate();
  }

  private static void ofDirection(Meeting meeting, String direction) {
    TransceiverInit init = TransceiverInit.of(direction).withTrackIn("stream");
    meeting.offerer().addTransceiver("audio", init);
    meeting.offerer().addTransceiver("video", init);
    meeting.negotiate();
  }

  private static void withoutTracks(Meeting meeting) {
    meeting.offerer().addTransceiver("audio", TransceiverInit.PLAIN);
    meeting.offerer().addTransceiver("video", TransceiverInit.PLAIN);
    meeting.negotiate();
  }

  private static void tracksInNoStream(Meeting meeting) {
    meeting.offerer().addTrack("audio", "audio");
    meeting.offerer().addTrack("video", "video");
    meeting.answerer().addTrack("audio", "audio");
    meeting.negotiate();
  }

  private static void tracksInSeveralStreams(Meeting meeting) {
    meeting.offerer().addTrack("audio", "audio", "one", "two", "three");
    meeting.answerer().addTrack("audio", "audio", "four", "five");
    meeting.negotiate();
  }

  private static void tracksInStreamsOfTheirOwn(Meeting meeting) {
    meeting.offerer().addTrack("first", "video", "one");
    meeting.offerer().addTrack("second", "video", "two");
    meeting.answerer().addTrack("first", "video", "one");
    meeting.answerer().addTrack("second", "video", "two");
    meeting.negotiate();
  }
}
