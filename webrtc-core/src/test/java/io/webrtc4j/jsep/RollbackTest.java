package io.webrtc4j.jsep;

import static io.webrtc4j.jsep.media.MediaKind.AUDIO;
import static io.webrtc4j.jsep.media.MediaKind.VIDEO;
import static io.webrtc4j.jsep.media.NegotiationException.Kind.INVALID_STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.sdp.Direction;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What taking an offer back undoes (RFC 9429 §5.7), and glare. */
class RollbackTest {
  private final Peer ours = new Peer(1);
  private final Peer theirs = new Peer(2);

  @Test
  void ourFirstOfferLeavesNothingBehind() throws Exception {
    int id = ours.addTrack(AUDIO);
    ours.offer();
    assertThat(ours.transceiver(id).mid()).isEqualTo("0");
    ours.rollback();
    assertThat(ours.state.signaling()).isEqualTo(SignalingState.STABLE);
    assertThat(ours.state.descriptions()).isEqualTo(Descriptions.NONE);
    assertThat(ours.transceiver(id).mid()).isNull();
    assertThat(ours.transceiver(id).index()).isEqualTo(Transceiver.NO_INDEX);
    assertThat(ours.state.transports()).isEmpty();
    assertThat(ours.state.negotiationNeeded()).isTrue();
  }

  @Test
  void thePeersFirstOfferTakesItsTransceiversAway() throws Exception {
    ours.addTrack(AUDIO);
    ours.wantData();
    theirs.remote(SdpType.OFFER, ours.offer());
    assertThat(theirs.state.transceivers()).hasSize(1);
    assertThat(theirs.state.canTrickleIceCandidates()).isTrue();
    theirs.remote(SdpType.ROLLBACK, "");
    assertThat(theirs.state.transceivers()).isEmpty();
    assertThat(theirs.state.canTrickleIceCandidates()).isNull();
    assertThat(theirs.state.transportOf("0")).isEmpty();
    assertThat(theirs.state.dataMid()).isEmpty();
  }

  @Test
  void aTransceiverThatWasGivenATrackMeanwhileStays() throws Exception {
    ours.addTrack(AUDIO);
    String offer = ours.offer();
    theirs.remote(SdpType.OFFER, offer);
    int id = theirs.only().id();
    theirs.update(id, each -> each.withAddedByAddTrack().withDirection(Direction.SENDRECV));
    theirs.remote(SdpType.ROLLBACK, "");
    assertThat(theirs.transceiver(id).mid()).isNull();
    assertThat(theirs.transceiver(id).remote()).isNull();
    theirs.remote(SdpType.OFFER, offer);
    assertThat(theirs.only().id()).isEqualTo(id);
    assertThat(theirs.transceiver(id).mid()).isEqualTo("0");
  }

  @Test
  void aLaterOfferLeavesWhatWasAgreed() throws Exception {
    int id = ours.addTrack(AUDIO);
    theirs.addTrack(AUDIO);
    ours.offerTo(theirs);
    JsepState before = ours.state;
    ours.direct(id, Direction.INACTIVE);
    int added = ours.addTrack(VIDEO);
    ours.state = ours.state.restartIce();
    ours.offer();
    assertThat(ours.state.transports()).isNotEqualTo(before.transports());
    ours.rollback();
    assertThat(ours.state.transports()).isEqualTo(before.transports());
    assertThat(ours.state.descriptions()).isEqualTo(before.descriptions());
    assertThat(ours.transceiver(id).currentDirection()).isEqualTo(Direction.SENDRECV);
    assertThat(ours.transceiver(id).mid()).isEqualTo("0");
    assertThat(ours.transceiver(added).mid()).isNull();
    assertThat(ours.state.negotiationNeeded()).isTrue();
  }

