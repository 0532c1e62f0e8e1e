package io.webrtc4j.jsep;

import static io.webrtc4j.jsep.media.MediaKind.AUDIO;
import static io.webrtc4j.jsep.media.MediaKind.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.session.RemotePlan;
import io.webrtc4j.session.TransportPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Peers that are no browsers of today, and what browsers do that surprises. */
class LegacyPeersTest {
  private static final String CANDIDATE = "a=candidate:1 1 udp 1 192.0.2.1 4000 typ host\r\n";

  private final Peer ours = new Peer(1, BundlePolicy.MAX_COMPAT);
  private final Peer theirs = new Peer(2, BundlePolicy.MAX_COMPAT);

  @Test
  void sectionsWithoutTagsAreGivenSome() throws Exception {
    theirs.addTrack(AUDIO);
    theirs.addTrack(VIDEO);
    ours.remote(SdpType.OFFER, withoutMids(theirs.offer()));
    assertThat(ours.state.transceivers()).extracting(Transceiver::mid).containsExactly("0", "1");
    String answer = ours.answer();
    assertThat(answer).doesNotContain("a=mid").doesNotContain("BUNDLE");
    assertThat(ours.state.transports()).hasSize(2);
    assertThat(ours.state.transportOf("1")).contains(ours.state.transports().get(1).id());
    theirs.remote(SdpType.ANSWER, answer);
    BothEnds.transportsFit(ours, theirs);

    ours.remote(SdpType.OFFER, withoutMids(theirs.offer()));
    ours.answer();
    assertThat(ours.state.transceivers()).extracting(Transceiver::mid).containsExactly("0", "1");
    assertThat(ours.state.transports()).hasSize(2);
  }

  @Test
  void anAnswerWithoutTagsHasItsCandidates() throws Exception {
    theirs.addTrack(AUDIO);
    theirs.addTrack(VIDEO);
    ours.remote(SdpType.OFFER, withoutMids(theirs.offer()));
    ours.answer();
    TransportPlan video = ours.state.transports().get(1);
    CandidateAttribute candidate =
        CandidateAttribute.parse("candidate:1 1 udp 1 192.0.2.1 4000 typ host");
    ours.state = ours.state.addLocalCandidate(video.id(), video.local().ufrag(), candidate);
    assertThat(ours.sections().get(0).has(CandidateAttribute.class)).isFalse();
    assertThat(ours.sections().get(1).attributes(CandidateAttribute.class)).hasSize(1);
  }

  @Test
  void generatedTagsKeepOutOfTheWayOfThePeers() throws Exception {
    theirs.addTrack(AUDIO);
    theirs.addTrack(VIDEO);
    String offer = theirs.offer().replaceAll("a=group.*\r\n", "");
    ours.remote(SdpType.OFFER, offer.replace("a=mid:0\r\n", "").replace("a=mid:1", "a=mid:0"));
    assertThat(ours.state.transceivers()).extracting(Transceiver::mid).doesNotHaveDuplicates();
    ours.addTrack(AUDIO);
    ours.answer();
    ours.offer();
    assertThat(ours.mids()).doesNotHaveDuplicates();
  }

  @Test
  void answersMayLeaveTagsAndBundlesOut() throws Exception {
    ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    theirs.remote(SdpType.OFFER, withoutMids(ours.offer()));
    ours.remote(SdpType.ANSWER, theirs.answer());
    assertThat(ours.state.transports()).hasSize(2);
    assertThat(ours.state.transceivers()).allMatch(each -> each.negotiated() != null);
  }

  @Test
  void transportLinesMayStandAtSessionLevel() throws Exception {
    theirs.addTrack(AUDIO);
    String offer = theirs.offer();
    StringBuilder session = new StringBuilder("t=0 0\r\n");
    for (String start : List.of("a=fingerprint:", "a=setup:", "a=ice-ufrag:", "a=ice-pwd:")) {
      String line = offer.lines().filter(each -> each.startsWith(start)).findFirst().orElseThrow();
      session.append(line).append("\r\n");
      offer = offer.replace(line + "\r\n", "");
    }
    ours.remote(SdpType.OFFER, offer.replace("t=0 0\r\n", session));
    ours.answer();
    assertThat(remote(ours).fingerprints()).hasSize(1);
    assertThat(remote(ours).credentials()).isEqualTo(theirs.state.transports().get(0).local());
  }

