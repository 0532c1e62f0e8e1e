package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static io.webrtc4j.ice.Dialogue.A;
import static io.webrtc4j.ice.Dialogue.Z;
import static io.webrtc4j.ice.Dialogue.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.ice.stun.StunClass;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who nominates what, and when (RFC 8445 §7.3.1.5, §8.1). */
class NominationTest {
  private static final InetSocketAddress Z2 = at("198.51.100.3", 5001);

  @Test
  void theControllingSideNominatesAtOnceWhenNothingBetterCanCome() {
    Dialogue dialogue = Dialogue.connected(IceRole.CONTROLLING);
    Datagram nomination = dialogue.until(millis(50)).get(0);
    assertThat(nomination.nominates()).isTrue();
    assertThat(dialogue.a.nominated()).isNull();
    dialogue.answer(nomination);
    assertThat(dialogue.a.nominated()).isNotNull();
  }

  @Test
  void theControllingSideWaitsASecondForABetterPair() {
    Dialogue dialogue = withBetterAndWorse(IceRole.CONTROLLING);
    Datagram worse = checkTo(Z2, dialogue.until(millis(50)));
    dialogue.until(millis(90));
    dialogue.answer(worse);
    assertThat(nominations(dialogue.until(millis(1089)))).isEmpty();
    List<Datagram> nominations = nominations(dialogue.until(millis(1090)));
    assertThat(nominations).hasSize(1);
    assertThat(nominations.get(0).destination()).isEqualTo(Z2);
  }

  @Test
  void theControllingSideTakesTheBetterPairIfThatComesInTime() {
    Dialogue dialogue = withBetterAndWorse(IceRole.CONTROLLING);
    List<Datagram> checks = dialogue.until(millis(50));
    dialogue.answer(checkTo(Z2, checks));
    dialogue.until(millis(200));
    dialogue.answer(checkTo(Z, checks));
    List<Datagram> nominations = nominations(dialogue.sent());
    assertThat(nominations).extracting(Datagram::destination).containsExactly(Z);
    dialogue.answer(nominations.get(0));
    assertThat(nominations(dialogue.until(millis(10_000)))).isEmpty();
  }

