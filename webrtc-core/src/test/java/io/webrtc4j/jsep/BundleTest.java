package io.webrtc4j.jsep;

import static io.webrtc4j.jsep.media.MediaKind.AUDIO;
import static io.webrtc4j.jsep.media.MediaKind.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.jsep.media.MediaCapabilities;
import io.webrtc4j.sdp.BundleOnlyAttribute;
import io.webrtc4j.sdp.GroupAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.session.TransportPlan;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which sections share a transport (RFC 9143). */
class BundleTest {
  private final Peer theirs = new Peer(2);

  @Test
  void balancedHasATransportForTheFirstOfEachKind() throws Exception {
    Peer ours = twoOfEach(BundlePolicy.BALANCED);
    ours.offer();
    assertThat(ports(ours)).containsExactly(9, 0, 9, 0, 9);
    assertThat(bundleOnly(ours)).containsExactly(1, 3);
    assertThat(ours.state.transports()).hasSize(3);
    assertThat(ours.state.transportOf("1")).isEqualTo(ours.state.transportOf("0"));
    assertThat(ours.state.transportOf("3")).isEqualTo(ours.state.transportOf("0"));
  }

  @Test
  void maxCompatHasATransportForEach() throws Exception {
    Peer ours = twoOfEach(BundlePolicy.MAX_COMPAT);
    ours.offer();
    assertThat(ports(ours)).containsOnly(9);
    assertThat(ours.state.transports()).hasSize(5);
  }

  @Test
  void maxBundleHasOneTransport() throws Exception {
    Peer ours = twoOfEach(BundlePolicy.MAX_BUNDLE);
    ours.offer();
    assertThat(ports(ours)).containsExactly(9, 0, 0, 0, 0);
    assertThat(bundleOnly(ours)).containsExactly(1, 2, 3, 4);
    assertThat(ours.state.transports()).hasSize(1);
  }

  @Test
  void allPoliciesEndWithOneTransport() throws Exception {
    for (BundlePolicy policy : BundlePolicy.values()) {
      Peer ours = twoOfEach(policy);
      Peer answerer = new Peer(2);
      ours.offerTo(answerer);
      BothEnds.agree(ours, answerer);
      assertThat(ours.state.transports()).hasSize(1);
      assertThat(ours.state.sections(ours.state.transports().get(0).id()))
          .extracting(SectionRef::index)
          .containsExactly(0, 1, 2, 3, 4);
      ours.offer();
      assertThat(bundleOnly(ours)).isEmpty();
      assertThat(ports(ours)).containsOnly(9);
    }
  }

  @Test
  void withoutABundleEachSectionKeepsItsTransport() throws Exception {
    Peer ours = twoOfEach(BundlePolicy.MAX_COMPAT);
    Peer other = new Peer(2, BundlePolicy.MAX_COMPAT);
    other.remote(SdpType.OFFER, withoutGroup(ours.offer()));
    ours.remote(SdpType.ANSWER, other.answer());
    BothEnds.agree(ours, other);
    assertThat(ours.state.transports()).hasSize(5);
    assertThat(
            ours.state.transports().stream()
                .filter(each -> each.remote() != null && each.remote().data() != null))
        .hasSize(1);
  }

  @Test
  void sectionsThatFollowWithoutABundleMakeOneOfTheirOwn() throws Exception {
    Peer ours = twoOfEach(BundlePolicy.MAX_COMPAT);
    Peer other = new Peer(2, BundlePolicy.MAX_COMPAT);
    other.remote(SdpType.OFFER, withoutGroup(ours.offer()));
    ours.remote(SdpType.ANSWER, other.answer());
    ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    ours.offerTo(other);
    BothEnds.agree(ours, other);
    assertThat(groups(ours)).containsExactly(List.of("5", "6"));
    assertThat(ours.state.transports()).hasSize(6);
  }

  @Test
  void aBalancedAnswererRejectsSecondSectionsOutsideABundle() throws Exception {
    Peer ours = twoOfEach(BundlePolicy.MAX_COMPAT);
    theirs.remote(SdpType.OFFER, withoutGroup(ours.offer()));
    theirs.answer();
    assertThat(ports(theirs)).containsExactly(9, 0, 9, 0, 9);
    Peer strict = new Peer(3, BundlePolicy.MAX_BUNDLE);
    strict.remote(SdpType.OFFER, withoutGroup(Peer.text(ours.state.descriptions().pendingLocal())));
    strict.answer();
    assertThat(ports(strict)).containsExactly(9, 0, 0, 0, 0);
  }

  @Test
  void bundleOnlySectionsOfAPeerThatDoesNotBundleAreRejectedByIt() throws Exception {
    Peer ours = twoOfEach(BundlePolicy.BALANCED);
    Peer other = new Peer(2, BundlePolicy.MAX_COMPAT);
    other.remote(SdpType.OFFER, withoutGroup(ours.offer()));
    ours.remote(SdpType.ANSWER, other.answer());
    BothEnds.agree(ours, other);
    assertThat(ours.state.transports()).hasSize(3);
    assertThat(ours.state.transceivers()).hasSize(2);
  }

