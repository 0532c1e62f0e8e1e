package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static io.webrtc4j.ice.Dialogue.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When checks are sent, and sent again. */
class CheckTimingTest {
  private static final int MANY = 20;

  @Test
  void anUnansweredCheckIsSentSevenTimes() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLING);
    dialogue.until(millis(60_000));
    assertThat(inMillis(dialogue.a.sentAt))
        .containsExactly(0L, 500L, 1500L, 3500L, 7500L, 15_500L, 31_500L);
    assertThat(dialogue.a.sent.stream().map(Datagram::toString).distinct()).hasSize(1);
    CandidatePairReport pair = dialogue.a.agent.pairs().get(0);
    assertThat(pair.state()).isEqualTo(CandidatePairState.FAILED);
    assertThat(pair.requestsSent()).isEqualTo(7);
    assertThat(pair.lastError()).isEqualTo("no answer to 7 requests");
  }

  @Test
  void thePairFailsAt39Point5Seconds() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLING);
    dialogue.until(millis(39_500) - 1);
    assertThat(dialogue.a.agent.pairs().get(0).state()).isEqualTo(CandidatePairState.IN_PROGRESS);
    dialogue.until(millis(39_500));
    assertThat(dialogue.a.agent.pairs().get(0).state()).isEqualTo(CandidatePairState.FAILED);
    assertThat(dialogue.a.state()).isEqualTo(IceState.FAILED);
  }

  @Test
  void newChecksAreFiftyMillisecondsApart() {
    Dialogue dialogue = manyCandidates();
    dialogue.until(millis(MANY * 50 - 1));
    List<Long> expected = new ArrayList<>();
    for (long i = 0; i < MANY; i++) {
      expected.add(i * 50);
    }
    assertThat(inMillis(dialogue.a.sentAt)).isEqualTo(expected);
    assertThat(dialogue.a.sent.stream().map(Datagram::destination).distinct()).hasSize(MANY);
  }

  @Test
  void checksGoOutInTheOrderOfPriority() {
    Dialogue dialogue = manyCandidates();
    dialogue.until(millis(MANY * 50 - 1));
    assertThat(dialogue.a.sent.stream().map(sent -> sent.destination().getPort()))
        .isSortedAccordingTo((one, other) -> other - one);
  }

  @Test
  void theFirstRetransmissionWaitsForAllFirstTransmissions() {
    Dialogue dialogue = manyCandidates();
    // 20 pairs wait or are in progress all the time: RTO = 20 * 50 ms (RFC 8445 §14.3).
    dialogue.until(millis(3000) - 1);
    List<Long> first = new ArrayList<>();
    for (int i = 0; i < dialogue.a.sent.size(); i++) {
      if (dialogue.a.sent.get(i).destination().getPort() == MANY) {
        first.add(dialogue.a.sentAt.get(i));
      }
    }
    assertThat(inMillis(first)).containsExactly(0L, 1000L);
  }

  @Test
  void theScheduleIsThatOfTheConfiguration() {
    IceTimings timings =
        new IceTimings(
            millis(20), millis(700), millis(1), millis(1), millis(1), millis(1), millis(1));
    Dialogue dialogue =
        new Dialogue(new AgentPeer(IceRole.CONTROLLING, 1, timings, IceLimits.defaults()));
    dialogue.a.agent.remoteCredentials(Dialogue.Z_CREDENTIALS, 0);
    dialogue.a.agent.addRemoteCandidate(Dialogue.candidate(at("198.51.100.1", 1)), 0);
    dialogue.a.agent.addRemoteCandidate(Dialogue.candidate(at("198.51.100.2", 2)), 0);
    dialogue.until(millis(2200));
    assertThat(inMillis(dialogue.a.sentAt)).containsExactly(0L, 20L, 700L, 720L, 2100L, 2120L);
  }

  @Test
  void pairsOfOneFoundationAreNotCheckedBeforeTheFirstHadItsChance() {
    Dialogue dialogue = new Dialogue(IceRole.CONTROLLING);
    dialogue.a.agent.remoteCredentials(Dialogue.Z_CREDENTIALS, 0);
    for (int i = 1; i <= 3; i++) {
      dialogue.a.agent.addRemoteCandidate(Dialogue.candidate(at("198.51.100." + i, 9)), 0);
    }
    assertThat(dialogue.a.agent.pairs())
        .extracting(CandidatePairReport::state)
        .containsExactly(
            CandidatePairState.IN_PROGRESS, CandidatePairState.FROZEN, CandidatePairState.FROZEN);
    dialogue.until(millis(1100));
    // Unanswered at 500 ms, so the second is tried; unanswered at 1000 ms, so the third is.
    assertThat(inMillis(dialogue.a.sentAt)).containsExactly(0L, 500L, 500L, 1000L, 1000L);
    assertThat(dialogue.a.sent.stream().map(Datagram::destination).distinct()).hasSize(3);
  }

  @Test
  void aTimerThatFiresLateDoesNotCatchUp() {
    RetransmissionTimer timer = RetransmissionTimer.repeating(millis(500), 0);
    assertThat(timer.fire(millis(900))).isTrue();
    assertThat(timer.deadline()).isEqualTo(millis(1900));
    assertThat(timer.fire(millis(39_500))).isFalse();
  }

  @Test
  void aTransactionWithALongRtoEndsInTime() {
    RetransmissionTimer timer = RetransmissionTimer.repeating(millis(5000), 0);
    List<Long> times = new ArrayList<>();
    while (timer.fire(timer.deadline())) {
      times.add(timer.deadline());
    }
    assertThat(inMillis(times)).containsExactly(15_000L, 35_000L, 39_500L);
  }

  @Test
  void aRequestThatIsSentOnceOnlyEnds() {
    RetransmissionTimer timer = RetransmissionTimer.once(millis(30_000), millis(5));
    assertThat(timer.deadline()).isEqualTo(millis(30_005));
    assertThat(timer.fire(timer.deadline())).isFalse();
    assertThat(timer.transmissions()).isEqualTo(1);
  }

  private static Dialogue manyCandidates() {
    Dialogue dialogue = new Dialogue(IceRole.CONTROLLING);
    for (int port = 1; port <= MANY; port++) {
      IceCandidate candidate =
          new IceCandidate(
              "f" + port,
              1,
              CandidateTransport.UDP,
              port,
              at("198.51.100." + port, port),
              CandidateType.HOST,
              null);
      dialogue.a.agent.addRemoteCandidate(candidate, 0);
    }
    dialogue.a.agent.remoteCredentials(Dialogue.Z_CREDENTIALS, 0);
    return dialogue;
  }

  private static List<Long> inMillis(List<Long> nanos) {
    return nanos.stream().map(time -> time / Deadline.millis(1)).toList();
  }
}
