package io.webrtc4j.session.jsep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.SessionDescription;
import io.webrtc4j.session.jsep.NegotiationException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
  private static final String CANDIDATE =
      "candidate:1 1 udp 2122260223 192.0.2.1 4000 typ host generation 0";

  private final Negotiation ours = negotiation(1);
  private final Negotiation theirs = negotiation(2);

  @Test
  void anOfferForDataSaysWhatRfc9429Asks() throws NegotiationException {
    List<String> lines = ours.createOffer(true).lines().toList();

    assertThat(lines.get(0)).isEqualTo("v=0");
    assertThat(lines.get(1)).matches("o=- \\d+ 0 IN IP4 0\\.0\\.0\\.0");
    assertThat(lines)
        .containsSequence("s=-", "t=0 0", "a=group:BUNDLE 0", "a=ice-options:trickle ice2")
        .containsSequence("m=application 9 UDP/DTLS/SCTP webrtc-datachannel", "c=IN IP4 0.0.0.0")
        .contains("a=mid:0", "a=setup:actpass", "a=sctp-port:5000", "a=max-message-size:262144");
  }

  @Test
  void anOfferWithoutDataHasNoMedia() throws NegotiationException {
    assertThat(ours.createOffer(false)).doesNotContain("m=").doesNotContain("BUNDLE");
  }

  @Test
  void bothEndsBecomeStableAndAgreeOnRoles() throws NegotiationException {
    exchange();
    assertThat(ours.state()).isEqualTo(SignalingState.STABLE);
    assertThat(theirs.state()).isEqualTo(SignalingState.STABLE);
    assertThat(ours.agreement().orElseThrow().dtlsRole()).isEqualTo(DtlsRole.SERVER);
    assertThat(theirs.agreement().orElseThrow().dtlsRole()).isEqualTo(DtlsRole.CLIENT);
    assertThat(ours.agreement().orElseThrow().offeredHere()).isTrue();
    assertThat(theirs.agreement().orElseThrow().offeredHere()).isFalse();
  }

  @Test
  void rolesStayWhenTheOtherEndOffersNext() throws NegotiationException {
    exchange();
    theirs.setLocal(SdpType.OFFER, null, true);
    ours.setRemote(SdpType.OFFER, text(theirs.descriptions().pendingLocal()));
    ours.setLocal(null, null, true);
    theirs.setRemote(SdpType.ANSWER, text(ours.descriptions().currentLocal()));

    assertThat(ours.agreement().orElseThrow().dtlsRole()).isEqualTo(DtlsRole.SERVER);
    assertThat(theirs.agreement().orElseThrow().dtlsRole()).isEqualTo(DtlsRole.CLIENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chromium/data-only",
        "chromium/av-data",
        "chromium/gathered-av-data",
        "chromium/stopped-first-of-bundle",
        "firefox/data-only",
        "firefox/av-data",
        "firefox/bundle-max-bundle"
      })
  void aBrowsersOfferIsAnsweredWithDataAcceptedAndMediaRejected(String name) throws Exception {
    SessionDescription offer = SessionDescription.parse(captured(name + ".offer.sdp"));
    ours.setRemote(SdpType.OFFER, captured(name + ".offer.sdp"));
    ours.setLocal(null, null, false);
    SessionDescription answer = SessionDescription.parse(text(ours.descriptions().currentLocal()));

    assertThat(answer.media()).hasSameSizeAs(offer.media());
    for (int i = 0; i < offer.media().size(); i++) {
      MediaDescription offered = offer.media().get(i);
      MediaDescription answered = answer.media().get(i);
      assertThat(answered.media()).isEqualTo(offered.media());
      assertThat(answered.protocol()).isEqualTo(offered.protocol());
      assertThat(answered.formats()).isEqualTo(offered.formats());
      assertThat(answered.port()).isEqualTo(offered.media().equals("application") ? 9 : 0);
    }
    String mid = DataSection.of(answer).orElseThrow().mid().orElseThrow();
    assertThat(answer.write())
        .contains("a=group:BUNDLE " + mid + "\r\n")
        .contains("a=setup:active\r\n");
    assertThat(ours.agreement()).isPresent();
  }

  @Test
  void anOfferInTheFormOfTheDraftsIsAnsweredInThatForm() throws NegotiationException {
    ours.setRemote(SdpType.OFFER, captured("aiortc/data-only.offer.sdp"));
    ours.setLocal(null, null, false);
    assertThat(text(ours.descriptions().currentLocal()))
        .contains("m=application 9 DTLS/SCTP 5000\r\n")
        .contains("a=sctpmap:5000 webrtc-datachannel 65535\r\n")
        .doesNotContain("sctp-port");
    RemoteEnd remote = ours.agreement().orElseThrow().remote();
    assertThat(remote.sctpPort()).isEqualTo(5000);
    assertThat(remote.maxMessageSize()).isEqualTo(65_536);
    assertThat(remote.endOfCandidates()).isTrue();
  }

  @Test
  void anOfferOfMediaAloneIsAnsweredWithAllOfItRejected() throws NegotiationException {
    ours.setRemote(SdpType.OFFER, captured("chromium/audio-only.offer.sdp"));
    ours.setLocal(null, null, false);
    assertThat(text(ours.descriptions().currentLocal()))
        .contains("m=audio 0 ")
        .doesNotContain("BUNDLE");
    assertThat(ours.agreement()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chromium/data-only.answer.sdp", "firefox/data-only.answer.sdp"})
  void aBrowsersAnswerMakesUsTheDtlsServer(String name) throws NegotiationException {
    ours.setLocal(null, null, true);
    ours.setRemote(SdpType.ANSWER, captured(name));
    Agreement agreement = ours.agreement().orElseThrow();
    assertThat(agreement.dtlsRole()).isEqualTo(DtlsRole.SERVER);
    assertThat(agreement.remote().sctpPort()).isEqualTo(5000);
    assertThat(agreement.remote().endOfCandidates()).isFalse();
  }

  @Test
  void aProvisionalAnswerAgreesAlreadyAndAnAnswerFollows() throws NegotiationException {
    ours.setLocal(null, null, true);
    theirs.setRemote(SdpType.OFFER, text(ours.descriptions().pendingLocal()));
    theirs.setLocal(SdpType.PRANSWER, null, true);
    ours.setRemote(SdpType.PRANSWER, text(theirs.descriptions().pendingLocal()));
    assertThat(theirs.state()).isEqualTo(SignalingState.HAVE_LOCAL_PRANSWER);
    assertThat(ours.state()).isEqualTo(SignalingState.HAVE_REMOTE_PRANSWER);
    assertThat(ours.agreement()).isPresent();

    theirs.setLocal(SdpType.ANSWER, null, true);
    ours.setRemote(SdpType.ANSWER, text(theirs.descriptions().currentLocal()));
    assertThat(ours.state()).isEqualTo(SignalingState.STABLE);
  }

  @Test
  void inGlareThePeersOfferTakesOursBack() throws NegotiationException {
    ours.setLocal(null, null, true);
    theirs.setLocal(null, null, true);
    ours.setRemote(SdpType.OFFER, text(theirs.descriptions().pendingLocal()));
    assertThat(ours.state()).isEqualTo(SignalingState.HAVE_REMOTE_OFFER);
    assertThat(ours.descriptions().pendingLocal()).isNull();

    ours.setLocal(null, null, true);
    theirs.setRemote(SdpType.ANSWER, text(ours.descriptions().currentLocal()));
    assertThat(theirs.agreement()).isPresent();
  }

  @Test
  void aMalformedOfferInGlareLeavesOursInPlace() throws NegotiationException {
    ours.setLocal(null, null, true);
    fails(Kind.OPERATION, () -> ours.setRemote(SdpType.OFFER, "v=0\r\nnonsense"));
    assertThat(ours.state()).isEqualTo(SignalingState.HAVE_LOCAL_OFFER);
    assertThat(ours.descriptions().pendingLocal()).isNotNull();
  }

  @Test
  void rollbackTakesBackAnOfferOfEitherSide() throws NegotiationException {
    ours.setLocal(null, null, true);
    theirs.setRemote(SdpType.OFFER, text(ours.descriptions().pendingLocal()));
    ours.setLocal(SdpType.ROLLBACK, null, true);
    theirs.setRemote(SdpType.ROLLBACK, "");
    assertThat(ours.state()).isEqualTo(SignalingState.STABLE);
    assertThat(ours.descriptions()).isEqualTo(Descriptions.NONE);
    assertThat(theirs.descriptions()).isEqualTo(Descriptions.NONE);
    fails(Kind.INVALID_STATE, () -> ours.setLocal(SdpType.ROLLBACK, null, true));
  }

  @Test
  void whatTheStateDoesNotAllowSaysWhichStateItIs() throws NegotiationException {
    fails(Kind.INVALID_STATE, ours::createAnswer).hasMessageContaining("stable");
    fails(
        Kind.INVALID_STATE,
        () -> ours.setRemote(SdpType.ANSWER, captured("chromium/data-only.answer.sdp")));
    fails(Kind.INVALID_STATE, () -> ours.setLocal(SdpType.ANSWER, null, true));
    ours.setRemote(SdpType.OFFER, captured("chromium/data-only.offer.sdp"));
    fails(Kind.INVALID_STATE, () -> ours.createOffer(true))
        .hasMessageContaining("have-remote-offer");
    fails(Kind.INVALID_STATE, () -> ours.setLocal(SdpType.OFFER, null, true));
  }

  @Test
  void aChangedLocalDescriptionIsRefused() throws NegotiationException {
    String offer = ours.createOffer(true);
    String changed = offer.replace("5000", "5001");
    fails(Kind.INVALID_MODIFICATION, () -> ours.setLocal(SdpType.OFFER, changed, true));
    fails(Kind.INVALID_MODIFICATION, () -> theirs.setLocal(SdpType.OFFER, offer, true));
    ours.setLocal(SdpType.OFFER, offer, true);
    assertThat(ours.state()).isEqualTo(SignalingState.HAVE_LOCAL_OFFER);
  }

  @Test
  void aDescriptionThatLacksWhatAConnectionNeedsIsRefusedByName() {
    String offer = captured("chromium/data-only.offer.sdp");
    fails(Kind.INVALID_ACCESS, () -> ours.setRemote(SdpType.OFFER, without(offer, "a=ice-ufrag")))
        .hasMessageContaining("a=ice-ufrag");
    fails(Kind.INVALID_ACCESS, () -> ours.setRemote(SdpType.OFFER, without(offer, "a=fingerprint")))
        .hasMessageContaining("a=fingerprint");
    fails(Kind.OPERATION, () -> ours.setRemote(SdpType.OFFER, offer.replace("t=0 0", "t=x")))
        .hasMessageContaining("line 4");
    assertThat(ours.state()).isEqualTo(SignalingState.STABLE);
  }

  @Test
  void anAnswerMustFitItsOffer() throws NegotiationException {
    ours.setLocal(null, null, true);
    String answer = captured("chromium/data-only.answer.sdp");
    fails(
        Kind.INVALID_ACCESS,
        () -> ours.setRemote(SdpType.ANSWER, captured("chromium/av-data.offer.sdp")));
    fails(
            Kind.INVALID_ACCESS,
            () -> ours.setRemote(SdpType.ANSWER, answer.replace("setup:active", "setup:actpass")))
        .hasMessageContaining("a=setup");
    ours.setRemote(SdpType.ANSWER, answer);
    assertThat(ours.state()).isEqualTo(SignalingState.STABLE);
  }

  @Test
  void gatheredCandidatesAppearInOurDescription() throws Exception {
    ours.setLocal(null, null, true);
    ours.addLocalCandidate(CandidateAttribute.parse(CANDIDATE));
    ours.endOfLocalCandidates();
    assertThat(text(ours.descriptions().pendingLocal()))
        .contains("m=application 4000 ", "c=IN IP4 192.0.2.1\r\n", "a=" + CANDIDATE + "\r\n")
        .contains("a=end-of-candidates\r\n");
  }

  @Test
  void trickledCandidatesAppearInThePeersDescription() throws Exception {
    CandidateAttribute candidate = CandidateAttribute.parse(CANDIDATE);
    fails(
        Kind.INVALID_STATE,
        () -> ours.addRemoteCandidate(new RemoteCandidate(candidate, "0", null, null)));
    ours.setRemote(SdpType.OFFER, captured("chromium/av-data.offer.sdp"));
    assertThat(ours.addRemoteCandidate(new RemoteCandidate(candidate, "0", null, null))).isTrue();
    assertThat(ours.addRemoteCandidate(new RemoteCandidate(candidate, "2", null, null))).isTrue();
    assertThat(ours.addRemoteCandidate(new RemoteCandidate(null, null, 2, null))).isTrue();
    assertThat(text(ours.descriptions().pendingRemote()))
        .contains("a=" + CANDIDATE + "\r\na=end-of-candidates\r\n");
    fails(
        Kind.OPERATION,
        () -> ours.addRemoteCandidate(new RemoteCandidate(candidate, "9", null, null)));
    fails(
        Kind.OPERATION,
        () -> ours.addRemoteCandidate(new RemoteCandidate(candidate, null, 3, null)));
    fails(
        Kind.OPERATION,
        () -> ours.addRemoteCandidate(new RemoteCandidate(candidate, "2", null, "other")));
  }

  private void exchange() throws NegotiationException {
    ours.setLocal(null, null, true);
    theirs.setRemote(SdpType.OFFER, text(ours.descriptions().pendingLocal()));
    theirs.setLocal(null, null, true);
    ours.setRemote(SdpType.ANSWER, text(theirs.descriptions().currentLocal()));
  }

  private static AbstractThrowableAssert<?, ?> fails(Kind kind, ThrowingCallable call) {
    return assertThatThrownBy(call)
        .asInstanceOf(InstanceOfAssertFactories.type(NegotiationException.class))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(kind))
        .asInstanceOf(InstanceOfAssertFactories.THROWABLE);
  }

  private static Negotiation negotiation(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] digest = new byte[32];
    random.nextBytes(digest);
    return new Negotiation(
        new LocalEnd(
            IceCredentials.generate(random), new DtlsFingerprint("sha-256", digest), 5000, 262_144),
        random.nextLong(Long.MAX_VALUE));
  }

  private static String text(Description description) {
    return Objects.requireNonNull(description).text();
  }

  private static String without(String sdp, String prefix) {
    return sdp.lines()
        .filter(line -> !line.startsWith(prefix))
        .reduce("", (all, line) -> all + line + "\r\n");
  }

  private static String captured(String name) {
    try (InputStream in = NegotiationTest.class.getResourceAsStream("/sdp/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