  @Test
  void thePeersTwoBundlesStayTwo() throws Exception {
    Peer ours = twoOfEach(BundlePolicy.MAX_COMPAT);
    Peer other = new Peer(2, BundlePolicy.MAX_COMPAT);
    other.remote(
        SdpType.OFFER,
        ours.offer().replace("BUNDLE 0 1 2 3 4", "BUNDLE 0 1\r\na=group:BUNDLE 2 3 4"));
    String answer = other.answer();
    assertThat(groups(other)).containsExactly(List.of("0", "1"), List.of("2", "3", "4"));
    assertThat(other.state.transports()).hasSize(2);
    other.offer();
    assertThat(groups(other)).containsExactly(List.of("0", "1"), List.of("2", "3", "4"));
    assertThat(answer).isNotEmpty();
  }

  @Test
  void aSectionThatThePeerMovesOutOfTheBundleHasATransportOfItsOwn() throws Exception {
    Peer ours = twoOfEach(BundlePolicy.BALANCED);
    Peer other = new Peer(2, BundlePolicy.MAX_COMPAT);
    ours.offerTo(other);
    int before = other.state.transportOf("0").orElseThrow();
    String offer = ours.offer().replace("BUNDLE 0 1 2 3 4", "BUNDLE 0 1 2 4");
    String section = offer.substring(offer.indexOf("m=video", offer.indexOf("a=mid:2")));
    String moved = section.replaceFirst("a=ice-ufrag:.*", "a=ice-ufrag:moved");
    other.remote(SdpType.OFFER, offer.replace(section, moved));
    other.answer();
    assertThat(other.state.transportOf("0")).contains(before);
    assertThat(other.state.transportOf("3")).isPresent().isNotEqualTo(other.state.transportOf("0"));
    assertThat(other.state.transports()).hasSize(2);
  }

  @Test
  void theFirstSectionOfABundleCanBeStopped() throws Exception {
    Peer ours = twoOfEach(BundlePolicy.BALANCED);
    ours.offerTo(theirs);
    ours.stop(ours.state.transceivers().get(0).id());
    ours.offerTo(theirs);
    BothEnds.agree(ours, theirs);
    assertThat(groups(ours)).containsExactly(List.of("1", "2", "3", "4"));
  }

  @Test
  void theBundleGoesOnWithoutSectionsThatTheAnswererRejects() throws Exception {
    Peer ours = twoOfEach(BundlePolicy.MAX_BUNDLE);
    Peer deaf =
        new Peer(
            3,
            BundlePolicy.BALANCED,
            new MediaCapabilities(
                MediaCapabilities.DEFAULT.codecs(VIDEO), MediaCapabilities.DEFAULT.extensions()));
    ours.offerTo(deaf);
    BothEnds.agree(ours, deaf);
    assertThat(groups(deaf)).containsExactly(List.of("2", "3", "4"));
    assertThat(ours.state.transports()).hasSize(1);
  }

  @Test
  void anAnswererWithoutACommonCodecRejects() throws Exception {
    Peer ours = new Peer(1);
    int id = ours.addTrack(AUDIO);
    Peer deaf =
        new Peer(
            3,
            BundlePolicy.BALANCED,
            new MediaCapabilities(MediaCapabilities.DEFAULT.codecs(VIDEO), List.of()));
    ours.offerTo(deaf);
    assertThat(ours.state.has(id)).isFalse();
    assertThat(deaf.state.transceivers()).isEmpty();
    assertThat(ours.state.transports()).isEmpty();
    assertThat(ours.state.negotiationNeeded()).isFalse();
  }

  @Test
  void newSectionsJoinTheBundle() throws Exception {
    Peer ours = new Peer(1);
    ours.wantData();
    ours.offerTo(theirs);
    TransportPlan before = ours.state.transports().get(0);
    ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    ours.offer();
    assertThat(groups(ours)).containsExactly(List.of("0", "1", "2"));
    assertThat(ours.state.transports()).containsExactly(before);
  }

  private static Peer twoOfEach(BundlePolicy policy) {
    Peer peer = new Peer(1, policy);
    peer.addTrack(AUDIO);
    peer.addTrack(AUDIO);
    peer.addTrack(VIDEO);
    peer.addTrack(VIDEO);
    peer.wantData();
    return peer;
  }

  private static String withoutGroup(String sdp) {
    return sdp.replaceAll("a=group:BUNDLE.*\r\n", "");
  }

  private static List<Integer> ports(Peer peer) {
    return peer.sections().stream().map(MediaDescription::port).toList();
  }

  private static List<Integer> bundleOnly(Peer peer) {
    return IntStream.range(0, peer.sections().size())
        .filter(index -> peer.sections().get(index).has(BundleOnlyAttribute.class))
        .boxed()
        .toList();
  }

  private static List<List<String>> groups(Peer peer) {
    return peer.local().attributes(GroupAttribute.class).stream()
        .map(GroupAttribute::mids)
        .toList();
  }
}
