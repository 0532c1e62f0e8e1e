package io.webrtc4j.jsep;

import static io.webrtc4j.jsep.media.MediaKind.AUDIO;
import static io.webrtc4j.jsep.media.MediaKind.VIDEO;
import static io.webrtc4j.jsep.media.NegotiationException.Kind.INVALID_ACCESS;
import static io.webrtc4j.jsep.media.NegotiationException.Kind.INVALID_STATE;
import static io.webrtc4j.jsep.media.NegotiationException.Kind.OPERATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.webrtc4j.jsep.media.MediaLimits;
import io.webrtc4j.jsep.media.NegotiationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a peer's description may not say: each error has its kind, and nothing has changed. */
class ContradictionsTest {
  private final Peer ours = new Peer(1);
  private final Peer theirs = new Peer(2);

  @BeforeEach
  void someMedia() {
    theirs.addTrack(AUDIO);
    theirs.addTrack(VIDEO);
    theirs.wantData();
  }

  @Test
  void malformedText() throws Exception {
    offer(OPERATION, sdp -> "v=0\r\nnonsense");
    offer(OPERATION, sdp -> sdp.replace("a=setup:actpass", "a=setup:whoever"));
    offer(OPERATION, sdp -> sdp.replace("a=mid:0", "a=mid:(0)"));
    offer(OPERATION, sdp -> "");
  }

  @Test
  void missingCredentials() throws Exception {
    offer(INVALID_ACCESS, sdp -> sdp.replaceAll("a=ice-ufrag.*\r\n", ""));
    offer(INVALID_ACCESS, sdp -> sdp.replaceAll("a=ice-pwd.*\r\n", ""));
    offer(
        INVALID_ACCESS,
        sdp -> sdp.replaceAll("a=ice-pwd:.*\r\n", "a=ice-pwd:" + "-".repeat(24) + "\r\n"));
  }

  @Test
  void missingOrUselessFingerprint() throws Exception {
    offer(INVALID_ACCESS, sdp -> sdp.replaceAll("a=fingerprint.*\r\n", ""));
    offer(
        INVALID_ACCESS,
        sdp ->
            sdp.replaceAll(
                "a=fingerprint.*\r\n",
                "a=fingerprint:md5 00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff\r\n"));
  }

  @Test
  void aRoleThatNobodyTakes() throws Exception {
    offer(INVALID_ACCESS, sdp -> sdp.replace("a=setup:actpass", "a=setup:holdconn"));
    answer(INVALID_ACCESS, sdp -> sdp.replace("a=setup:active", "a=setup:actpass"));
  }

  @Test
  void tagsThatNameTwoSectionsOrAreTooLong() throws Exception {
    offer(
        INVALID_ACCESS,
        sdp -> sdp.replace("a=mid:1", "a=mid:0").replace("BUNDLE 0 1 2", "BUNDLE 0 2"));
    offer(INVALID_ACCESS, sdp -> sdp.replace("a=mid:1\r\n", "a=mid:" + "m".repeat(17) + "\r\n"));
  }

  @Test
  void bundlesOfWhatIsNotThere() throws Exception {
    offer(INVALID_ACCESS, sdp -> sdp.replace("a=mid:1\r\n", ""));
    offer(INVALID_ACCESS, sdp -> sdp.replace("BUNDLE 0 1 2", "BUNDLE 0 1 2 3"));
    offer(INVALID_ACCESS, sdp -> sdp.replace("BUNDLE 0 1 2", "BUNDLE 0 1 1 2"));
    offer(
        INVALID_ACCESS,
        sdp -> sdp.replace("a=group:BUNDLE 0 1 2", "a=group:BUNDLE 0 1\r\na=group:BUNDLE 1 2"));
  }

  @Test
  void rtcpBesideRtp() throws Exception {
    offer(INVALID_ACCESS, sdp -> sdp.replace("a=rtcp-mux\r\n", ""));
    answer(INVALID_ACCESS, sdp -> sdp.replace("a=rtcp-mux\r\n", ""));
  }

  @Test
  void payloadTypesWithTwoMeanings() throws Exception {
    offer(INVALID_ACCESS, sdp -> sdp.replace("a=rtpmap:9 G722/8000", "a=rtpmap:111 G722/8000"));
  }

  @Test
  void extensionNumbersWithTwoMeanings() throws Exception {
    offer(INVALID_ACCESS, sdp -> sdp.replace("a=extmap:5 ", "a=extmap:4 "));
  }

