package io.webrtc4j.jsep;

import static io.webrtc4j.jsep.media.MediaKind.AUDIO;
import static io.webrtc4j.jsep.media.MediaKind.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.jsep.media.Encoding;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.MsidAttribute;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which transceiver has which section, and what flows (RFC 9429 §5.10). */
class AssociationTest {
  private final Peer ours = new Peer(1);
  private final Peer theirs = new Peer(2);

  @Test
  void tracksTakeTheSectionsOfTheirKindInTheirOrder() throws Exception {
    ours.addTrack(VIDEO);
    ours.addTrack(AUDIO);
    ours.addTrack(AUDIO);
    int first = theirs.addTrack(AUDIO);
    int second = theirs.addTrack(AUDIO);
    int video = theirs.addTrack(VIDEO);
    ours.offerTo(theirs);
    assertThat(theirs.state.transceivers()).hasSize(3);
    assertThat(theirs.transceiver(first).mid()).isEqualTo("1");
    assertThat(theirs.transceiver(second).mid()).isEqualTo("2");
    assertThat(theirs.transceiver(video).mid()).isEqualTo("0");
    assertThat(theirs.transceiver(video).currentDirection()).isEqualTo(Direction.SENDRECV);
    BothEnds.agree(ours, theirs);
  }

  @Test
  void whatAddTransceiverMadeTakesNoSection() throws Exception {
    ours.addTrack(AUDIO);
    int own = theirs.addTransceiver(AUDIO, Direction.SENDRECV);
    ours.offerTo(theirs);
    assertThat(theirs.transceiver(own).mid()).isNull();
    assertThat(theirs.state.transceivers()).hasSize(2);
    assertThat(theirs.state.transceivers().get(1).createdByRemote()).isTrue();
    assertThat(theirs.state.transceivers().get(1).direction()).isEqualTo(Direction.RECVONLY);
    assertThat(theirs.state.negotiationNeeded()).isTrue();
    theirs.offerTo(ours);
    BothEnds.agree(ours, theirs);
    assertThat(theirs.transceiver(own).mid()).isEqualTo("1");
  }

  @Test
  void aTrackTakesNoSectionWhereThePeerWouldNotReceive() throws Exception {
    ours.addTransceiver(AUDIO, Direction.SENDONLY);
    ours.addTransceiver(VIDEO, Direction.INACTIVE);
    int audio = theirs.addTrack(AUDIO);
    int video = theirs.addTrack(VIDEO);
    theirs.remote(SdpType.OFFER, ours.offer());
    assertThat(theirs.transceiver(audio).mid()).isNull();
    assertThat(theirs.transceiver(video).mid()).isNull();
    assertThat(theirs.state.transceivers()).hasSize(4);
  }

  @Test
  void directionsAreCutToWhatBothWant() throws Exception {
    for (Direction offered : Direction.values()) {
      for (Direction answered : Direction.values()) {
        Peer offerer = new Peer(1);
        Peer answerer = new Peer(2);
        int id = offerer.addTransceiver(AUDIO, offered);
        answerer.remote(SdpType.OFFER, offerer.offer());
        answerer.direct(answerer.only().id(), answered);
        offerer.remote(SdpType.ANSWER, answerer.answer());
        Direction agreed = offered.intersection(answered.reversed());
        assertThat(offerer.transceiver(id).currentDirection()).isEqualTo(agreed);
        assertThat(answerer.only().currentDirection()).isEqualTo(agreed.reversed());
        assertThat(offerer.transceiver(id).direction()).isEqualTo(offered);
        assertThat(offerer.state.negotiationNeeded()).isFalse();
        assertThat(answerer.state.negotiationNeeded()).isFalse();
      }
    }
  }

  @Test
  void holdAndResume() throws Exception {
    int id = ours.addTrack(AUDIO);
    int other = theirs.addTrack(AUDIO);
    ours.offerTo(theirs);
    ours.direct(id, Direction.INACTIVE);
    assertThat(ours.state.negotiationNeeded()).isTrue();
    ours.offerTo(theirs);
    assertThat(theirs.transceiver(other).currentDirection()).isEqualTo(Direction.INACTIVE);
    assertThat(theirs.transceiver(other).direction()).isEqualTo(Direction.SENDRECV);
    ours.direct(id, Direction.SENDRECV);
    ours.offerTo(theirs);
    assertThat(theirs.transceiver(other).currentDirection()).isEqualTo(Direction.SENDRECV);
    BothEnds.agree(ours, theirs);
  }

  @Test
  void thePeersStreamsAndTrackAreTold() throws Exception {
    int id = ours.addTrack(AUDIO);
    ours.update(id, each -> each.withSender(each.sender().withStreamIds(List.of("a", "b"))));
    theirs.remote(SdpType.OFFER, ours.offer());
    RemoteMedia remote = Objects.requireNonNull(theirs.only().remote());
    assertThat(remote.direction()).isEqualTo(Direction.SENDRECV);
    assertThat(remote.streamIds()).containsExactly("a", "b");
    assertThat(remote.trackId()).isEqualTo("track0");
  }