  @Test
  void olderProtocolsAreAnsweredAsTheyAre() throws Exception {
    for (String protocol :
        List.of("RTP/AVP", "RTP/SAVPF", "TCP/DTLS/RTP/SAVPF", "UDP/TLS/RTP/SAVP")) {
      Peer offerer = new Peer(3);
      offerer.addTrack(AUDIO);
      Peer answerer = new Peer(4);
      answerer.remote(SdpType.OFFER, offerer.offer().replace("UDP/TLS/RTP/SAVPF", protocol));
      assertThat(answerer.answer()).contains("m=audio 9 " + protocol + " 111");
      assertThat(answerer.offer()).contains("m=audio 9 UDP/TLS/RTP/SAVPF 111");
    }
  }

  @Test
  void sectionsThatWeDoNotKnowAreRejected() throws Exception {
    theirs.addTrack(AUDIO);
    String offer = theirs.offer() + "m=text 9 RTP/AVP 98\r\na=mid:t\r\n";
    ours.remote(SdpType.OFFER, offer.replace("BUNDLE 0", "BUNDLE 0 t"));
    String answer = ours.answer();
    assertThat(answer).contains("m=text 0 RTP/AVP 98").contains("a=group:BUNDLE 0\r\n");
    ours.addTrack(VIDEO);
    ours.offer();
    assertThat(ours.sections()).hasSize(2);
  }

  @Test
  void thePeerMayWantToBeTheServerOrTheClient() throws Exception {
    theirs.wantData();
    String offer = theirs.offer();
    for (String setup : List.of("active", "passive")) {
      Peer answerer = new Peer(5);
      answerer.remote(SdpType.OFFER, offer.replace("actpass", setup));
      answerer.answer();
      assertThat(remote(answerer).dtlsRole())
          .isEqualTo(setup.equals("active") ? DtlsRole.SERVER : DtlsRole.CLIENT);
    }
    ours.remote(SdpType.OFFER, offer);
    theirs.remote(SdpType.ANSWER, ours.answer().replace("a=setup:active\r\n", ""));
    assertThat(remote(theirs).dtlsRole()).as("nothing said is active").isEqualTo(DtlsRole.SERVER);
  }

  @Test
  void rolesStayWhenTheOtherEndOffersNext() throws Exception {
    ours.wantData();
    ours.offerTo(theirs);
    theirs.offerTo(ours);
    assertThat(remote(ours).dtlsRole()).isEqualTo(DtlsRole.SERVER);
    assertThat(remote(theirs).dtlsRole()).isEqualTo(DtlsRole.CLIENT);
    assertThat(ours.state.transports().get(0).controlling()).isTrue();
  }

  @Test
  void rolesStayWithAPeerThatNeverSaysItsRole() throws Exception {
    theirs.wantData();
    ours.remote(SdpType.OFFER, theirs.offer().replaceAll("a=setup.*\r\n", ""));
    theirs.remote(SdpType.ANSWER, ours.answer());
    assertThat(remote(ours).dtlsRole()).isEqualTo(DtlsRole.CLIENT);
    theirs.remote(SdpType.OFFER, ours.offer());
    ours.remote(SdpType.ANSWER, theirs.answer().replaceAll("a=setup.*\r\n", ""));
    assertThat(remote(ours).dtlsRole()).isEqualTo(DtlsRole.CLIENT);
  }

  @Test
  void aBundleHasNoMoreCandidatesThanOneSection() throws Exception {
    theirs.addTrack(AUDIO);
    theirs.addTrack(VIDEO);
    theirs.wantData();
    StringBuilder candidates = new StringBuilder();
    for (int i = 0; i < RemoteRules.MAX_CANDIDATES; i++) {
      candidates.append(CANDIDATE.replace("4000", Integer.toString(4000 + i)));
    }
    String offer = theirs.offer();
    String full = offer.replace("m=application", candidates + "m=application") + candidates;
    ours.remote(SdpType.OFFER, full);
    ours.answer();
    assertThat(remote(ours).candidates()).hasSize(RemoteRules.MAX_CANDIDATES);
  }