  @Test
  void moreThanThereMayBe() throws Exception {
    String section = "m=text 0 RTP/AVP 0\r\n";
    offer(OPERATION, sdp -> sdp + section.repeat(RemoteRules.MAX_SECTIONS));
    StringBuilder candidates = new StringBuilder();
    for (int i = 0; i <= RemoteRules.MAX_CANDIDATES; i++) {
      candidates
          .append("a=candidate:1 1 udp 1 192.0.2.1 ")
          .append(1000 + i)
          .append(" typ host\r\n");
    }
    offer(OPERATION, sdp -> sdp + candidates);
    // A number that each section has too, so that none inherits them.
    String extensions = "a=extmap:4 urn:x\r\n".repeat(MediaLimits.MAX_EXTENSIONS + 1);
    offer(OPERATION, sdp -> sdp.replaceFirst("m=", extensions + "m="));
  }

  @Test
  void anEndToTheAssociationOnly() throws Exception {
    offer(OPERATION, sdp -> sdp.replace("a=sctp-port:5000", "a=sctp-port:0"));
  }

  @Test
  void laterOffersWithFewerOrOtherSections() throws Exception {
    theirs.offerTo(ours);
    offer(
        INVALID_ACCESS,
        sdp ->
            sdp.substring(0, sdp.indexOf("m=application")).replace("BUNDLE 0 1 2", "BUNDLE 0 1"));
    offer(
        INVALID_ACCESS,
        sdp -> sdp.replace("a=mid:1", "a=mid:7").replace("BUNDLE 0 1 2", "BUNDLE 0 7 2"));
    offer(INVALID_ACCESS, ContradictionsTest::swapped);
  }

  @Test
  void backToBackOffersWithFewerOrOtherSections() throws Exception {
    ours.remote(SdpType.OFFER, theirs.offer());
    offer(
        INVALID_ACCESS,
        sdp ->
            sdp.substring(0, sdp.indexOf("m=application")).replace("BUNDLE 0 1 2", "BUNDLE 0 1"));
    offer(INVALID_ACCESS, ContradictionsTest::swapped);
  }

  @Test
  void anotherDtlsOrSctpAssociation() throws Exception {
    theirs.offerTo(ours);
    offer(OPERATION, sdp -> sdp.replaceAll("(a=fingerprint:sha-256 )..:..", "$100:00"));
    offer(OPERATION, sdp -> sdp.replace("a=setup:actpass", "a=setup:active"));
    offer(OPERATION, sdp -> sdp.replace("a=sctp-port:5000", "a=sctp-port:5001"));
  }

  @Test
  void anAssociationOfAnotherName() throws Exception {
    ours.remote(SdpType.OFFER, named(theirs.offer(), "t"));
    theirs.remote(SdpType.ANSWER, ours.answer());
    offer(OPERATION, sdp -> named(sdp, "u"));
    // RFC 8842 §5.3: an answer to our offer, which has no name, has none either.
    ours.offerTo(theirs);
    offer(OPERATION, sdp -> named(sdp, "u"));
    ours.remote(SdpType.OFFER, named(theirs.offer(), "t"));
  }

  @Test
  void answersOfOtherSections() throws Exception {
    answer(
        INVALID_ACCESS,
        sdp ->
            sdp.substring(0, sdp.indexOf("m=application")).replace("BUNDLE 0 1 2", "BUNDLE 0 1"));
    answer(INVALID_ACCESS, sdp -> sdp + "m=audio 0 UDP/TLS/RTP/SAVPF 0\r\n");
    answer(INVALID_ACCESS, ContradictionsTest::swapped);
    answer(
        INVALID_ACCESS,
        sdp -> sdp.replace("a=mid:1", "a=mid:7").replace("BUNDLE 0 1 2", "BUNDLE 0 7 2"));
    answer(INVALID_ACCESS, sdp -> sdp.replaceFirst("m=audio 9 [A-Z/]*", "m=audio 9 UDP/OTHER"));
  }

  @Test
  void anAnswerWithoutACodecOfTheOffer() throws Exception {
    answer(
        INVALID_ACCESS,
        sdp ->
            sdp.replaceFirst("m=audio 9 UDP/TLS/RTP/SAVPF .*", "m=audio 9 UDP/TLS/RTP/SAVPF 50")
                .replace("a=rtpmap:111 ", "a=rtpmap:50 speex/8000\r\na=rtpmap:111 "));
  }

