package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static io.webrtc4j.ice.Dialogue.Z;
import static io.webrtc4j.ice.Dialogue.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.ice.stun.StunClass;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the peer's checks lead to (RFC 8445 §7.3.1.3, §7.3.1.4). */
class TriggeredCheckTest {
  private static final InetSocketAddress ELSEWHERE = at("203.0.113.9", 7);

  private final Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);

  @Test
  void aCheckOfAPairInProgressBeginsAnotherAndTheFirstMayStillBeAnswered() {
    Datagram first = dialogue.expectOne();
    dialogue.until(millis(10));
    dialogue.request(dialogue.check(false));
    assertThat(dialogue.expectOne().message().messageClass()).isEqualTo(StunClass.SUCCESS_RESPONSE);
    List<Datagram> later = dialogue.until(millis(499));
    assertThat(later).hasSize(1);
    assertThat(later.get(0).message().transactionId())
        .isNotEqualTo(first.message().transactionId());
    dialogue.answer(first);
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
    // Neither is sent again, and the other's silence does not fail the pair.
    assertThat(dialogue.until(millis(3900))).isEmpty();
  }

  @Test
  void theSilenceOfAnOlderCheckDoesNotFailAPairThatWorks() {
    Datagram first = dialogue.expectOne();
    dialogue.until(millis(60));
    dialogue.request(dialogue.check(true));
    Datagram second = dialogue.sent().get(1);
    dialogue.answer(first);
    assertThat(dialogue.a.nominated()).isNotNull();
    for (int i = 0; i < 20; i++) {
      for (Datagram consent : dialogue.after(millis(3000))) {
        assertThat(consent.message().transactionId())
            .isNotEqualTo(second.message().transactionId());
        dialogue.answer(consent);
      }
    }
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
  }

  @Test
  void anUnknownAddressBecomesAPeerReflexiveCandidate() {
    dialogue.expectOne();
    dialogue.until(millis(100));
    BindingRequest check = dialogue.check(false);
    dialogue.request(check, ELSEWHERE);
    Datagram triggered = dialogue.sent().get(1);
    assertThat(triggered.destination()).isEqualTo(ELSEWHERE);
    IceCandidate learned =
        dialogue.a.events.stream()
            .filter(IceEvent.RemoteCandidateLearned.class::isInstance)
            .map(event -> ((IceEvent.RemoteCandidateLearned) event).candidate())
            .findFirst()
            .orElseThrow();
    assertThat(learned.type()).isEqualTo(CandidateType.PEER_REFLEXIVE);
    assertThat(learned.priority()).isEqualTo(check.priority());
    dialogue.answer(triggered);
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(Dialogue.A, ELSEWHERE));
  }

  @Test
  void aPeerReflexiveCandidateThatIsSignalledLaterTakesWhatWasSignalled() {
    dialogue.request(dialogue.check(false), ELSEWHERE);
    long priority = CandidatePriority.of(CandidateType.SERVER_REFLEXIVE, 60_000, 1);
    IceCandidate signalled =
        new IceCandidate(
            "s",
            1,
            CandidateTransport.UDP,
            priority,
            ELSEWHERE,
            CandidateType.SERVER_REFLEXIVE,
            null);
    dialogue.a.agent.addRemoteCandidate(signalled, dialogue.now());
    assertThat(dialogue.a.agent.pairs())
        .filteredOn(pair -> pair.remote().address().equals(ELSEWHERE))
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.remote()).isEqualTo(signalled);
              assertThat(pair.priority())
                  .isEqualTo(
                      PairPriority.of(IceRole.CONTROLLED, pair.local().priority(), priority));
              assertThat(pair.state()).isNotEqualTo(CandidatePairState.FROZEN);
            });
  }

  @Test
  void checksThatComeBeforeTheCredentialsAreAnsweredAndActedOnLater() {
    Dialogue early = new Dialogue(IceRole.CONTROLLED);
    early.request(early.check(true));
    early.request(early.check(false));
    early.request(early.check(false), ELSEWHERE);
    assertThat(early.sent())
        .hasSize(3)
        .allMatch(sent -> sent.message().messageClass() == StunClass.SUCCESS_RESPONSE);
    assertThat(early.a.state()).isEqualTo(IceState.NEW);
    assertThat(early.after(millis(5000))).isEmpty();
    assertThat(early.a.agent.isValidRemote(new IcePath(Dialogue.A, Z))).isTrue();

    early.a.agent.remoteCredentials(Dialogue.Z_CREDENTIALS, early.now());
    List<Datagram> checks = early.after(millis(60));
    assertThat(checks).extracting(Datagram::destination).containsExactly(Z, ELSEWHERE);
    early.answer(checks.get(0));
    // The first of the two checks from Z had nominated the pair.
    assertThat(early.a.nominated()).isNotNull();
  }

  @Test
  void earlyChecksOfAnotherUserAreForgotten() {
    Dialogue early = new Dialogue(IceRole.CONTROLLED);
    early.request(early.check(true));
    early.a.agent.remoteCredentials(
        new IceCredentials("other", "a/password/of/24/letters"), early.now());
    assertThat(early.after(millis(1000))).hasSize(1);
    assertThat(early.a.agent.pairs()).isEmpty();
  }

  @Test
  void triggeredChecksGoBeforeOrdinaryOnes() {
    Dialogue many = new Dialogue(IceRole.CONTROLLED);
    many.a.agent.remoteCredentials(Dialogue.Z_CREDENTIALS, 0);
    for (int i = 1; i <= 10; i++) {
      many.a.agent.addRemoteCandidate(Dialogue.candidate(at("198.51.100." + i, i)), 0);
    }
    many.sent();
    many.request(many.check(false), at("198.51.100.9", 9));
    many.request(many.check(false), at("198.51.100.8", 8));
    many.sent();
    assertThat(many.until(millis(149)))
        .extracting(sent -> sent.destination().getPort())
        .containsExactly(9, 8);
  }

  @Test
  void aPairThatWorksIsNotCheckedForEveryCheckOfThePeers() {
    dialogue.answer(dialogue.expectOne());
    for (int i = 0; i < 10; i++) {
      dialogue.request(dialogue.check(false));
      assertThat(dialogue.after(millis(100))).hasSize(1);
    }
    assertThat(dialogue.a.agent.pairs().get(0).requestsReceived()).isEqualTo(10);
  }
}
