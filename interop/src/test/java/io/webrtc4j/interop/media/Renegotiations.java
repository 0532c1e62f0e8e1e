package io.webrtc4j.interop.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.interop.browser.BrowserPeer.Description;
import java.util.List;
import java.util.function.UnaryOperator;

/** Scenarios in which a connection that stands is changed. */
final class Renegotiations {
  static final List<Scenario> ALL =
      List.of(
          new Scenario("addtrack-renegotiation", Renegotiations::addTracksLater),
          new Scenario("data-added-later", Renegotiations::addDataLater),
          new Scenario("answerer-becomes-offerer", Renegotiations::answererOffers),
          new Scenario("answerer-adds", Renegotiations::answererAddsAndOffers),
          new Scenario("removetrack", Renegotiations::removeTrackAndAddAnother),
          new Scenario("hold-direction-change", Renegotiations::holdAndResume),
          new Scenario("hold-by-answerer", Renegotiations::holdByAnswerer),
          new Scenario("replacetrack", Renegotiations::replaceTrack),
          new Scenario(
              "ice-restart", meeting -> restartIce(meeting, meeting.offerer(), meeting.answerer())),
          new Scenario(
              "ice-restart-by-answerer",
              meeting -> restartIce(meeting, meeting.answerer(), meeting.offerer())),
          new Scenario("rollback-then-offer", Renegotiations::rollBackThenOffer),
          new Scenario("rollback-of-remote-offer", Renegotiations::rollBackRemoteOffer),
          new Scenario("implicit-rollback", Renegotiations::rollBackImplicitly));

  private Renegotiations() {}

  static void connectWithTracksAndData(Meeting meeting) {
    meeting.openChannel("d");
    FirstOffers.addTracks(meeting, "audio", "video");
    meeting.negotiate();
  }

  private static void addTracksLater(Meeting meeting) {
    meeting.openChannel("d");
    meeting.negotiate();
    FirstOffers.addTracksOf(meeting.offerer(), "audio", "video");
    meeting.negotiate();
    assertThat(meeting.answerer().view().tracks()).hasSize(2);
  }

  private static void addDataLater(Meeting meeting) {
    FirstOffers.addTracks(meeting, "audio");
    meeting.negotiate();
    meeting.openChannel("d");
    meeting.negotiate();
  }

  private static void answererOffers(Meeting meeting) {
    connectWithTracksAndData(meeting);
    meeting.negotiate(meeting.answerer(), meeting.offerer());
    meeting.negotiate();
  }

  private static void answererAddsAndOffers(Meeting meeting) {
    connectWithTracksAndData(meeting);
    meeting.answerer().addTrack("second", "video", "second");
    meeting.negotiate(meeting.answerer(), meeting.offerer());
    meeting.offerer().addTrack("third", "audio", "third");
    meeting.negotiate();
  }

  private static void removeTrackAndAddAnother(Meeting meeting) {
    connectWithTracksAndData(meeting);
    meeting.offerer().removeTrack("video");
    meeting.negotiate();
    assertThat(directions(meeting.offerer())).containsExactly("sendrecv", "recvonly");
    meeting.offerer().addTrack("another", "video", "stream");
    meeting.negotiate();
    // A sender that has sent is not used for another track (W3C WebRTC §5.1, addTrack).
    assertThat(directions(meeting.offerer())).containsExactly("sendrecv", "recvonly", "sendonly");
  }

  private static void holdAndResume(Meeting meeting) {
    connectWithTracksAndData(meeting);
    for (String direction : List.of("sendonly", "inactive", "recvonly", "sendrecv")) {
      meeting.offerer().setDirection(0, direction);
      meeting.offerer().setDirection(1, direction);
      meeting.negotiate();
      assertThat(directions(meeting.offerer())).containsExactly(direction, direction);
    }
  }

  private static void holdByAnswerer(Meeting meeting) {
    connectWithTracksAndData(meeting);
    for (String direction : List.of("recvonly", "inactive", "sendrecv")) {
      meeting.negotiate(() -> meeting.answerer().setDirection(0, direction));
      assertThat(directions(meeting.answerer())).containsExactly(direction, "sendrecv");
    }
  }

  private static void replaceTrack(Meeting meeting) {
    connectWithTracksAndData(meeting);
    meeting.offerer().replaceTrack(0, "audio");
    meeting.answerer().replaceTrack(1, "video");
    meeting.negotiate();
  }

  private static void restartIce(Meeting meeting, MediaPeer by, MediaPeer other) {
    connectWithTracksAndData(meeting);
    List<String> before = List.of(ufrag(by), ufrag(other));
    by.restartIce();
    meeting.negotiate(by, other);
    assertThat(List.of(ufrag(by), ufrag(other))).doesNotContainAnyElementsOf(before);
  }

  private static void rollBackThenOffer(Meeting meeting) {
    meeting.offerer().addTrack("audio", "audio", "stream");
    meeting.offerInVain(meeting.offerer());
    meeting.rollBack(meeting.offerer());
    meeting.openChannel("d");
    meeting.offerer().addTrack("video", "video", "stream");
    meeting.negotiate();
    assertThat(directions(meeting.offerer())).containsExactly("sendonly", "sendonly");
  }

  private static void rollBackRemoteOffer(Meeting meeting) {
    connectWithTracksAndData(meeting);
    meeting.offerer().addTrack("second", "video", "second");
    meeting.deliver(meeting.offerer(), meeting.answerer(), UnaryOperator.identity());
    meeting.rollBack(meeting.answerer());
    meeting.rollBack(meeting.offerer());
    meeting.negotiate(meeting.answerer(), meeting.offerer());
    assertThat(directions(meeting.offerer())).containsExactly("sendrecv", "sendrecv");
    meeting.negotiate();
    assertThat(directions(meeting.offerer())).containsExactly("sendrecv", "sendrecv", "sendonly");
  }

  /** Both offer; the answerer's offer gives way. */
  private static void rollBackImplicitly(Meeting meeting) {
    meeting.openChannel("d");
    meeting.offerer().addTrack("audio", "audio", "stream");
    FirstOffers.addTracksOf(meeting.answerer(), "audio", "video");
    meeting.offerInVain(meeting.answerer());
    Description offer = meeting.offerInVain(meeting.offerer());
    meeting.hand(offer, meeting.offerer(), meeting.answerer());
    meeting.deliver(meeting.answerer(), meeting.offerer(), UnaryOperator.identity());
    meeting.lookWhetherTheyAgree();
    meeting.negotiate(meeting.answerer(), meeting.offerer());
    assertThat(directions(meeting.offerer())).containsExactly("sendrecv", "recvonly");
  }

  private static String ufrag(MediaPeer peer) {
    return Section.of(peer.view().localDescription()).get(0).values("a=ice-ufrag:").get(0);
  }

  private static List<String> directions(MediaPeer peer) {
    return peer.view().negotiated().stream().map(PeerView.Transceiver::currentDirection).toList();
  }
}
