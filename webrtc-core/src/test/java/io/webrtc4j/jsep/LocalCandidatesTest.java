package io.webrtc4j.jsep;

import static io.webrtc4j.jsep.media.MediaKind.AUDIO;
import static io.webrtc4j.jsep.media.MediaKind.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.EndOfCandidatesAttribute;
import io.webrtc4j.session.TransportPlan;
import org.junit.jupiter.api.Test;

/** Our candidates in our descriptions, and which of them is the default. */
class LocalCandidatesTest {
  private static final String NAME = "1f4712db-ea17-4bcf-a596-105139dfd8bf.local";

  private final Peer ours = new Peer(1);
  private final Peer theirs = new Peer(2);

  @Test
  void theFirstAddressIsTheDefault() throws Exception {
    ours.wantData();
    ours.offer();
    add(0, "192.0.2.1", 4000);
    add(0, "192.0.2.2", 4001);
    assertThat(text()).contains("m=application 4000 ").contains("c=IN IP4 192.0.2.1\r\n");
  }

  @Test
  void aNameIsListedAndNeverTheDefault() throws Exception {
    ours.wantData();
    ours.offer();
    add(0, NAME, 4000);
    assertThat(text())
        .contains("m=application 9 ")
        .contains("c=IN IP4 0.0.0.0\r\n")
        .contains("a=candidate:1 1 udp 1 " + NAME + " 4000 typ host\r\n");
    add(0, "127.0.0.1", 4001);
    assertThat(text()).contains("m=application 4001 ").contains("c=IN IP4 127.0.0.1\r\n");
  }

  @Test
  void eachTransportHasItsOwn() throws Exception {
    ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    ours.offer();
    add(1, "192.0.2.1", 4000);
    ours.state = end(1);
    assertThat(ours.sections().get(0).has(CandidateAttribute.class)).isFalse();
    assertThat(ours.sections().get(1).attributes(CandidateAttribute.class)).hasSize(1);
    assertThat(ours.sections().get(1).has(EndOfCandidatesAttribute.class)).isTrue();
    assertThat(ours.sections().get(0).has(EndOfCandidatesAttribute.class)).isFalse();
  }

  @Test
  void ofABundleTheFirstSectionHasThem() throws Exception {
    ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    theirs.remote(SdpType.OFFER, ours.offer());
    theirs.answer();
    TransportPlan plan = theirs.state.transports().get(0);
    theirs.state =
        theirs.state.addLocalCandidate(plan.id(), plan.local().ufrag(), candidate("192.0.2.1", 1));
    assertThat(theirs.sections().get(0).attributes(CandidateAttribute.class)).hasSize(1);
    assertThat(theirs.sections().get(1).has(CandidateAttribute.class)).isFalse();
    assertThat(theirs.sections().get(1).port()).isEqualTo(9);
    assertThat(theirs.state.sections(plan.id()).get(0).mid()).isEqualTo("0");
  }

  @Test
  void ofAnotherGenerationTheyAreNotListed() throws Exception {
    ours.wantData();
    ours.offerTo(theirs);
    add(0, "192.0.2.1", 4000);
    ours.state = ours.state.restartIce();
    ours.offer();
    assertThat(text()).doesNotContain("a=candidate");
    add(0, "192.0.2.2", 4001);
    assertThat(text()).contains("192.0.2.2 4001").doesNotContain("192.0.2.1 4000");
    assertThat(Peer.text(ours.state.descriptions().currentLocal())).contains("192.0.2.1 4000");
    JsepState before = ours.state;
    ours.state = ours.state.addLocalCandidate(0, "nobodys", candidate("192.0.2.3", 1));
    assertThat(ours.state).isSameAs(before);
  }

  private void add(int index, String address, int port) throws Exception {
    TransportPlan plan = ours.state.transports().get(index);
    ours.state =
        ours.state.addLocalCandidate(plan.id(), plan.local().ufrag(), candidate(address, port));
  }

  private JsepState end(int index) {
    TransportPlan plan = ours.state.transports().get(index);
    return ours.state.endOfLocalCandidates(plan.id(), plan.local().ufrag());
  }

  private static CandidateAttribute candidate(String address, int port) throws Exception {
    return CandidateAttribute.parse("candidate:1 1 udp 1 " + address + " " + port + " typ host");
  }

  private String text() {
    return Peer.text(ours.state.descriptions().local());
  }
}