  @Test
  void aTrackWithoutAStreamBelongsToNoneAndOneThatSaysNothingToTheDefault() throws Exception {
    int id = ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    ours.update(id, each -> each.withSender(each.sender().withStreamIds(List.of())));
    String offer = ours.offer();
    assertThat(offer).contains("a=msid:- track0");
    theirs.remote(SdpType.OFFER, offer.replaceAll("a=msid:stream.*\r\n", ""));
    assertThat(streams(theirs, 0)).isEmpty();
    assertThat(streams(theirs, 1)).hasSize(1);
  }

  @Test
  void streamsAreKeptNamedWhenTheTrackIsRemoved() throws Exception {
    int id = ours.addTrack(AUDIO);
    ours.offerTo(theirs);
    ours.direct(id, Direction.RECVONLY);
    ours.offerTo(theirs);
    assertThat(ours.sections().get(0).has(MsidAttribute.class)).isTrue();
    assertThat(Objects.requireNonNull(theirs.only().remote()).streamIds()).isEmpty();
    assertThat(ours.state.negotiationNeeded()).isFalse();
  }

  @Test
  void anAnswererNamesItsStreamsAlsoWhereThePeerOnlySends() throws Exception {
    ours.addTransceiver(AUDIO, Direction.SENDONLY);
    theirs.remote(SdpType.OFFER, ours.offer());
    theirs.direct(theirs.only().id(), Direction.SENDRECV);
    ours.remote(SdpType.ANSWER, theirs.answer());
    assertThat(theirs.sections().get(0).has(MsidAttribute.class)).isTrue();
    assertThat(theirs.state.negotiationNeeded()).isFalse();
  }

  @Test
  void otherStreamsNeedNegotiation() throws Exception {
    int id = ours.addTrack(AUDIO);
    ours.offerTo(theirs);
    ours.update(id, each -> each.withSender(each.sender().withStreamIds(List.of("other"))));
    assertThat(ours.state.negotiationNeeded()).isTrue();
    ours.offerTo(theirs);
    assertThat(streams(theirs, 0)).containsExactly("other");
    assertThat(ours.state.negotiationNeeded()).isFalse();
  }

  @Test
  void sourcesStayTheSame() throws Exception {
    int id = ours.addTrack(VIDEO);
    ours.offerTo(theirs);
    Sender.Sources sources = ours.transceiver(id).sender().sources();
    assertThat(sources).isNotNull();
    ours.addTrack(VIDEO);
    ours.offerTo(theirs);
    assertThat(ours.transceiver(id).sender().sources()).isEqualTo(sources);
    assertThat(ours.local().write())
        .contains("a=ssrc-group:FID " + sources.ssrc() + " " + sources.rtxSsrc());
  }

  @Test
  void anOfferToReceiveSimulcastProposesEncodingsUntilItIsTakenBack() throws Exception {
    int id = ours.addTrack(VIDEO);
    String offer = simulcastOffer(theirs);
    ours.remote(SdpType.OFFER, offer);
    assertThat(ours.transceiver(id).sender().encodings())
        .extracting(Encoding::rid)
        .containsExactly("q", "h");
    assertThat(Objects.requireNonNull(ours.transceiver(id).remote()).simulcastRids())
        .containsExactly("q", "h");
    ours.remote(SdpType.ROLLBACK, "");
    assertThat(ours.transceiver(id).sender().encodings()).containsExactly(Encoding.UNNAMED);
    ours.remote(SdpType.OFFER, offer);
    String answer = ours.answer();
    assertThat(answer).contains("a=simulcast:send q;h");
    assertThat(Objects.requireNonNull(ours.transceiver(id).negotiated()).sendEncodings())
        .hasSize(2);
  }

  @Test
  void encodingsThatThePeerDoesNotTakeAreGivenUp() throws Exception {
    int all = ours.addSimulcast("q", "h", "f");
    int some = ours.addSimulcast("q", "h", "f");
    String offer = ours.offer();
    assertThat(offer).contains("a=simulcast:send q;h;f");
    theirs.remote(SdpType.OFFER, offer);
    String answer = theirs.answer();
    int second = answer.indexOf("m=video", answer.indexOf("a=mid:0"));
    ours.remote(
        SdpType.ANSWER,
        answer.substring(0, second)
            + answer.substring(second)
            + "a=rid:q recv\r\na=rid:f recv\r\na=simulcast:recv q;f\r\n");
    assertThat(ours.transceiver(all).sender().encodings()).hasSize(1);
    assertThat(ours.transceiver(some).sender().encodings())
        .extracting(Encoding::rid)
        .containsExactly("q", "f");
  }

  private static String simulcastOffer(Peer peer) throws Exception {
    peer.addTransceiver(VIDEO, Direction.RECVONLY);
    return peer.offer() + "a=rid:q recv\r\na=rid:h recv\r\na=simulcast:recv q;h\r\n";
  }

  private static List<String> streams(Peer peer, int index) {
    return Objects.requireNonNull(peer.state.transceivers().get(index).remote()).streamIds();
  }
}
