package io.webrtc4j.jsep;

import static io.webrtc4j.jsep.media.MediaKind.AUDIO;
import static io.webrtc4j.jsep.media.MediaKind.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.session.RemotePlan;
import io.webrtc4j.session.TransportPlan;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ICE restarts of either side (RFC 9429 §5.2.3.1, §5.10; W3C WebRTC §4.4.2). */
class IceRestartTest {
  private final Peer ours = new Peer(1);
  private final Peer theirs = new Peer(2);

  @BeforeEach
  void connected() throws Exception {
    ours.addTrack(AUDIO);
    ours.wantData();
    ours.offerTo(theirs);
  }

  @Test
  void offersKeepTheCredentials() throws Exception {
    IceCredentials before = local(ours);
    IceCredentials other = local(theirs);
    ours.addTrack(VIDEO);
    ours.offerTo(theirs);
    theirs.offerTo(ours);
    assertThat(local(ours)).isEqualTo(before);
    assertThat(local(theirs)).isEqualTo(other);
  }

  @Test
  void restartIceAsksForNegotiationUntilItIsDone() throws Exception {
    IceCredentials before = local(ours);
    IceCredentials other = local(theirs);
    ours.state = ours.state.restartIce();
    assertThat(ours.state.negotiationNeeded()).isTrue();
    String offer = ours.offer();
    assertThat(local(ours)).isNotEqualTo(before);
    assertThat(plan(ours).id()).isEqualTo(ours.state.transportOf("0").orElseThrow());
    assertThat(remote(ours).credentials()).as("goes on until the answer").isEqualTo(other);
    theirs.remote(SdpType.OFFER, offer);
    assertThat(local(theirs)).isEqualTo(other);
    ours.remote(SdpType.ANSWER, theirs.answer());
    assertThat(local(theirs)).isNotEqualTo(other);
    assertThat(ours.state.negotiationNeeded()).isFalse();
    BothEnds.agree(ours, theirs);
    assertThat(remote(ours).dtlsRole()).isNotEqualTo(remote(theirs).dtlsRole());
  }

  @Test
  void anOptionOfCreateOfferRestartsOnce() throws Exception {
    IceCredentials before = local(ours);
    ours.state = ours.state.createOffer(true, ours.random);
    ours.state = ours.state.setLocal(SdpType.OFFER, Peer.text(ours.state.created()), ours.random);
    IceCredentials after = local(ours);
    assertThat(after).isNotEqualTo(before);
    theirs.remote(SdpType.OFFER, Peer.text(ours.state.descriptions().pendingLocal()));
    ours.remote(SdpType.ANSWER, theirs.answer());
    ours.offerTo(theirs);
    assertThat(local(ours)).isEqualTo(after);
  }

  @Test
  void thePeersRestartDoesWhatOursWouldHave() throws Exception {
    ours.state = ours.state.restartIce();
    theirs.state = theirs.state.restartIce();
    theirs.offerTo(ours);
    assertThat(ours.state.negotiationNeeded()).isFalse();
    assertThat(theirs.state.negotiationNeeded()).isFalse();
  }

  @Test
  void aRestartThatIsAskedForWhileAnOfferIsOpenIsStillToCome() throws Exception {
    String offer = ours.offer();
    ours.state = ours.state.restartIce();
    theirs.remote(SdpType.OFFER, offer);
    ours.remote(SdpType.ANSWER, theirs.answer());
    assertThat(ours.state.negotiationNeeded()).isTrue();
    IceCredentials before = local(ours);
    ours.offerTo(theirs);
    assertThat(local(ours)).isNotEqualTo(before);
  }

  @Test
  void takenBackItIsCancelledButStillWanted() throws Exception {
    IceCredentials before = local(ours);
    ours.state = ours.state.restartIce();
    ours.offer();
    ours.rollback();
    assertThat(local(ours)).isEqualTo(before);
    assertThat(ours.state.negotiationNeeded()).isTrue();
  }

  @Test
  void beforeTheFirstOfferItMeansNothing() throws Exception {
    Peer fresh = new Peer(3);
    fresh.state = fresh.state.restartIce();
    assertThat(fresh.state.negotiationNeeded()).isFalse();
    fresh.addTrack(AUDIO);
    fresh.state = fresh.state.createOffer(true, fresh.random);
    fresh.offer();
    IceCredentials pending = local(fresh);
    fresh.state = fresh.state.createOffer(true, fresh.random);
    fresh.state =
        fresh.state.setLocal(SdpType.OFFER, Peer.text(fresh.state.created()), fresh.random);
    assertThat(local(fresh)).isEqualTo(pending);
  }

  private static TransportPlan plan(Peer peer) {
    return peer.state.transports().get(0);
  }

  private static IceCredentials local(Peer peer) {
    return plan(peer).local();
  }

  private static RemotePlan remote(Peer peer) {
    return Objects.requireNonNull(plan(peer).remote());
  }
}
