package io.webrtc4j.jsep;

import static io.webrtc4j.jsep.media.MediaKind.AUDIO;
import static io.webrtc4j.jsep.media.MediaKind.VIDEO;
import static io.webrtc4j.jsep.media.NegotiationException.Kind.INVALID_MODIFICATION;
import static io.webrtc4j.jsep.media.NegotiationException.Kind.INVALID_STATE;
import static io.webrtc4j.jsep.media.NegotiationException.Kind.OPERATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.webrtc4j.jsep.media.Codec;
import io.webrtc4j.jsep.media.MediaCapabilities;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.session.TransportPlan;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Which of our own descriptions may be set (W3C WebRTC §4.4.2, setLocalDescription). */
class CreatedDescriptionsTest {
  private final Peer ours = new Peer(1);
  private final Peer theirs = new Peer(2);

  @Test
  void anOfferSaysWhatRfc9429Asks() throws Exception {
    ours.wantData();
    List<String> lines = createOffer().lines().toList();
    assertThat(lines.get(0)).isEqualTo("v=0");
    assertThat(lines.get(1)).matches("o=- \\d+ 0 IN IP4 0\\.0\\.0\\.0");
    assertThat(lines)
        .containsSequence("s=-", "t=0 0", "a=group:BUNDLE 0", "a=ice-options:trickle ice2")
        .containsSequence("m=application 9 UDP/DTLS/SCTP webrtc-datachannel", "c=IN IP4 0.0.0.0")
        .contains("a=mid:0", "a=setup:actpass", "a=sctp-port:5000", "a=max-message-size:262144");
  }

  @Test
  void anOfferOfNothingHasNoSection() throws Exception {
    assertThat(createOffer()).doesNotContain("m=").doesNotContain("BUNDLE");
    ours.offerTo(theirs);
    BothEnds.agree(ours, theirs);
  }

  @Test
  void onlyTheLastThatWasCreatedCanBeSet() throws Exception {
    ours.addTrack(AUDIO);
    String first = createOffer();
    String second = createOffer();
    assertThat(second).isNotEqualTo(first);
    refused(INVALID_MODIFICATION, SdpType.OFFER, first);
    refused(INVALID_MODIFICATION, SdpType.OFFER, second + "a=more\r\n");
    refused(INVALID_MODIFICATION, SdpType.ANSWER, second);
    refused(INVALID_STATE, SdpType.ANSWER, "");
    setLocal(SdpType.OFFER, second);
    theirs.remote(SdpType.OFFER, second);
    ours.remote(SdpType.ANSWER, theirs.answer());
    refused(INVALID_MODIFICATION, SdpType.OFFER, second);
  }

  @Test
  void theLastOfferCountsAlsoWhenAnAnswerWasCreatedSince() throws Exception {
    theirs.addTrack(VIDEO);
    String offer = createOffer();
    ours.remote(SdpType.OFFER, theirs.offer());
    ours.state = ours.state.createAnswer(ours.random);
    ours.remote(SdpType.ROLLBACK, "");
    setLocal(SdpType.OFFER, offer);
    assertThat(ours.state.signaling()).isEqualTo(SignalingState.HAVE_LOCAL_OFFER);
  }

  @Test
  void versionsGoUpByOne() throws Exception {
    ours.addTrack(AUDIO);
    String first = createOffer();
    setLocal(SdpType.OFFER, first);
    ours.rollback();
    String second = createOffer();
    assertThat(version(first)).isZero();
    assertThat(version(second)).isEqualTo(1);
    assertThat(Peer.parse(first).origin().sessionId())
        .isEqualTo(Peer.parse(second).origin().sessionId());
  }

  @Test
  void withoutAnArgumentTheLastIsTakenWhileItIsTrue() throws Exception {
    ours.addTrack(AUDIO);
    String offer = createOffer();
    JsepState before = ours.state;
    assertThat(ours.offer()).isEqualTo(offer);
    ours.state = before;
    ours.addTrack(VIDEO);
    assertThat(ours.offer()).isNotEqualTo(offer).contains("m=video");
  }

  @Test
  void withoutAnArgumentTheTypeFollowsFromTheState() throws Exception {
    ours.addTrack(AUDIO);
    ours.state = ours.state.setLocal(null, null, ours.random);
    assertThat(ours.state.signaling()).isEqualTo(SignalingState.HAVE_LOCAL_OFFER);
    theirs.remote(SdpType.OFFER, Peer.text(ours.state.descriptions().pendingLocal()));
    theirs.state = theirs.state.setLocal(null, "", theirs.random);
    assertThat(theirs.state.signaling()).isEqualTo(SignalingState.STABLE);
  }

