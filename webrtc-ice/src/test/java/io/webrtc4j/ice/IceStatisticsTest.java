package io.webrtc4j.ice;

import static io.webrtc4j.ice.Dialogue.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.ice.stun.XorMappedAddress;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IceStatisticsTest {
  private static final IcePath PATH = new IcePath(Dialogue.A, Dialogue.Z);

  @Test
  void roundTripsAddUpButForRequestsThatWereSentAgain() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);
    Datagram first = dialogue.expectOne();
    dialogue.after(millis(30));
    dialogue.answer(first);
    Datagram consent = dialogue.after(millis(7000)).get(0);
    long sentAt = dialogue.a.sentAt.get(dialogue.a.sentAt.size() - 1);
    dialogue.answer(consent);
    CandidatePairReport report = only(dialogue).report();
    long second = dialogue.now() - sentAt;
    assertThat(report.roundTripTime()).isEqualTo(second);
    assertThat(report.totalRoundTripTime()).isEqualTo(millis(30) + second);
    assertThat(report.checksSent()).isEqualTo(1);
    assertThat(report.consentChecksSent()).isEqualTo(1);
  }

  @Test
  void aCheckThatIsSentAgainIsOne() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);
    dialogue.until(millis(4000));
    CandidatePairReport report = only(dialogue).report();
    assertThat(report.checksSent()).isEqualTo(1);
    assertThat(report.requestsSent()).isEqualTo(4);
    assertThat(report.totalRoundTripTime()).isZero();
  }

  @Test
  void dataIsCountedWhereItGoesAndComes() {
    Dialogue dialogue = Dialogue.connected(IceRole.CONTROLLED);
    IceAgent agent = dialogue.a.agent;
    assertThat(only(dialogue).traffic()).isEqualTo(new PairTraffic(0, 0, 0, 0, -1, -1));
    agent.countSent(PATH, 100, 5);
    agent.countSent(PATH, 20, 6);
    agent.countReceived(PATH, 3, 7);
    agent.countReceived(new IcePath(Dialogue.A, Addresses.at("203.0.113.9", 9)), 1000, 8);
    assertThat(only(dialogue).traffic()).isEqualTo(new PairTraffic(2, 120, 1, 3, 6, 7));
  }

  @Test
  void candidatesAndPairsHaveTheUsernamesOfTheirGeneration() {
    Dialogue dialogue = Dialogue.connected(IceRole.CONTROLLED);
    IceStatistics statistics = dialogue.a.agent.statistics();
    assertThat(statistics.state()).isEqualTo(IceState.CONNECTED);
    assertThat(statistics.role()).isEqualTo(IceRole.CONTROLLED);
    assertThat(statistics.localUfrag()).isEqualTo(dialogue.a.credentials.ufrag());
    assertThat(statistics.local())
        .containsExactly(
            new IceStatistics.Candidate(
                dialogue.a.candidates.get(0), dialogue.a.credentials.ufrag()));
    assertThat(statistics.remote())
        .containsExactly(
            new IceStatistics.Candidate(
                Dialogue.candidate(Dialogue.Z), Dialogue.Z_CREDENTIALS.ufrag()));
    IceStatistics.Pair pair = only(dialogue);
    assertThat(pair.path()).isEqualTo(PATH);
    assertThat(pair.selected()).isTrue();
    assertThat(List.of(pair.local(), pair.remote()))
        .containsExactly(statistics.local().get(0), statistics.remote().get(0));
  }

  @Test
  void theEndOfAPairIsAmongTheCandidatesAlsoIfACheckRevealedIt() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);
    dialogue.answer(dialogue.expectOne(), new XorMappedAddress(Addresses.at("203.0.113.1", 1)));
    IceStatistics statistics = dialogue.a.agent.statistics();
    assertThat(statistics.local()).hasSize(2).contains(only(dialogue).local());
    assertThat(only(dialogue).local().candidate().type()).isEqualTo(CandidateType.PEER_REFLEXIVE);
  }

  @Test
  void afterARestartThePairInUseAloneIsLeftOfWhatWasBefore() {
    Dialogue dialogue = Dialogue.connected(IceRole.CONTROLLED);
    IceAgent agent = dialogue.a.agent;
    IceStatistics.Pair before = only(dialogue);
    IceCredentials local = IceCredentials.generate(new SplittableRandom(2));
    agent.restart(local, dialogue.now());
    agent.addHostCandidate(Dialogue.A, 65_535, dialogue.now());
    assertThat(agent.statistics().localUfrag()).isEqualTo(local.ufrag());
    assertThat(agent.statistics().local()).hasSize(2);
    IceCredentials remote = IceCredentials.generate(new SplittableRandom(3));
    agent.remoteCredentials(remote, dialogue.now());
    agent.addRemoteCandidate(Dialogue.candidate(Addresses.at("198.51.100.7", 7)), dialogue.now());
    IceStatistics statistics = agent.statistics();
    assertThat(statistics.pairs()).hasSize(2);
    assertThat(statistics.pairs().get(0).selected()).isFalse();
    assertThat(statistics.pairs().get(0).remote().ufrag()).isEqualTo(remote.ufrag());
    assertThat(statistics.pairs().get(1)).isEqualTo(before);
    agent.countSent(PATH, 10, dialogue.now());
    assertThat(agent.statistics().pairs().get(1).traffic().bytesSent()).isEqualTo(10);
  }

  @Test
  void anAgentThatIsClosedTellsWhatItHad() {
    Dialogue dialogue = Dialogue.connected(IceRole.CONTROLLED);
    dialogue.a.agent.close(dialogue.now());
    assertThat(dialogue.a.agent.statistics().state()).isEqualTo(IceState.CLOSED);
    assertThat(dialogue.a.agent.statistics().pairs()).hasSize(1);
  }

  private static IceStatistics.Pair only(Dialogue dialogue) {
    List<IceStatistics.Pair> pairs = dialogue.a.agent.statistics().pairs();
    assertThat(pairs).hasSize(1);
    return pairs.get(0);
  }
}