  @Test
  void afterItsNominationTheControllingSideStays() {
    Dialogue dialogue = withBetterAndWorse(IceRole.CONTROLLING);
    List<Datagram> checks = dialogue.until(millis(50));
    dialogue.answer(checkTo(Z2, checks));
    dialogue.answer(nominations(dialogue.until(millis(1100))).get(0));
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z2));
    dialogue.answer(checkTo(Z, checks));
    dialogue.request(dialogue.check(false));
    assertThat(nominations(dialogue.after(millis(3000)))).isEmpty();
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z2));
  }

  @Test
  void anotherPairIsNominatedIfTheFirstNominationFails() {
    Dialogue dialogue = withBetterAndWorse(IceRole.CONTROLLING);
    List<Datagram> checks = dialogue.until(millis(50));
    dialogue.answer(checkTo(Z, checks));
    dialogue.answer(checkTo(Z2, checks));
    Datagram first = nominations(dialogue.until(millis(100))).get(0);
    assertThat(first.destination()).isEqualTo(Z);
    dialogue.refuse(first, 400);
    Datagram second = nominations(dialogue.until(millis(200))).get(0);
    assertThat(second.destination()).isEqualTo(Z2);
    dialogue.answer(second);
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z2));
  }

  @Test
  void aNominationThatIsLostComesAgainWithTheConsentChecks() {
    Dialogue dialogue = Dialogue.connected(IceRole.CONTROLLING);
    List<Datagram> nominations = nominations(dialogue.until(millis(7000)));
    // The check at 50, 550, 1550 and 3550 ms, and the consent check.
    assertThat(nominations).hasSize(5);
    assertThat(nominations.stream().map(sent -> sent.message().transactionId()).distinct())
        .hasSize(2);
    dialogue.answer(nominations.get(4));
    assertThat(dialogue.a.nominated()).isNotNull();
    // Neither is sent again, and that the first was not answered does no harm.
    for (int i = 0; i < 20; i++) {
      List<Datagram> sent = dialogue.after(millis(3000));
      assertThat(nominations(sent)).isEmpty();
      sent.forEach(dialogue::answer);
    }
    assertThat(dialogue.a.nominated()).isNotNull();
  }

  @Test
  void theControlledSideFollowsThePairOnWhichThePeerSends() {
    Dialogue dialogue = withBetterAndWorse(IceRole.CONTROLLED);
    List<Datagram> checks = dialogue.until(millis(50));
    dialogue.answer(checkTo(Z, checks));
    dialogue.answer(checkTo(Z2, checks));
    dialogue.request(dialogue.check(true), Z);
    dialogue.request(dialogue.check(true), Z2);
    IceAgent agent = dialogue.a.agent;
    assertThat(agent.selectedPath()).isEqualTo(new IcePath(A, Z));
    dialogue.after(millis(300));
    agent.heardData(new IcePath(A, Z2), dialogue.now());
    assertThat(agent.selectedPath()).isEqualTo(new IcePath(A, Z2));
    // What was late on the way does not lead back.
    agent.heardData(new IcePath(A, Z), dialogue.now() + millis(10));
    agent.handleTimeout(dialogue.now() + millis(10));
    assertThat(agent.selectedPath()).isEqualTo(new IcePath(A, Z2));
  }

  @Test
  void theControllingSideFollowsNobody() {
    Dialogue dialogue = withBetterAndWorse(IceRole.CONTROLLING);
    List<Datagram> checks = dialogue.until(millis(50));
    dialogue.answer(checkTo(Z, checks));
    dialogue.answer(checkTo(Z2, checks));
    dialogue.answer(nominations(dialogue.until(millis(100))).get(0));
    dialogue.a.agent.heardData(new IcePath(A, Z2), millis(500));
    dialogue.after(millis(500));
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z));
  }

  @Test
  void nominationEndsAllOtherChecks() {
    Dialogue dialogue = withBetterAndWorse(IceRole.CONTROLLED);
    for (int i = 10; i < 30; i++) {
      dialogue.a.agent.addRemoteCandidate(Dialogue.candidate(at("198.51.100." + i, i)), 0);
    }
    List<Datagram> checks = dialogue.until(millis(50));
    dialogue.answer(checkTo(Z, checks));
    dialogue.request(dialogue.check(true));
    assertThat(dialogue.a.nominated()).isNotNull();
    dialogue.sent();
    assertThat(dialogue.until(millis(3900))).isEmpty();
    assertThat(dialogue.a.agent.pairs()).hasSize(2);
    dialogue.a.agent.addRemoteCandidate(Dialogue.candidate(at("198.51.100.77", 7)), dialogue.now());
    assertThat(dialogue.a.agent.pairs()).hasSize(2);
  }

  @Test
  void nominationEndsTriggeredChecksThatWereNotNominatedThemselves() {
    Dialogue dialogue = Dialogue.connected(IceRole.CONTROLLED);
    for (int i = 10; i < 15; i++) {
      dialogue.request(dialogue.check(false), at("203.0.113." + i, i));
    }
    dialogue.request(dialogue.check(true), Z2);
    dialogue.request(dialogue.check(true), Z);
    dialogue.sent();
    assertThat(dialogue.until(millis(3900))).extracting(Datagram::destination).containsOnly(Z2);
  }

  @Test
  void useCandidateOnAPairThatWorksNominatesIt() {
    Dialogue dialogue = Dialogue.connected(IceRole.CONTROLLED);
    assertThat(dialogue.a.nominated()).isNull();
    dialogue.request(dialogue.check(true));
    assertThat(dialogue.a.nominated()).isNotNull();
  }

  @Test
  void useCandidateOnAPairNotYetCheckedNominatesItWhenItWorks() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);
    Datagram first = dialogue.expectOne();
    dialogue.request(dialogue.check(true));
    assertThat(dialogue.a.nominated()).isNull();
    dialogue.answer(first);
    assertThat(dialogue.a.nominated()).isNotNull();
  }

  @Test
  void ofAnAggressivePeersNominationsTheBestWins() {
    Dialogue dialogue = withBetterAndWorse(IceRole.CONTROLLED);
    List<Datagram> checks = dialogue.until(millis(50));
    // Z nominates with every check, as Chromium does.
    dialogue.request(dialogue.check(true), Z2);
    dialogue.request(dialogue.check(true), Z);
    dialogue.answer(checkTo(Z2, checks));
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z2));
    dialogue.answer(checkTo(Z, checks));
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z));
    for (int i = 0; i < 10; i++) {
      dialogue.request(dialogue.check(true), i % 2 == 0 ? Z2 : Z);
      dialogue.after(millis(50));
    }
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z));
    assertThat(dialogue.a.events.stream().filter(IceEvent.SelectedPairChanged.class::isInstance))
        .hasSize(2);
  }

  @Test
  void aNominationThatComesAfterAnotherOnAnUnknownPairIsStillChecked() {
    Dialogue dialogue = Dialogue.connected(IceRole.CONTROLLED);
    dialogue.request(dialogue.check(true));
    dialogue.sent();
    dialogue.until(millis(100));
    dialogue.request(dialogue.check(true), Z2);
    List<Datagram> sent = dialogue.sent();
    assertThat(sent).hasSize(2);
    dialogue.answer(sent.get(1));
    assertThat(dialogue.a.agent.pairs()).filteredOn(CandidatePairReport::nominated).hasSize(2);
  }

  @Test
  void theControlledSideFollowsAPeerWhoseFirstPairHasDied() {
    Dialogue dialogue = withBetterAndWorse(IceRole.CONTROLLED);
    List<Datagram> checks = dialogue.until(millis(50));
    dialogue.request(dialogue.check(true), Z);
    dialogue.answer(checkTo(Z, checks));
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z));
    // From now on Z is heard on the worse pair alone, and nominates that.
    for (int i = 0; i < 5; i++) {
      dialogue.request(dialogue.check(true), Z2);
      for (Datagram sent : dialogue.after(millis(2000))) {
        if (sent.destination().equals(Z2) && isRequest(sent)) {
          dialogue.answer(sent);
        }
      }
    }
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z2));
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
  }

  @Test
  void theControllingSideDoesNotListenToUseCandidate() {
    Dialogue dialogue = Dialogue.connected(IceRole.CONTROLLING);
    BindingRequest check = dialogue.check(IceRole.CONTROLLED, true);
    dialogue.request(check);
    assertThat(dialogue.a.nominated()).isNull();
  }

  @Test
  void aPeerThatChecksTheNominatedPairIsToldAgainUntilItSendsData() {
    Dialogue dialogue = Dialogue.connected(IceRole.CONTROLLING);
    dialogue.answer(dialogue.until(millis(50)).get(0));
    dialogue.sent();
    dialogue.request(dialogue.check(false));
    List<Datagram> again = nominations(dialogue.sent());
    assertThat(again).hasSize(1);
    dialogue.answer(again.get(0));
    dialogue.a.agent.heardData(new IcePath(A, Z), millis(60));
    dialogue.request(dialogue.check(false));
    assertThat(nominations(dialogue.sent())).isEmpty();
  }

  @Test
  void onlyNominationsCarryUseCandidate() {
    TwoAgents agents =
        new TwoAgents(
            new AgentPeer(IceRole.CONTROLLING, 1).on(A, at("192.0.2.5", 4005)),
            new AgentPeer(IceRole.CONTROLLED, 2).on(Z, Z2));
    agents.signalAll();
    agents.runFor(TwoAgents.seconds(30));
    assertThat(nominations(agents.a.sent))
        .extracting(Datagram::destination)
        .containsOnly(Z)
        .hasSizeBetween(1, 4);
    assertThat(nominations(agents.b.sent)).isEmpty();
  }

  /** Z is better than Z2. */
  private static Dialogue withBetterAndWorse(IceRole role) {
    Dialogue dialogue = Dialogue.begun(role);
    IceCandidate worse =
        new IceCandidate("w", 1, CandidateTransport.UDP, 1000, Z2, CandidateType.HOST, null);
    dialogue.a.agent.addRemoteCandidate(worse, 0);
    return dialogue;
  }

  private static Datagram checkTo(InetSocketAddress destination, List<Datagram> sent) {
    return sent.stream()
        .filter(datagram -> datagram.destination().equals(destination))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isRequest(Datagram datagram) {
    return datagram.message().messageClass() == StunClass.REQUEST;
  }

  private static List<Datagram> nominations(List<Datagram> sent) {
    List<Datagram> nominations = new ArrayList<>(sent);
    nominations.removeIf(datagram -> !datagram.nominates());
    return nominations;
  }
}
