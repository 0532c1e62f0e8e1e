package io.webrtc4j.jsep;

import static io.webrtc4j.jsep.media.MediaKind.AUDIO;
import static io.webrtc4j.jsep.media.NegotiationException.Kind.INVALID_STATE;
import static io.webrtc4j.jsep.media.NegotiationException.Kind.OPERATION;
import static io.webrtc4j.jsep.media.NegotiationException.Kind.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.SdpParseException;
import io.webrtc4j.session.RemotePlan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Candidates that the peer trickles: where they go, and who is told. */
class RemoteCandidatesTest {
  private final Peer ours = new Peer(1);
  private final Peer theirs = new Peer(2);

  @BeforeEach
  void anOffer() throws Exception {
    theirs.addTrack(AUDIO);
    theirs.wantData();
    ours.addTrack(AUDIO);
    ours.remote(SdpType.OFFER, theirs.offer());
  }

  @Test
  void beforeTheAnswerTheyWaitInTheDescription() throws Exception {
    assertThat(trickle(candidate(4000), "0", null, null)).isEmpty();
    assertThat(Peer.text(ours.state.descriptions().pendingRemote())).contains(" 4000 typ host");
    ours.answer();
    assertThat(remote().candidates()).containsExactly(candidate(4000));
    assertThat(Peer.text(ours.state.descriptions().currentRemote())).contains(" 4000 typ host");
  }

  @Test
  void afterwardsTheTransportIsToldAndPlansRepeatThem() throws Exception {
    ours.answer();
    int id = ours.state.transports().get(0).id();
    assertThat(trickle(candidate(4000), "0", null, null)).containsExactly(id);
    assertThat(trickle(candidate(4001), null, 0, null)).containsExactly(id);
    assertThat(remote().candidates()).containsExactly(candidate(4000), candidate(4001));
    assertThat(trickle(candidate(4001), "0", null, null)).as("known").isEmpty();
    assertThat(remote().endOfCandidates()).isFalse();
    assertThat(trickle(null, null, null, null)).containsExactly(id);
    assertThat(remote().endOfCandidates()).isTrue();
  }

  @Test
  void thoseOfAnotherSectionOfTheBundleAreTakenOnlyWhileTheTaggedOneHasNone() throws Exception {
    // A browser that offers without max-bundle gathers for each section, with one ufrag for all.
    String text = Peer.text(theirs.state.descriptions().pendingLocal());
    String ufrag =
        text.lines().filter(each -> each.startsWith("a=ice-ufrag")).findFirst().orElseThrow();
    ours.remote(SdpType.OFFER, text.replaceAll("a=ice-ufrag.*", ufrag));
    ours.answer();
    assertThat(trickle(candidate(5000), "1", null, null)).hasSize(1);
    assertThat(trickle(candidate(4000), "0", null, null)).hasSize(1);
    assertThat(trickle(candidate(5001), "1", null, null)).isEmpty();
  }

  @Test
  void theirGenerationIsMinded() throws Exception {
    ours.answer();
    String old = remote().credentials().ufrag();
    theirs.remote(SdpType.ANSWER, Peer.text(ours.state.descriptions().currentLocal()));
    theirs.state = theirs.state.restartIce();
    ours.remote(SdpType.OFFER, theirs.offer());
    String next = theirs.state.transports().get(0).local().ufrag();
    assertThat(trickle(candidate(4000), "0", null, next)).isEmpty();
    assertThat(trickle(candidate(4001), "0", null, old)).hasSize(1);
    assertThat(trickle(candidate(4002), "0", null, null)).as("the newest").isEmpty();
    assertThat(kind(candidate(4003), "0", null, "none")).isEqualTo(OPERATION);
    assertThat(Peer.text(ours.state.descriptions().currentRemote()))
        .contains(" 4001 ")
        .doesNotContain(" 4000 ");
    ours.answer();
    assertThat(remote().candidates()).containsExactly(candidate(4000), candidate(4002));
  }

  @Test
  void aLaterOfferOfTheSameGenerationSharesThem() throws Exception {
    ours.answer();
    theirs.remote(SdpType.ANSWER, Peer.text(ours.state.descriptions().currentLocal()));
    ours.remote(SdpType.OFFER, theirs.offer());
    assertThat(trickle(candidate(4000), "0", null, null)).hasSize(1);
    assertThat(Peer.text(ours.state.descriptions().currentRemote())).contains(" 4000 ");
    assertThat(Peer.text(ours.state.descriptions().pendingRemote())).contains(" 4000 ");
  }

  @Test
  void whatNamesNothingIsRefused() throws Exception {
    assertThat(kind(candidate(4000), null, null, null)).isEqualTo(TYPE);
    assertThat(kind(candidate(4000), "7", null, null)).isEqualTo(OPERATION);
    assertThat(kind(candidate(4000), null, 7, null)).isEqualTo(OPERATION);
    ours.remote(SdpType.ROLLBACK, "");
    assertThat(kind(candidate(4000), "0", null, null)).isEqualTo(INVALID_STATE);
  }

  @Test
  void thoseOfAStoppedSectionAreIgnored() throws Exception {
    ours.answer();
    theirs.remote(SdpType.ANSWER, Peer.text(ours.state.descriptions().currentLocal()));
    theirs.stop(theirs.only().id());
    ours.remote(SdpType.OFFER, theirs.offer());
    JsepState before = ours.state;
    assertThat(trickle(candidate(4000), "0", null, null)).isEmpty();
    assertThat(ours.state.descriptions()).isEqualTo(before.descriptions());
  }

  @Test
  void thereAreNotTooMany() throws Exception {
    for (int i = 0; i < RemoteRules.MAX_CANDIDATES; i++) {
      trickle(candidate(1000 + i), "0", null, null);
    }
    assertThat(kind(candidate(4000), "0", null, null)).isEqualTo(OPERATION);
  }

  private static CandidateAttribute candidate(int port) throws SdpParseException {
    return CandidateAttribute.parse("candidate:1 1 udp 1 192.0.2.1 " + port + " typ host");
  }

  private List<Integer> trickle(
      @Nullable CandidateAttribute candidate,
      @Nullable String mid,
      @Nullable Integer index,
      @Nullable String ufrag)
      throws NegotiationException {
    RemoteCandidateAdded added =
        ours.state.addRemoteCandidate(new RemoteCandidate(candidate, mid, index, ufrag));
    ours.state = added.state();
    return added.transports();
  }

  private NegotiationException.Kind kind(
      CandidateAttribute candidate,
      @Nullable String mid,
      @Nullable Integer index,
      @Nullable String ufrag) {
    return catchThrowableOfType(
            NegotiationException.class, () -> trickle(candidate, mid, index, ufrag))
        .kind();
  }

  private RemotePlan remote() {
    return Objects.requireNonNull(ours.state.transports().get(0).remote());
  }
}
