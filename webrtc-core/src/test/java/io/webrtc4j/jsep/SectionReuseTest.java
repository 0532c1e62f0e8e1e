package io.webrtc4j.jsep;

import static io.webrtc4j.jsep.media.MediaKind.AUDIO;
import static io.webrtc4j.jsep.media.MediaKind.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.jsep.media.MediaCapabilities;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.MediaDescription;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Stopping, rejecting, and what becomes of the places (RFC 9429 §5.2.2). */
class SectionReuseTest {
  private final Peer ours = new Peer(1);
  private final Peer theirs = new Peer(2);

  @Test
  void stoppingEndsOnBothSidesWithTheNextRound() throws Exception {
    int id = ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    ours.offerTo(theirs);
    int other = theirs.state.transceivers().get(0).id();
    ours.stop(id);
    assertThat(ours.state.negotiationNeeded()).isTrue();
    assertThat(ours.transceiver(id).stopped()).isFalse();
    String offer = ours.offer();
    assertThat(port(ours, 0)).isZero();
    theirs.remote(SdpType.OFFER, offer);
    assertThat(theirs.transceiver(other).stopped()).isTrue();
    assertThat(Objects.requireNonNull(theirs.transceiver(other).remote()).direction())
        .isEqualTo(Direction.INACTIVE);
    ours.remote(SdpType.ANSWER, theirs.answer());
    assertThat(ours.state.has(id)).isFalse();
    assertThat(theirs.state.has(other)).isFalse();
    assertThat(ours.state.negotiationNeeded()).isFalse();
    BothEnds.agree(ours, theirs);
  }

  @Test
  void stoppingBeforeAnsweringIsNoRejection() throws Exception {
    ours.addTrack(AUDIO);
    theirs.remote(SdpType.OFFER, ours.offer());
    theirs.stop(theirs.only().id());
    ours.remote(SdpType.ANSWER, theirs.answer());
    assertThat(port(theirs, 0)).isEqualTo(9);
    assertThat(theirs.only().currentDirection()).isEqualTo(Direction.INACTIVE);
    assertThat(theirs.state.negotiationNeeded()).isTrue();
    theirs.offerTo(ours);
    assertThat(theirs.state.transceivers()).isEmpty();
    assertThat(ours.state.transceivers()).isEmpty();
  }

  @Test
  void whatIsStoppedBeforeItHasASectionGetsNone() throws Exception {
    int id = ours.addTrack(AUDIO);
    ours.stop(id);
    ours.addTrack(VIDEO);
    ours.offerTo(theirs);
    assertThat(ours.sections()).hasSize(1);
    assertThat(ours.state.has(id)).isFalse();
    assertThat(ours.state.negotiationNeeded()).isFalse();
  }

  @Test
  void stoppingAfterTheOfferWasCreatedWaitsForTheNext() throws Exception {
    int id = ours.addTrack(AUDIO);
    ours.state = ours.state.createOffer(false, ours.random);
    ours.stop(id);
    ours.state = ours.state.setLocal(SdpType.OFFER, Peer.text(ours.state.created()), ours.random);
    theirs.remote(SdpType.OFFER, Peer.text(ours.state.descriptions().pendingLocal()));
    ours.remote(SdpType.ANSWER, theirs.answer());
    assertThat(ours.transceiver(id).stopped()).isFalse();
    assertThat(ours.state.negotiationNeeded()).isTrue();
    ours.offerTo(theirs);
    assertThat(ours.state.has(id)).isFalse();
  }

  @Test
  void aPlaceIsTakenByTheNextUnderANewTag() throws Exception {
    int id = ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    ours.offerTo(theirs);
    ours.stop(id);
    int early = ours.addTrack(VIDEO);
    ours.offerTo(theirs);
    assertThat(ours.transceiver(early).index()).as("not before both know").isEqualTo(2);
    int late = ours.addTrack(VIDEO);
    ours.offerTo(theirs);
    assertThat(ours.transceiver(late).index()).isZero();
    assertThat(ours.mids()).containsExactly("3", "1", "2").doesNotHaveDuplicates();
    assertThat(ours.sections().get(0).media()).isEqualTo("video");
    BothEnds.agree(ours, theirs);
  }

