package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static io.webrtc4j.ice.Dialogue.A;
import static io.webrtc4j.ice.Dialogue.Z;
import static io.webrtc4j.ice.Dialogue.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.ice.stun.IntegrityAlgorithm;
import io.webrtc4j.ice.stun.IntegrityKey;
import io.webrtc4j.ice.stun.Software;
import io.webrtc4j.ice.stun.StunClass;
import io.webrtc4j.ice.stun.StunMessage;
import io.webrtc4j.ice.stun.TransactionId;
import io.webrtc4j.ice.stun.UnknownAttribute;
import io.webrtc4j.ice.stun.XorMappedAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What answers to our checks lead to. */
class ResponseHandlerTest {
  private final Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);

  @Test
  void aCheckSaysWhoAndWhatWeAre() {
    BindingRequest check = dialogue.expectOne().check();
    assertThat(check.username()).isEqualTo("zzzz:" + dialogue.a.credentials.ufrag());
    // RFC 8445 §7.1.1: our candidate's priority with the type preference of peer-reflexive ones.
    assertThat(check.priority()).isEqualTo((110L << 24) + (65_535L << 8) + 255);
    assertThat(check.role()).isEqualTo(IceRole.CONTROLLED);
    assertThat(check.useCandidate()).isFalse();
  }

  @Test
  void anAnswerMakesThePairValidAndTellsTheRoundTripTime() {
    Datagram check = dialogue.expectOne();
    dialogue.until(millis(123));
    dialogue.answer(check);
    CandidatePairReport pair = pair();
    assertThat(pair.state()).isEqualTo(CandidatePairState.SUCCEEDED);
    assertThat(pair.roundTripTime()).isEqualTo(millis(123));
    assertThat(pair.requestsSent()).isEqualTo(1);
    assertThat(pair.responsesReceived()).isEqualTo(1);
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z));
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
  }

  @Test
  void anAmbiguousAnswerGivesNoRoundTripTime() {
    Datagram check = dialogue.expectOne();
    dialogue.until(millis(600));
    dialogue.answer(check);
    assertThat(pair().state()).isEqualTo(CandidatePairState.SUCCEEDED);
    assertThat(pair().roundTripTime()).isEqualTo(-1);
  }

  @Test
  void anAnswerWithAnotherMappedAddressRevealsAReflexiveCandidate() {
    Datagram check = dialogue.expectOne();
    dialogue.answer(check, new XorMappedAddress(at("203.0.113.1", 1)));
    IceCandidate local = pair().local();
    assertThat(local.type()).isEqualTo(CandidateType.PEER_REFLEXIVE);
    assertThat(local.address()).isEqualTo(at("203.0.113.1", 1));
    assertThat(local.relatedAddress()).isEqualTo(A);
    assertThat(local.priority()).isEqualTo(check.check().priority());
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z));
  }

  @Test
  void anAnswerWithoutTheRightIntegrityIsAsIfItHadNotCome() {
    Datagram check = dialogue.expectOne();
    StunMessage answer = success(check);
    dialogue.receive(Z, answer.toBytes());
    dialogue.receive(
        Z, answer.toBytes(IntegrityAlgorithm.SHA1, IntegrityKey.shortTerm("wrong wrong wrong")));
    // The algorithm has to be that of the request (RFC 8489 §9.1.4).
    dialogue.receive(Z, answer.toBytes(IntegrityAlgorithm.SHA256, Dialogue.Z_KEY));
    assertThat(pair().state()).isEqualTo(CandidatePairState.IN_PROGRESS);
    assertThat(dialogue.a.agent.counters().unauthenticated()).isEqualTo(3);
    assertThat(dialogue.until(millis(500))).hasSize(1);
    dialogue.answer(check);
    assertThat(pair().state()).isEqualTo(CandidatePairState.SUCCEEDED);
  }

  @Test
  void ofAWrongPasswordTheFailureSpeaks() {
    for (Datagram check : dialogue.until(millis(39_499))) {
      dialogue.receive(Z, Dialogue.error(check, 401).toBytes());
    }
    dialogue.until(millis(40_000));
    assertThat(dialogue.a.state()).isEqualTo(IceState.FAILED);
    assertThat(dialogue.a.lastReason())
        .contains("192.0.2.1:4000 -> 198.51.100.2:5000 (host/host)")
        .contains("error 401, without the message integrity of the peer's password");
  }

  @Test
  void anAnswerFromElsewhereFailsThePair() {
    Datagram check = dialogue.expectOne();
    dialogue.receive(
        at("203.0.113.1", 1), success(check).toBytes(IntegrityAlgorithm.SHA1, Dialogue.Z_KEY));
    assertThat(pair().state()).isEqualTo(CandidatePairState.FAILED);
    assertThat(pair().lastError()).contains("came from 203.0.113.1:1");
    assertThat(dialogue.a.agent.counters().asymmetric()).isEqualTo(1);
  }

  @Test
  void anErrorFailsThePair() {
    dialogue.refuse(dialogue.expectOne(), 420);
    assertThat(pair().state()).isEqualTo(CandidatePairState.FAILED);
    assertThat(pair().lastError()).isEqualTo("answered with error 420");
    assertThat(dialogue.a.state()).isEqualTo(IceState.CHECKING);
  }

  @Test
  void anAnswerWithoutAddressOrWithUnknownRequiredAttributesFailsThePair() {
    dialogue.answer(dialogue.expectOne(), new Software("z"));
    assertThat(pair().lastError()).contains("lacks XOR-MAPPED-ADDRESS");

    Dialogue other = Dialogue.begun(IceRole.CONTROLLED);
    other.answer(other.expectOne(), new XorMappedAddress(A), new UnknownAttribute(0x7000, 0));
    assertThat(other.a.agent.pairs().get(0).state()).isEqualTo(CandidatePairState.FAILED);
  }

  @Test
  void anAnswerToNothingIsCounted() {
    Datagram check = dialogue.expectOne();
    dialogue.answer(check);
    dialogue.answer(check);
    StunMessage stray =
        new StunMessage(
            StunClass.SUCCESS_RESPONSE, StunMessage.BINDING, new TransactionId(3, 4), List.of());
    dialogue.receive(Z, stray.toBytes(IntegrityAlgorithm.SHA1, Dialogue.Z_KEY));
    assertThat(dialogue.a.agent.counters().unknownTransaction()).isEqualTo(2);
  }

  @Test
  void aFailedPairIsCheckedAgainWhenThePeerChecksIt() {
    dialogue.refuse(dialogue.expectOne(), 500);
    dialogue.until(millis(100));
    dialogue.request(dialogue.check(false));
    List<Datagram> sent = dialogue.sent();
    assertThat(sent).hasSize(2);
    dialogue.answer(sent.get(1));
    assertThat(pair().state()).isEqualTo(CandidatePairState.SUCCEEDED);
  }

  private CandidatePairReport pair() {
    return dialogue.a.agent.pairs().get(0);
  }

  private static StunMessage success(Datagram check) {
    return new StunMessage(
        StunClass.SUCCESS_RESPONSE,
        StunMessage.BINDING,
        check.message().transactionId(),
        List.of(new XorMappedAddress(A)));
  }
}