  @Test
  void answersThatRestartIceUnasked() throws Exception {
    theirs.offerTo(ours);
    answer(INVALID_ACCESS, sdp -> sdp.replaceAll("a=ice-ufrag:.*\r\n", "a=ice-ufrag:other\r\n"));
  }

  @Test
  void answersThatDoNotRestartIceWhenAsked() throws Exception {
    theirs.offerTo(ours);
    String before = ours.local().write();
    String ufrag = line(before, "a=ice-ufrag:");
    String pwd = line(before, "a=ice-pwd:");
    theirs.state = theirs.state.restartIce();
    answer(
        INVALID_ACCESS,
        sdp -> sdp.replaceAll("a=ice-ufrag:.*", ufrag).replaceAll("a=ice-pwd:.*", pwd));
  }

  @Test
  void anAnswerThatBundlesWhatWasNotOfferedSo() throws Exception {
    String offer = theirs.offer();
    ours.remote(SdpType.OFFER, offer.replace("a=group:BUNDLE 0 1 2", "a=group:BUNDLE 0 1"));
    String answer = ours.answer();
    JsepState before = theirs.state;
    theirs.remote(SdpType.ANSWER, answer);
    assertThat(theirs.state.transports()).hasSize(2);

    theirs.state = before;
    Peer strict = new Peer(3, BundlePolicy.MAX_BUNDLE);
    strict.addTrack(AUDIO);
    strict.addTrack(VIDEO);
    String bundled = strict.offer();
    Peer loose = new Peer(4);
    loose.remote(SdpType.OFFER, bundled);
    String unbundled = loose.answer().replace("a=group:BUNDLE 0 1\r\n", "");
    refused(strict, INVALID_ACCESS, SdpType.ANSWER, unbundled);
  }

  @Test
  void descriptionsOutOfTurn() throws Exception {
    String offer = theirs.offer();
    refused(ours, INVALID_STATE, SdpType.ANSWER, offer);
    refused(ours, INVALID_STATE, SdpType.PRANSWER, offer);
    refused(ours, INVALID_STATE, SdpType.ROLLBACK, "");
    ours.remote(SdpType.OFFER, offer);
    refused(ours, INVALID_STATE, SdpType.ANSWER, offer);
    ours.state = ours.state.close();
    refused(ours, INVALID_STATE, SdpType.OFFER, offer);
  }

  /** An offer of theirs, changed, is refused by us. */
  private void offer(NegotiationException.Kind kind, UnaryOperator<String> change)
      throws NegotiationException {
    String offer = theirs.offer();
    String changed = change.apply(offer);
    assertThat(changed).isNotEqualTo(offer);
    refused(ours, kind, SdpType.OFFER, changed);
    theirs.rollback();
  }

  /** An answer of ours, changed, is refused by them. */
  private void answer(NegotiationException.Kind kind, UnaryOperator<String> change)
      throws NegotiationException {
    JsepState answerer = ours.state;
    ours.remote(SdpType.OFFER, theirs.offer());
    String answer = ours.answer();
    String changed = change.apply(answer);
    assertThat(changed).isNotEqualTo(answer);
    refused(theirs, kind, SdpType.ANSWER, changed);
    theirs.rollback();
    ours.state = answerer;
  }

  private static void refused(Peer peer, NegotiationException.Kind kind, SdpType type, String sdp) {
    JsepState before = peer.state;
    Descriptions descriptions = before.descriptions();
    NegotiationException error =
        catchThrowableOfType(NegotiationException.class, () -> peer.remote(type, sdp));
    assertThat(error).as("%s %s", type, sdp).isNotNull();
    assertThat(error.kind()).as(error.getMessage()).isEqualTo(kind);
    assertThat(error.getMessage()).isNotBlank();
    assertThat(peer.state).isSameAs(before);
    assertThat(peer.state.descriptions()).isSameAs(descriptions);
  }

  /** The same with the first two sections' kinds exchanged. */
  private static String swapped(String sdp) {
    return sdp.replace("m=audio", "m=x").replace("m=video", "m=audio").replace("m=x", "m=video");
  }

  private static String named(String sdp, String letter) {
    return sdp.replace("a=setup:actpass", "a=setup:actpass\r\na=tls-id:" + letter.repeat(20));
  }

  private static String line(String sdp, String start) {
    return sdp.lines().filter(each -> each.startsWith(start)).findFirst().orElseThrow();
  }
}