  @Test
  void anAnswerToAnOlderOfferIsNoLongerGood() throws Exception {
    theirs.addTrack(AUDIO);
    ours.remote(SdpType.OFFER, theirs.offer());
    ours.state = ours.state.createAnswer(ours.random);
    String answer = Peer.text(ours.state.created());
    ours.remote(SdpType.OFFER, theirs.offer());
    refused(INVALID_MODIFICATION, SdpType.ANSWER, answer);
  }

  @Test
  void whatChangedSinceIsLeftForTheNextOffer() throws Exception {
    ours.addTrack(AUDIO);
    String offer = createOffer();
    int late = ours.addTrack(VIDEO);
    setLocal(SdpType.OFFER, offer);
    theirs.remote(SdpType.OFFER, offer);
    ours.remote(SdpType.ANSWER, theirs.answer());
    assertThat(ours.transceiver(late).mid()).isNull();
    assertThat(ours.state.negotiationNeeded()).isTrue();
  }

  @Test
  void provisionalAnswersAgreeAlreadyAndMayBeSeveral() throws Exception {
    ours.addTrack(AUDIO);
    ours.wantData();
    theirs.remote(SdpType.OFFER, ours.offer());
    for (int i = 0; i < 2; i++) {
      theirs.state = theirs.state.setLocal(SdpType.PRANSWER, null, theirs.random);
      ours.remote(SdpType.PRANSWER, Peer.text(theirs.state.descriptions().pendingLocal()));
    }
    assertThat(theirs.state.signaling()).isEqualTo(SignalingState.HAVE_LOCAL_PRANSWER);
    assertThat(ours.state.signaling()).isEqualTo(SignalingState.HAVE_REMOTE_PRANSWER);
    assertThat(Objects.requireNonNull(ours.state.transports().get(0).remote()).credentials())
        .isEqualTo(theirs.state.transports().get(0).local());
    assertThat(ours.only().currentDirection()).isNotNull();
    List<TransportPlan> begun = theirs.state.transports();
    ours.remote(SdpType.ANSWER, theirs.answer());
    assertThat(theirs.state.transports()).isEqualTo(begun);
    BothEnds.agree(ours, theirs);
  }

  @Test
  void aProvisionalAnswerGivesNoTransportUp() throws Exception {
    Peer all = new Peer(3, BundlePolicy.MAX_COMPAT, MediaCapabilities.DEFAULT);
    all.addTrack(AUDIO);
    all.addTrack(VIDEO);
    theirs.remote(SdpType.OFFER, all.offer());
    theirs.state = theirs.state.setLocal(SdpType.PRANSWER, null, theirs.random);
    String bundled = Peer.text(theirs.state.descriptions().pendingLocal());
    all.remote(SdpType.PRANSWER, bundled);
    assertThat(all.state.transports()).hasSize(2);
    all.remote(SdpType.ANSWER, bundled.replaceAll("a=group.*\r\n", ""));
    assertThat(all.state.transports()).hasSize(2).allMatch(each -> each.remote() != null);
  }

  @Test
  void provisionalAnswersMayBundleDifferently() throws Exception {
    Peer all = new Peer(3, BundlePolicy.MAX_COMPAT, MediaCapabilities.DEFAULT);
    all.addTrack(AUDIO);
    all.wantData();
    theirs.remote(SdpType.OFFER, all.offer());
    theirs.state = theirs.state.setLocal(SdpType.PRANSWER, null, theirs.random);
    String bundled = Peer.text(theirs.state.descriptions().pendingLocal());
    String apart = bundled.replaceAll("a=group.*\r\n", "");
    for (String answer : List.of(apart, bundled, apart)) {
      all.remote(SdpType.PRANSWER, answer);
      int data = all.state.transportOf("1").orElseThrow();
      assertThat(all.state.transports())
          .hasSize(2)
          .filteredOn(each -> Objects.requireNonNull(each.remote()).data() != null)
          .extracting(TransportPlan::id)
          .containsExactly(data);
    }
  }

