package io.webrtc4j.session.jsep;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.SdpParseException;
import org.junit.jupiter.api.Test;

/** Where a browser's offer has the candidates of its data (sections as in sdp/*-max-bundle). */
class DataTransportTest {
  private static final String SESSION =
      """
      v=0
      o=- 1 1 IN IP4 0.0.0.0
      s=-
      t=0 0
      a=group:BUNDLE 0 1
      a=ice-options:trickle
      """;
  private static final String TRANSPORT =
      """
      a=ice-ufrag:same
      a=ice-pwd:abcdefghijklmnopqrstuvwx
      a=setup:actpass
      a=fingerprint:sha-256 %s
      """
          .formatted("00:".repeat(31) + "00");
  private static final String AUDIO =
      """
      m=audio 9 UDP/TLS/RTP/SAVPF 111
      c=IN IP4 0.0.0.0
      a=mid:0
      """
          + TRANSPORT;
  private static final String DATA =
      """
      m=application 9 UDP/DTLS/SCTP webrtc-datachannel
      c=IN IP4 0.0.0.0
      a=mid:1
      a=sctp-port:5000
      """;
  private static final String BUNDLE_ONLY =
      DATA.replace("application 9", "application 0") + "a=bundle-only\n";
  private static final String CANDIDATE = "candidate:1 1 udp 2122260223 192.0.2.1 4000 typ host";
  private static final String OTHER = "candidate:1 1 udp 2122260223 192.0.2.1 4001 typ host";

  private final Negotiation ours = Ends.negotiation(1);

  @Test
  void candidatesTrickledForTheFirstOfTheBundleAreThoseOfData() throws Exception {
    offer(AUDIO + DATA + TRANSPORT);
    assertThat(trickle(CANDIDATE, "0")).isTrue();
    assertThat(agreed().candidates()).containsExactly(CandidateAttribute.parse(CANDIDATE));
  }

  @Test
  void candidatesInTheFirstOfTheBundleAreThoseOfData() throws Exception {
    offer(AUDIO + "a=" + CANDIDATE + "\na=end-of-candidates\n" + BUNDLE_ONLY + TRANSPORT);
    assertThat(agreed().candidates()).containsExactly(CandidateAttribute.parse(CANDIDATE));
    assertThat(agreed().endOfCandidates()).isTrue();
  }

  @Test
  void dataThatHasItsOwnCandidatesTakesNoOthers() throws Exception {
    offer(AUDIO + "a=" + CANDIDATE + "\n" + DATA + TRANSPORT + "a=" + OTHER + "\n");
    assertThat(trickle(CANDIDATE, "0")).isFalse();
    assertThat(agreed().candidates()).containsExactly(CandidateAttribute.parse(OTHER));
  }

  @Test
  void theEndOfAnotherSectionsCandidatesIsNotTheEndOfDatasOwn() throws Exception {
    offer(AUDIO + DATA + TRANSPORT);
    assertThat(ours.addRemoteCandidate(new RemoteCandidate(null, "0", null, null))).isFalse();
    assertThat(ours.addRemoteCandidate(new RemoteCandidate(null, null, null, null))).isTrue();
  }

  @Test
  void theEndOfTheTaggedSectionsCandidatesIsThatOfBundleOnlyData() throws Exception {
    offer(AUDIO + BUNDLE_ONLY + TRANSPORT);
    assertThat(ours.addRemoteCandidate(new RemoteCandidate(null, "0", null, null))).isTrue();
  }

  @Test
  void aSectionOfAnotherGenerationOrOutsideTheBundleIsNotDatas() throws Exception {
    offer(AUDIO.replace("same", "else") + DATA + TRANSPORT);
    assertThat(trickle(CANDIDATE, "0")).isFalse();
    ours.setRemote(
        SdpType.OFFER, SESSION.replace("BUNDLE 0 1", "BUNDLE 1") + AUDIO + DATA + TRANSPORT);
    assertThat(trickle(CANDIDATE, "0")).isFalse();
  }

  @Test
  void aBundleOnlySectionMayLeaveItsTransportToTheTaggedOne() throws Exception {
    offer(AUDIO + BUNDLE_ONLY);
    assertThat(agreed().credentials().ufrag()).isEqualTo("same");
    assertThat(agreed().fingerprints()).hasSize(1);
  }

  private void offer(String sections) throws NegotiationException {
    ours.setRemote(SdpType.OFFER, SESSION + sections);
  }

  private RemoteEnd agreed() throws NegotiationException {
    if (ours.state() != SignalingState.STABLE) {
      ours.setLocal(SdpType.ANSWER, null, false);
    }
    return ours.agreement().orElseThrow().remote();
  }

  private boolean trickle(String candidate, String mid)
      throws NegotiationException, SdpParseException {
    return ours.addRemoteCandidate(
        new RemoteCandidate(CandidateAttribute.parse(candidate), mid, null, null));
  }
}
