package io.webrtc4j.jsep;

import static io.webrtc4j.jsep.media.MediaKind.AUDIO;
import static io.webrtc4j.jsep.media.MediaKind.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.sdp.IceUfragAttribute;
import io.webrtc4j.session.RemotePlan;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What browsers do otherwise than the RFCs, or want of us beyond them. */
class BrowserHabitsTest {
  private final Peer ours = new Peer(1);
  private final Peer theirs = new Peer(2);

  /** Firefox compares them with those of the section's offer before, also where it bundled. */
  @Test
  void allSectionsOfOurOffersHaveTheSameCredentialsUntilIceRestarts() throws Exception {
    ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    ours.wantData();
    ours.offerTo(theirs);
    String first = onlyUfrag(ours);
    ours.addTrack(VIDEO);
    ours.offerTo(theirs);
    assertThat(onlyUfrag(ours)).isEqualTo(first);
    ours.state = ours.state.restartIce();
    ours.offerTo(theirs);
    assertThat(onlyUfrag(ours)).isNotEqualTo(first);
  }

  @Test
  void transportsThatAreNotBundledHaveTheSameCredentialsToo() throws Exception {
    ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    ours.offer();
    assertThat(ours.state.transports()).hasSize(2);
    assertThat(onlyUfrag(ours)).isNotEmpty();
  }

  /** Firefox says that it is active, whatever it was, and keeps its role and association. */
  @Test
  void anAnswerToARestartMaySayAnotherRoleWhichChangesNothing() throws Exception {
    theirs.addTrack(AUDIO);
    theirs.offerTo(ours);
    assertThat(remotePlan().dtlsRole()).isEqualTo(DtlsRole.CLIENT);
    ours.state = ours.state.restartIce();
    theirs.remote(SdpType.OFFER, ours.offer());
    String answer = theirs.answer();
    assertThat(answer).contains("a=setup:passive");
    ours.remote(SdpType.ANSWER, answer.replace("a=setup:passive", "a=setup:active"));
    assertThat(remotePlan().dtlsRole()).isEqualTo(DtlsRole.CLIENT);
  }

  private RemotePlan remotePlan() {
    return Objects.requireNonNull(ours.state.transports().get(0).remote());
  }

  private static String onlyUfrag(Peer peer) {
    Stream<String> all =
        peer.sections().stream()
            .flatMap(section -> section.attribute(IceUfragAttribute.class).stream())
            .map(IceUfragAttribute::ufrag);
    assertThat(all.distinct().toList()).as("user name fragments").hasSize(1);
    return peer.sections().get(0).attribute(IceUfragAttribute.class).orElseThrow().ufrag();
  }
}