  @Test
  void whatAProvisionalAnswerRejectsCanStillBeAccepted() throws Exception {
    List<Codec> codecs = MediaCapabilities.DEFAULT.codecs(VIDEO);
    int id = ours.addTrack(VIDEO);
    ours.wantData();
    ours.update(id, each -> each.withPreferredCodecs(List.of(codec(codecs, "VP8"))));
    theirs.remote(SdpType.OFFER, ours.offer());
    int other = theirs.only().id();
    theirs.update(other, each -> each.withPreferredCodecs(List.of(codec(codecs, "VP9"))));
    theirs.state = theirs.state.setLocal(SdpType.PRANSWER, null, theirs.random);
    assertThat(theirs.sections().get(0).port()).isZero();
    theirs.update(other, each -> each.withPreferredCodecs(List.of()));
    ours.remote(SdpType.ANSWER, theirs.answer());
    assertThat(theirs.sections().get(0).port()).isNotZero();
    BothEnds.agree(ours, theirs);
  }

  @Test
  void anOfferWithoutAPayloadTypeForAnyCodecIsRefusedAndSaysWhatToDo() throws Exception {
    theirs.addTrack(AUDIO);
    StringBuilder formats = new StringBuilder();
    StringBuilder meanings = new StringBuilder();
    String offer = theirs.offer();
    for (int i = 35; i < 128; i++) {
      if ((i < 64 || i >= 96) && !offer.contains("a=rtpmap:" + i + " ")) {
        formats.append(' ').append(i);
        meanings.append("a=rtpmap:").append(i).append(" other/8000\r\n");
      }
    }
    ours.remote(SdpType.OFFER, offer.replaceAll("(m=audio [^\r]*)", "$1" + formats) + meanings);
    ours.answer();
    int id = ours.addTrack(VIDEO);
    NegotiationException error =
        catchThrowableOfType(
            NegotiationException.class, () -> ours.state.createOffer(false, ours.random));
    assertThat(error.kind()).isEqualTo(OPERATION);
    assertThat(error).hasMessageContaining("payload types").hasMessageContaining("video");
    ours.stop(id);
    assertThat(createOffer()).contains("m=audio");
  }

  private static Codec codec(List<Codec> codecs, String name) {
    return codecs.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void candidatesGatheredMeanwhileAreListedWhenItIsSet() throws Exception {
    ours.wantData();
    String offer = createOffer();
    setLocal(SdpType.OFFER, offer);
    ours.rollback();
    setLocal(SdpType.OFFER, offer);
    TransportPlan plan = ours.state.transports().get(0);
    CandidateAttribute candidate =
        CandidateAttribute.parse("candidate:1 1 udp 1 192.0.2.1 4000 typ host");
    ours.state = ours.state.addLocalCandidate(plan.id(), plan.local().ufrag(), candidate);
    assertThat(Peer.text(ours.state.descriptions().pendingLocal())).contains("a=candidate:1 1 udp");
    assertThat(createOffer()).contains("a=candidate:1 1 udp");
  }

  @Test
  void nothingIsCreatedOutOfTurn() throws Exception {
    assertThat(kind(() -> ours.state.createAnswer(ours.random))).isEqualTo(INVALID_STATE);
    theirs.addTrack(AUDIO);
    ours.remote(SdpType.OFFER, theirs.offer());
    assertThat(kind(() -> ours.state.createOffer(false, ours.random))).isEqualTo(INVALID_STATE);
    JsepState closed = ours.state.close();
    assertThat(kind(() -> closed.createOffer(false, ours.random))).isEqualTo(INVALID_STATE);
    assertThat(kind(() -> closed.createAnswer(ours.random))).isEqualTo(INVALID_STATE);
    assertThat(kind(() -> closed.setLocal(null, null, ours.random))).isEqualTo(INVALID_STATE);
    assertThat(closed.transports()).isEmpty();
    assertThat(closed.negotiationNeeded()).isFalse();
    assertThat(closed.wantData()).isSameAs(closed);
    assertThat(closed.transceivers()).allMatch(Transceiver::stopped);
  }

  private String createOffer() throws NegotiationException {
    ours.state = ours.state.createOffer(false, ours.random);
    return Peer.text(ours.state.created());
  }

  private void setLocal(SdpType type, String sdp) throws NegotiationException {
    ours.state = ours.state.setLocal(type, sdp, ours.random);
  }

  private void refused(NegotiationException.Kind kind, SdpType type, String sdp) {
    assertThat(kind(() -> ours.state.setLocal(type, sdp, ours.random))).isEqualTo(kind);
  }

  private static NegotiationException.Kind kind(ThrowingCallable call) {
    return catchThrowableOfType(NegotiationException.class, call).kind();
  }

  private static long version(String sdp) {
    return Long.parseLong(Peer.parse(sdp).origin().sessionVersion());
  }
}