  @Test
  void weControlAnIceLitePeerThatOffers() throws Exception {
    theirs.wantData();
    ours.remote(SdpType.OFFER, theirs.offer().replace("t=0 0\r\n", "t=0 0\r\na=ice-lite\r\n"));
    ours.answer();
    assertThat(ours.state.transports().get(0).controlling()).isTrue();
    assertThat(remote(ours).iceLite()).isTrue();
  }

  @Test
  void withoutTricklingTheDescriptionHasAllCandidates() throws Exception {
    theirs.wantData();
    String offer = theirs.offer().replaceAll("a=ice-options.*\r\n", "") + CANDIDATE;
    ours.remote(SdpType.OFFER, offer);
    assertThat(ours.state.canTrickleIceCandidates()).isFalse();
    ours.answer();
    assertThat(remote(ours).endOfCandidates()).isTrue();
    assertThat(remote(ours).candidates()).hasSize(1);
  }

  @Test
  void anOfferInTheFormOfTheDraftsIsAnsweredInThatForm() throws Exception {
    ours.remote(
        SdpType.OFFER,
        Files.readString(Path.of("src/test/resources/sdp/aiortc/data-only.offer.sdp")));
    assertThat(ours.answer())
        .contains("m=application 9 DTLS/SCTP 5000\r\n")
        .contains("a=sctpmap:5000 webrtc-datachannel 65535\r\n")
        .doesNotContain("sctp-port");
    assertThat(Objects.requireNonNull(remote(ours).data()).remotePort()).isEqualTo(5000);
    assertThat(remote(ours).data().maxMessageSize()).isEqualTo(65_536);
    assertThat(ours.state.remoteMaxMessageSize()).hasValue(65_536);
  }

  @Test
  void firefoxsBundleOnlySectionsWithPortZeroAreNoRejections() throws Exception {
    ours.remote(SdpType.OFFER, captured("firefox/bundle-max-bundle.offer.sdp"));
    String answer = ours.answer();
    assertThat(answer)
        .contains("m=video 9 ")
        .contains("m=application 9 ")
        .doesNotContain("bundle-only");
    assertThat(ours.state.transports()).hasSize(1);
  }

  @Test
  void aBundleOnlySectionMayLeaveItsTransportToTheTaggedOne() throws Exception {
    theirs.addTrack(AUDIO);
    theirs.wantData();
    String offer = theirs.offer();
    int data = offer.indexOf("m=application");
    String bare =
        offer
            .substring(data)
            .replaceAll("a=(ice-|fingerprint|setup).*\r\n", "")
            .replace("application 9", "application 0");
    ours.remote(SdpType.OFFER, offer.substring(0, data) + CANDIDATE + bare + "a=bundle-only\r\n");
    ours.answer();
    assertThat(remote(ours).candidates())
        .extracting(CandidateAttribute::port)
        .containsExactly(4000);
    assertThat(remote(ours).data()).isNotNull();
  }

  @Test
  void chromiumsCandidatesOfARejectedFirstSectionAreNotThoseOfTheNext() throws Exception {
    ours.remote(SdpType.OFFER, captured("chromium/stopped-first-of-bundle.offer.sdp"));
    ours.answer();
    assertThat(remote(ours).candidates())
        .allMatch(each -> each.port() == 58466 || each.port() == 9);
    assertThat(ours.state.sections(ours.state.transports().get(0).id()))
        .extracting(SectionRef::mid)
        .containsExactly("1", "2");
  }

  private static String captured(String name) throws Exception {
    return Files.readString(
        Path.of("..", "webrtc-sdp", "src", "test", "resources", "sdp").resolve(name));
  }

  private static String withoutMids(String sdp) {
    return sdp.replaceAll("a=mid.*\r\n", "").replaceAll("a=group.*\r\n", "");
  }

  private static RemotePlan remote(Peer peer) {
    return Objects.requireNonNull(peer.state.transports().get(0).remote());
  }
}
