package io.webrtc4j.jsep;

import static io.webrtc4j.jsep.media.MediaKind.AUDIO;
import static io.webrtc4j.jsep.media.MediaKind.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.session.RemotePlan;
import io.webrtc4j.session.TransportPlan;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bundles whose first section is another one from now on, and with it their transport. */
class ReplacedTransportTest {
  private final Peer ours = new Peer(1);
  private final Peer theirs = new Peer(2);
  private TransportPlan before =
      new TransportPlan(-1, new IceCredentials("none", "0".repeat(22)), true, null);

  @BeforeEach
  void connect() throws Exception {
    ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    ours.wantData();
    ours.offerTo(theirs);
    before = only(ours);
  }

  @Test
  void theOldTransportLastsUntilTheAnswer() throws Exception {
    stopFirst(ours);
    theirs.remote(SdpType.OFFER, ours.offer());
    assertThat(ours.state.transports()).hasSize(2).contains(before);
    TransportPlan next = ours.state.transports().get(1);
    assertThat(next.local()).isEqualTo(before.local());
    assertThat(next.remote()).isNull();
    assertThat(ours.state.transportOf("2")).contains(next.id());
    assertThat(theirs.state.transports()).hasSize(1);

    ours.remote(SdpType.ANSWER, theirs.answer());
    BothEnds.agree(ours, theirs);
    assertThat(only(ours).id()).isEqualTo(next.id());
    assertThat(only(theirs).local()).isEqualTo(remote(before).credentials());
  }

  @Test
  void rolesStay() throws Exception {
    stopFirst(theirs);
    theirs.offerTo(ours);
    BothEnds.agree(ours, theirs);
    assertThat(only(ours).id()).isNotEqualTo(before.id());
    assertThat(only(ours).controlling()).isTrue();
    assertThat(remote(only(ours)).dtlsRole()).isEqualTo(remote(before).dtlsRole());
    assertThat(only(ours).local()).isEqualTo(before.local());
  }

  @Test
  void anOfferThatIsTakenBackLeavesTheTransport() throws Exception {
    stopFirst(ours);
    theirs.remote(SdpType.OFFER, ours.offer());
    theirs.remote(SdpType.ROLLBACK, "");
    ours.rollback();
    assertThat(ours.state.transports()).containsExactly(before);
    assertThat(ours.state.transportOf("2")).contains(before.id());
  }

  @Test
  void aSecondOfferHasTheSameNewTransport() throws Exception {
    stopFirst(ours);
    ours.offer();
    List<TransportPlan> first = ours.state.transports();
    ours.addTrack(AUDIO);
    theirs.remote(SdpType.OFFER, ours.offer());
    assertThat(ours.state.transports()).isEqualTo(first);
    ours.remote(SdpType.ANSWER, theirs.answer());
    BothEnds.agree(ours, theirs);
  }

  @Test
  void anotherSectionInItsPlaceBeginsATransportToo() throws Exception {
    stopFirst(ours);
    ours.offerTo(theirs);
    int second = only(ours).id();
    int atTheirs = only(theirs).id();
    ours.addTrack(AUDIO);
    ours.offerTo(theirs);
    BothEnds.agree(ours, theirs);
    assertThat(ours.mids()).containsExactly("3", "1", "2");
    assertThat(only(ours).id()).isNotEqualTo(second);
    assertThat(only(theirs).id()).isNotEqualTo(atTheirs);
  }

  @Test
  void theLastSectionLeftHasATransportOfItsOwn() throws Exception {
    ours.stop(ours.state.transceivers().get(0).id());
    ours.stop(ours.state.transceivers().get(1).id());
    ours.offerTo(theirs);
    BothEnds.agree(ours, theirs);
    assertThat(only(ours).id()).isNotEqualTo(before.id());
    assertThat(Objects.requireNonNull(remote(only(ours)).data()).remotePort()).isEqualTo(5000);
  }

  @Test
  void aRestartAtTheSameTimeGivesItOtherCredentials() throws Exception {
    stopFirst(ours);
    ours.state = ours.state.restartIce();
    ours.offerTo(theirs);
    BothEnds.agree(ours, theirs);
    assertThat(only(ours).local()).isNotEqualTo(before.local());
    assertThat(only(theirs).local()).isNotEqualTo(remote(before).credentials());
    assertThat(ours.state.negotiationNeeded()).isFalse();
  }

  /** Chromium has others where the first section is a new one. */
  @Test
  void theAnswersCredentialsMayBeOthers() throws Exception {
    stopFirst(ours);
    theirs.remote(SdpType.OFFER, ours.offer());
    String answer = theirs.answer().replaceAll("a=ice-ufrag:.*", "a=ice-ufrag:another");
    ours.remote(SdpType.ANSWER, answer);
    assertThat(remote(only(ours)).credentials().ufrag()).isEqualTo("another");
  }

  private static void stopFirst(Peer peer) {
    peer.stop(peer.state.transceivers().get(0).id());
  }

  private static TransportPlan only(Peer peer) {
    assertThat(peer.state.transports()).hasSize(1);
    return peer.state.transports().get(0);
  }

  private static RemotePlan remote(TransportPlan plan) {
    return Objects.requireNonNull(plan.remote());
  }
}
