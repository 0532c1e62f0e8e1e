package io.webrtc4j.session.jsep;

import static io.webrtc4j.session.jsep.Ends.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.session.jsep.NegotiationException.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounds of offer and answer behind the first: what may change and what must not. */
class RenegotiationTest {
  private static final String AUDIO =
      "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:9\r\n";

  private final Negotiation ours = Ends.negotiation(1);
  private final Negotiation theirs = Ends.negotiation(2);

  @BeforeEach
  void agreeOnce() throws NegotiationException {
    Ends.exchange(ours, theirs);
  }

  @ParameterizedTest
  @CsvSource({
    "a=ice-ufrag:.*, a=ice-ufrag:other, restarts ICE",
    "a=fingerprint:sha-256 .., a=fingerprint:sha-256 AA, a=fingerprint changed",
    "a=setup:actpass, a=setup:passive, a=setup is passive",
    "a=sctp-port:5000, a=sctp-port:5001, a=sctp-port changed"
  })
  void anOfferOfAnotherTransportIsRefusedByName(String old, String changed, String reason)
      throws NegotiationException {
    theirs.setLocal(SdpType.OFFER, null, true);
    String offer = text(theirs.descriptions().pendingLocal()).replaceFirst(old, changed);
    refuses(Kind.OPERATION, reason, () -> ours.setRemote(SdpType.OFFER, offer));
    assertThat(ours.state()).isEqualTo(SignalingState.STABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "a=ice-ufrag:.*, a=ice-ufrag:other, restarts ICE",
    "a=setup:active, a=setup:passive, a=setup is passive"
  })
  void anAnswerOfAnotherTransportIsRefusedByName(String old, String changed, String reason)
      throws NegotiationException {
    ours.setLocal(SdpType.OFFER, null, true);
    theirs.setRemote(SdpType.OFFER, text(ours.descriptions().pendingLocal()));
    theirs.setLocal(SdpType.ANSWER, null, true);
    String answer = text(theirs.descriptions().currentLocal()).replaceFirst(old, changed);
    refuses(Kind.OPERATION, reason, () -> ours.setRemote(SdpType.ANSWER, answer));
  }

  @Test
  void anAnswerWithTheTransportOfAnotherForkThanTheProvisionalOneIsRefused()
      throws NegotiationException {
    Negotiation offerer = Ends.negotiation(3);
    offerer.setLocal(SdpType.OFFER, null, true);
    String offer = text(offerer.descriptions().pendingLocal());
    Negotiation first = Ends.negotiation(4);
    first.setRemote(SdpType.OFFER, offer);
    first.setLocal(SdpType.PRANSWER, null, true);
    offerer.setRemote(SdpType.PRANSWER, text(first.descriptions().pendingLocal()));
    Negotiation second = Ends.negotiation(5);
    second.setRemote(SdpType.OFFER, offer);
    second.setLocal(SdpType.ANSWER, null, true);
    String answer = text(second.descriptions().currentLocal());
    refuses(Kind.OPERATION, "restarts ICE", () -> offerer.setRemote(SdpType.ANSWER, answer));
  }

  @Test
  void anOfferThatNamesTheRolesAsTheyAreIsTaken() throws NegotiationException {
    theirs.setLocal(SdpType.OFFER, null, true);
    String offer = text(theirs.descriptions().pendingLocal()).replace("actpass", "active");
    ours.setRemote(SdpType.OFFER, offer);
    ours.setLocal(SdpType.ANSWER, null, true);
    assertThat(text(ours.descriptions().currentLocal())).contains("a=setup:passive");
    assertThat(ours.agreement().orElseThrow().dtlsRole()).isEqualTo(DtlsRole.SERVER);
  }

  @Test
  void anOfferThatSaysNothingOfRolesKeepsThem() throws NegotiationException {
    ours.setLocal(SdpType.OFFER, null, true);
    theirs.setRemote(
        SdpType.OFFER, text(ours.descriptions().pendingLocal()).replace("a=setup:actpass\r\n", ""));
    theirs.setLocal(SdpType.ANSWER, null, true);
    assertThat(text(theirs.descriptions().currentLocal())).contains("a=setup:active");
  }

