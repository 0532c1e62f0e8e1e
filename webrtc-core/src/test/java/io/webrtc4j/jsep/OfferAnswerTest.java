package io.webrtc4j.jsep;

import static io.webrtc4j.jsep.media.MediaKind.AUDIO;
import static io.webrtc4j.jsep.media.MediaKind.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.session.TransportPlan;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rounds between two of us that go well. */
class OfferAnswerTest {
  private final Peer ours = new Peer(1);
  private final Peer theirs = new Peer(2);

  @Test
  void audioVideoAndDataShareATransportOnceAnswered() throws Exception {
    ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    ours.wantData();
    String offer = ours.offer();
    assertThat(ours.state.transports()).hasSize(3);
    theirs.remote(SdpType.OFFER, offer);
    String answer = theirs.answer();
    ours.remote(SdpType.ANSWER, answer);
    assertThat(ours.state.signaling()).isEqualTo(SignalingState.STABLE);
    assertThat(ours.state.transports()).hasSize(1);
    TransportPlan plan = ours.state.transports().get(0);
    TransportPlan other = theirs.state.transports().get(0);
    assertThat(plan.controlling()).isTrue();
    assertThat(other.controlling()).isFalse();
    assertThat(Objects.requireNonNull(plan.remote()).credentials()).isEqualTo(other.local());
    assertThat(Objects.requireNonNull(other.remote()).credentials()).isEqualTo(plan.local());
    assertThat(plan.remote().dtlsRole()).isEqualTo(DtlsRole.SERVER);
    assertThat(plan.remote().data()).isNotNull();
    assertThat(ours.state.transceivers())
        .allMatch(each -> each.currentDirection() == Direction.SENDONLY);
    assertThat(theirs.state.transceivers())
        .allMatch(each -> each.currentDirection() == Direction.RECVONLY);
    assertThat(ours.state.negotiationNeeded()).isFalse();
    assertThat(theirs.state.negotiationNeeded()).isFalse();
  }
}