  @Test
  void thePeersLaterOfferLeavesItsStreamsAsTheyWere() throws Exception {
    int id = ours.addTrack(AUDIO);
    ours.offerTo(theirs);
    RemoteMedia before = theirs.only().remote();
    ours.direct(id, Direction.INACTIVE);
    theirs.remote(SdpType.OFFER, ours.offer());
    assertThat(theirs.only().remote()).isNotEqualTo(before);
    theirs.remote(SdpType.ROLLBACK, "");
    assertThat(theirs.only().remote()).isEqualTo(before);
  }

  @Test
  void numbersThatOnlyTheOfferKnewAreForgotten() throws Exception {
    ours.addTrack(VIDEO);
    String odd = ours.offer().replace("a=rtpmap:96 VP8", "a=rtpmap:96 H265");
    theirs.remote(SdpType.OFFER, odd);
    theirs.state = theirs.state.createAnswer(theirs.random);
    theirs.remote(SdpType.ROLLBACK, "");
    theirs.addTrack(VIDEO);
    assertThat(theirs.offer()).contains("a=rtpmap:96 VP8/90000");
  }

  @Test
  void inGlareThePeersOfferWins() throws Exception {
    int mine = ours.addTrack(AUDIO);
    theirs.addTrack(VIDEO);
    theirs.addTrack(AUDIO);
    ours.offer();
    ours.remote(SdpType.OFFER, theirs.offer());
    assertThat(ours.state.signaling()).isEqualTo(SignalingState.HAVE_REMOTE_OFFER);
    assertThat(ours.state.descriptions().pendingLocal()).isNull();
    assertThat(ours.transceiver(mine).mid()).isEqualTo("1");
    theirs.remote(SdpType.ANSWER, ours.answer());
    BothEnds.agree(ours, theirs);
  }

  @Test
  void aMalformedOfferInGlareLeavesOursInPlace() throws Exception {
    ours.addTrack(AUDIO);
    ours.offer();
    JsepState before = ours.state;
    NegotiationException error =
        catchThrowableOfType(
            NegotiationException.class, () -> ours.remote(SdpType.OFFER, "v=0\r\nnonsense"));
    assertThat(error.kind()).isEqualTo(NegotiationException.Kind.OPERATION);
    assertThat(ours.state).isSameAs(before);
  }

  @Test
  void theSameOfferCanBeSetAgain() throws Exception {
    ours.addTrack(AUDIO);
    ours.wantData();
    ours.state = ours.state.createOffer(false, ours.random);
    String offer = Peer.text(ours.state.created());
    ours.state = ours.state.setLocal(SdpType.OFFER, offer, ours.random);
    int first = ours.state.transports().get(0).id();
    ours.rollback();
    ours.state = ours.state.setLocal(SdpType.OFFER, offer, ours.random);
    assertThat(ours.state.transports().get(0).id()).isNotEqualTo(first);
    theirs.remote(SdpType.OFFER, offer);
    ours.remote(SdpType.ANSWER, theirs.answer());
    BothEnds.agree(ours, theirs);
  }

  @Test
  void aProvisionalAnswerCannotBeTakenBack() throws Exception {
    ours.addTrack(AUDIO);
    theirs.remote(SdpType.OFFER, ours.offer());
    theirs.state = theirs.state.setLocal(SdpType.PRANSWER, null, theirs.random);
    NegotiationException error = catchThrowableOfType(NegotiationException.class, theirs::rollback);
    assertThat(error.kind()).isEqualTo(INVALID_STATE);
    assertThat(Objects.requireNonNull(error.getMessage())).contains("have-local-pranswer");
  }

  @Test
  void whatStoppedStaysStopped() throws Exception {
    int id = ours.addTrack(AUDIO);
    ours.offerTo(theirs);
    ours.stop(id);
    theirs.remote(SdpType.OFFER, ours.offer());
    theirs.remote(SdpType.ROLLBACK, "");
    ours.rollback();
    assertThat(theirs.only().stopped()).isTrue();
    assertThat(theirs.state.negotiationNeeded()).isTrue();
    theirs.offerTo(ours);
    assertThat(theirs.state.transceivers()).isEmpty();
    assertThat(ours.state.transceivers()).isEmpty();
  }
}