  @Test
  void audioThatIsAddedIsRejectedAndDataStays() throws NegotiationException {
    theirs.setLocal(SdpType.OFFER, null, true);
    ours.setRemote(SdpType.OFFER, text(theirs.descriptions().pendingLocal()) + AUDIO);
    ours.setLocal(SdpType.ANSWER, null, true);
    assertThat(text(ours.descriptions().currentLocal()))
        .contains("m=application 9 ", "m=audio 0 ", "a=group:BUNDLE 0\r\n");
  }

  @Test
  void theSectionForDataCannotBecomeAnother() throws NegotiationException {
    theirs.setLocal(SdpType.OFFER, null, true);
    String offer = text(theirs.descriptions().pendingLocal());
    String moved =
        offer.substring(0, offer.indexOf("m=")) + AUDIO + offer.substring(offer.indexOf("m="));
    refuses(Kind.INVALID_ACCESS, "section 0", () -> ours.setRemote(SdpType.OFFER, moved));
  }

  @Test
  void dataThatTheFirstAnswerRejectsCanBeAgreedLater() throws NegotiationException {
    Negotiation offerer = Ends.negotiation(3);
    Negotiation answerer = Ends.negotiation(4);
    offerer.setLocal(SdpType.OFFER, null, true);
    String offer = text(offerer.descriptions().pendingLocal());
    offerer.setRemote(
        SdpType.ANSWER,
        """
        v=0
        o=- 1 1 IN IP4 0.0.0.0
        s=-
        t=0 0
        m=application 0 UDP/DTLS/SCTP webrtc-datachannel
        c=IN IP4 0.0.0.0
        a=mid:0
        """);
    assertThat(offerer.agreement()).isEmpty();
    assertThat(offer).contains("m=application 9");

    Ends.exchange(offerer, answerer);
    assertThat(offerer.agreement()).isPresent();
    assertThat(answerer.agreement()).isPresent();
  }

  @Test
  void anOfferOfAnEarlierRoundCannotBeSetAgain() throws NegotiationException {
    String offer = ours.createOffer(true);
    ours.setLocal(SdpType.OFFER, offer, true);
    theirs.setRemote(SdpType.OFFER, offer);
    theirs.setLocal(SdpType.ANSWER, null, true);
    ours.setRemote(SdpType.ANSWER, text(theirs.descriptions().currentLocal()));
    refuses(
        Kind.INVALID_MODIFICATION, "created last", () -> ours.setLocal(SdpType.OFFER, offer, true));
  }

  @Test
  void anAnswerToAnOfferThatWasReplacedCannotBeSet() throws NegotiationException {
    theirs.setLocal(SdpType.OFFER, null, true);
    String offer = text(theirs.descriptions().pendingLocal());
    ours.setRemote(SdpType.OFFER, offer);
    String answer = ours.createAnswer();
    ours.setRemote(SdpType.OFFER, offer + AUDIO);
    refuses(
        Kind.INVALID_MODIFICATION,
        "created last",
        () -> ours.setLocal(SdpType.ANSWER, answer, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=sctp-port:0", "a=sctp-port:00000"})
  void anSctpPortOfZeroIsRefusedBeforeAnythingChanges(String port) throws NegotiationException {
    Negotiation answerer = Ends.negotiation(3);
    String offer = Ends.negotiation(4).createOffer(true).replace("a=sctp-port:5000", port);
    assertThatThrownBy(() -> answerer.setRemote(SdpType.OFFER, offer))
        .isInstanceOf(NegotiationException.class);
    assertThat(answerer.state()).isEqualTo(SignalingState.STABLE);
  }

  private static void refuses(Kind kind, String reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            NegotiationException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContaining(reason);
  }
}