  @Test
  void thePeerMayTakeThePlace() throws Exception {
    int id = ours.addTrack(AUDIO);
    ours.offerTo(theirs);
    ours.stop(id);
    ours.offerTo(theirs);
    theirs.addTrack(VIDEO);
    theirs.offerTo(ours);
    assertThat(ours.sections()).hasSize(1);
    assertThat(ours.only().kind()).isEqualTo(VIDEO);
    BothEnds.agree(ours, theirs);
  }

  @Test
  void offersThatRecycleAPlaceLeaveNoTransceiversBehind() throws Exception {
    theirs.addTrack(AUDIO);
    String offer = theirs.offer();
    ours.remote(SdpType.OFFER, offer);
    theirs.remote(SdpType.ANSWER, ours.answer());
    int known = ours.only().id();
    for (int i = 1; i < 10; i++) {
      String rejected = renamed(offer, i - 1).replace("m=audio 9", "m=audio 0");
      ours.remote(SdpType.OFFER, rejected);
      ours.remote(SdpType.OFFER, renamed(offer, i));
      assertThat(ours.state.transceivers())
          .as("one to roll back to, and one of the offer")
          .hasSize(2);
    }
    assertThat(ours.state.has(known)).isTrue();
    ours.answer();
    assertThat(ours.only().mid()).isEqualTo("9");
  }

  @Test
  void anAnswerThatRejectsStopsTheTransceiver() throws Exception {
    int id = ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    String offer = ours.offer();
    theirs.remote(SdpType.OFFER, offer);
    String answer =
        theirs.answer().replace("m=audio 9", "m=audio 0").replace("BUNDLE 0 1", "BUNDLE 1");
    ours.remote(SdpType.ANSWER, answer);
    assertThat(ours.state.has(id)).isFalse();
    assertThat(ours.state.transceivers()).hasSize(1);
    assertThat(ours.state.transports()).hasSize(1);
  }

  @Test
  void aRejectionWithoutACommonCodecLeavesThePlaceFree() throws Exception {
    Peer deaf =
        new Peer(
            3,
            BundlePolicy.BALANCED,
            new MediaCapabilities(
                MediaCapabilities.DEFAULT.codecs(VIDEO), MediaCapabilities.DEFAULT.extensions()));
    ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    ours.offerTo(deaf);
    assertThat(deaf.state.transceivers()).hasSize(1);
    ours.addTrack(VIDEO);
    ours.offerTo(deaf);
    assertThat(ours.sections()).hasSize(2);
    BothEnds.agree(ours, deaf);
  }

  @Test
  void dataThatThePeerRefusesIsOfferedAgainOnlyWhenWantedAgain() throws Exception {
    ours.wantData();
    ours.addTrack(AUDIO);
    theirs.remote(SdpType.OFFER, ours.offer());
    ours.remote(
        SdpType.ANSWER,
        theirs
            .answer()
            .replace("m=application 9", "m=application 0")
            .replace("BUNDLE 0 1", "BUNDLE 0"));
    assertThat(ours.state.dataNegotiated()).isFalse();
    assertThat(ours.state.dataMid()).isEmpty();
    assertThat(ours.state.negotiationNeeded()).isFalse();
    ours.addTrack(VIDEO);
    ours.wantData();
    assertThat(ours.state.negotiationNeeded()).isTrue();
    String offer = ours.offer();
    assertThat(offer.split("m=application", -1)).hasSize(2);
    assertThat(ours.state.dataMid()).contains("1");
  }

  @Test
  void dataComesLastOrFirstIfItIsAlwaysNegotiated() throws Exception {
    ours.wantData();
    ours.addTrack(AUDIO);
    ours.offer();
    assertThat(ours.sections())
        .extracting(MediaDescription::media)
        .containsExactly("audio", "application");
    Peer always = new Peer(3, BundlePolicy.BALANCED, MediaCapabilities.DEFAULT, true);
    assertThat(always.state.negotiationNeeded()).isFalse();
    always.addTrack(AUDIO);
    always.offerTo(theirs);
    assertThat(always.sections())
        .extracting(MediaDescription::media)
        .containsExactly("application", "audio");
    assertThat(always.state.dataNegotiated()).isTrue();
    always.wantData();
    assertThat(always.state.negotiationNeeded()).isFalse();
  }

  private static String renamed(String sdp, int mid) {
    return sdp.replace("a=mid:0", "a=mid:" + mid).replace("BUNDLE 0", "BUNDLE " + mid);
  }

  private static int port(Peer peer, int index) {
    return peer.sections().get(index).port();
  }
}
