package io.webrtc4j.ice;

import static io.webrtc4j.ice.Dialogue.A;
import static io.webrtc4j.ice.Dialogue.Z;
import static io.webrtc4j.ice.Dialogue.millis;
import static io.webrtc4j.ice.TwoAgents.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.ice.stun.StunClass;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Consent freshness (RFC 7675). */
class ConsentTest {
  @Test
  void consentChecksAreFourToSixSecondsApartAndEachIsSentOnce() {
    Dialogue dialogue = nominated(IceRole.CONTROLLED);
    List<Long> intervals = new ArrayList<>();
    Set<Object> transactions = new HashSet<>();
    long last = 0;
    while (dialogue.now() < seconds(600)) {
      for (Datagram consent : dialogue.after(millis(10))) {
        assertThat(consent.nominates()).isFalse();
        assertThat(transactions.add(consent.message().transactionId())).isTrue();
        intervals.add((dialogue.now() - last) / Deadline.millis(1));
        last = dialogue.now();
        dialogue.answer(consent);
      }
    }
    assertThat(intervals).hasSizeBetween(110, 130);
    assertThat(intervals).allMatch(interval -> interval >= 3990 && interval <= 6010);
    assertThat(intervals.stream().distinct()).hasSizeGreaterThan(50);
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
  }

  @Test
  void afterEightSecondsOfSilenceItIsDisconnectedAndTheNextAnswerHeals() {
    Dialogue dialogue = nominated(IceRole.CONTROLLED);
    dialogue.until(millis(8000) - 1);
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
    List<Datagram> unanswered = dialogue.until(millis(8000));
    assertThat(dialogue.a.state()).isEqualTo(IceState.DISCONNECTED);
    assertThat(dialogue.a.lastReason()).contains("8000 ms").contains("198.51.100.2:5000");
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z));
    unanswered.addAll(dialogue.until(millis(29_000)));
    // RFC 7675 §5.1: the answer to any request that is still outstanding counts.
    dialogue.answer(unanswered.get(unanswered.size() - 2));
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
    dialogue.until(millis(58_999));
    assertThat(dialogue.a.state()).isEqualTo(IceState.DISCONNECTED);
    dialogue.until(millis(59_000));
    assertThat(dialogue.a.state()).isEqualTo(IceState.FAILED);
  }

  @Test
  void aCheckOfThePeersBreaksTheSilenceToo() {
    Dialogue dialogue = nominated(IceRole.CONTROLLED);
    dialogue.until(millis(9000));
    assertThat(dialogue.a.state()).isEqualTo(IceState.DISCONNECTED);
    dialogue.request(dialogue.check(false));
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
  }

  @Test
  void checksOfThePeersAloneAreNoConsent() {
    Dialogue dialogue = nominated(IceRole.CONTROLLED);
    for (int i = 0; i < 40 && dialogue.a.state() != IceState.FAILED; i++) {
      dialogue.request(dialogue.check(false));
      dialogue.after(millis(1000));
    }
    assertThat(dialogue.a.state()).isEqualTo(IceState.FAILED);
    assertThat(dialogue.now()).isEqualTo(seconds(30));
  }

  @Test
  void consentExpiresThirtySecondsAfterTheLastAnswer() {
    Dialogue dialogue = nominated(IceRole.CONTROLLING);
    long answered = dialogue.now();
    dialogue.until(answered + seconds(30) - 1);
    assertThat(dialogue.a.agent.selectedPath()).isNotNull();
    dialogue.until(answered + seconds(30));
    assertThat(dialogue.a.agent.selectedPath()).isNull();
    assertThat(dialogue.a.states())
        .containsExactly(
            IceState.CHECKING, IceState.CONNECTED, IceState.DISCONNECTED, IceState.FAILED);
    assertThat(dialogue.a.lastReason())
        .isEqualTo(
            "consent expired: no check answered for 30 s"
                + " on 192.0.2.1:4000 -> 198.51.100.2:5000 (host/host)");
    assertThat(dialogue.a.agent.nextDeadline()).isEqualTo(Deadline.NEVER);
    assertThat(dialogue.a.agent.isValidRemote(new IcePath(A, Z))).isFalse();
  }

  @Test
  void answersAfterTheExpiryDoNotHelp() {
    Dialogue dialogue = nominated(IceRole.CONTROLLED);
    List<Datagram> unanswered = dialogue.until(seconds(31));
    dialogue.answer(unanswered.get(unanswered.size() - 1));
    assertThat(dialogue.a.state()).isEqualTo(IceState.FAILED);
    dialogue.expectNothing();
  }

  @Test
  void a403RevokesConsentAtOnce() {
    Dialogue dialogue = nominated(IceRole.CONTROLLED);
    Datagram consent = dialogue.until(millis(6000)).get(0);
    dialogue.refuse(consent, 403);
    assertThat(dialogue.a.state()).isEqualTo(IceState.FAILED);
    assertThat(dialogue.a.lastReason()).contains("403");
  }

  @Test
  void a403WithoutIntegrityRevokesNothing() {
    Dialogue dialogue = nominated(IceRole.CONTROLLED);
    Datagram consent = dialogue.until(millis(6000)).get(0);
    dialogue.receive(Z, Dialogue.error(consent, 403).toBytes());
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
  }

  @Test
  void consentIsKeptBeforeANominationToo() {
    Dialogue dialogue = Dialogue.connected(IceRole.CONTROLLED);
    for (int i = 0; i < 60; i++) {
      dialogue.after(millis(1000)).forEach(dialogue::answer);
    }
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
    dialogue.after(seconds(31));
    assertThat(dialogue.a.state()).isEqualTo(IceState.FAILED);
    assertThat(dialogue.a.lastReason()).contains("consent expired");
  }

  @Test
  void aPairWhoseConsentIsLostIsNotCheckedAgainThoughAnotherServes() {
    Dialogue dialogue = nominated(IceRole.CONTROLLED);
    InetSocketAddress other = Addresses.at("198.51.100.3", 5001);
    dialogue.until(millis(1000));
    dialogue.request(dialogue.check(true), other);
    dialogue.answer(dialogue.sent().get(1));
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z));
    dialogue.refuse(dialogue.until(millis(6000)).get(0), 403);
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, other));
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
    dialogue.request(dialogue.check(true));
    assertThat(dialogue.sent())
        .singleElement()
        .satisfies(
            sent ->
                assertThat(sent.message().messageClass()).isEqualTo(StunClass.SUCCESS_RESPONSE));
    assertThat(dialogue.after(millis(3000))).extracting(Datagram::destination).containsOnly(other);
  }

  @Test
  void aLinkThatIsDownForSeventeenSecondsIsSurvived() {
    Seeds.forEach(
        50,
        seed -> {
          AgentPeer a = new AgentPeer(IceRole.CONTROLLING, seed).on(A);
          AgentPeer b = new AgentPeer(IceRole.CONTROLLED, seed + 100).on(Z);
          TwoAgents agents = new TwoAgents(a, b, LinkConditions.perfect(), seed).signalAll();
          agents.runFor(seconds(20));
          agents.network.aToB().up(false);
          agents.network.bToA().up(false);
          agents.runFor(seconds(17));
          assertThat(a.state()).isEqualTo(IceState.DISCONNECTED);
          assertThat(b.state()).isEqualTo(IceState.DISCONNECTED);
          agents.network.aToB().up(true);
          agents.network.bToA().up(true);
          agents.runFor(seconds(10));
          assertThat(a.state()).isEqualTo(IceState.COMPLETED);
          assertThat(b.state()).isEqualTo(IceState.COMPLETED);
        });
  }

  @Test
  void afterTwoChecksWithoutAnswerEachIsRepeatedUntilAnyIsAnswered() {
    Dialogue dialogue = nominated(IceRole.CONTROLLED);
    List<Datagram> unanswered = new ArrayList<>();
    Map<Object, List<Long>> sentAt = new LinkedHashMap<>();
    while (sentAt.size() < 5) {
      for (Datagram sent : dialogue.after(millis(10))) {
        unanswered.add(sent);
        sentAt
            .computeIfAbsent(sent.message().transactionId(), none -> new ArrayList<>())
            .add(dialogue.now());
      }
    }
    List<List<Long>> checks = List.copyOf(sentAt.values());
    assertThat(checks.get(0)).hasSize(1);
    assertThat(checks.get(1)).hasSize(1);
    assertThat(sinceFirst(checks.get(2))).startsWith(0L, 500L, 1500L, 3500L);
    assertThat(sinceFirst(checks.get(3))).startsWith(0L, 500L, 1500L);

    dialogue.answer(unanswered.get(unanswered.size() - 1));
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
    long answered = dialogue.now();
    List<Long> later = new ArrayList<>();
    while (dialogue.now() < answered + seconds(20)) {
      for (Datagram sent : dialogue.after(millis(10))) {
        later.add(dialogue.now());
        dialogue.answer(sent);
      }
    }
    assertThat(later).as("checks when all is well again").hasSizeBetween(3, 6);
  }

  private static List<Long> sinceFirst(List<Long> times) {
    return times.stream().map(time -> (time - times.get(0)) / Deadline.millis(1)).toList();
  }

  @Test
  void whereAFifthOfAllPacketsIsLostConsentAsARuleHoldsForAnHour() {
    int[] runs = {0};
    int[] failed = {0};
    Seeds.forEach(
        50,
        seed -> {
          runs[0]++;
          AgentPeer a = new AgentPeer(IceRole.CONTROLLING, seed).on(A);
          AgentPeer b = new AgentPeer(IceRole.CONTROLLED, seed + 100).on(Z);
          LinkConditions lossy = LinkConditions.perfect().withLoss(0.2);
          TwoAgents agents = new TwoAgents(a, b, lossy, seed).signalAll();
          agents.runFor(seconds(3600));
          failed[0] += a.states().contains(IceState.FAILED) ? 1 : 0;
        });
    // Sent once each, with 36 % unanswered, they lose it in nearly every hour.
    assertThat(failed[0]).as("of %d", runs[0]).isLessThan(Math.max(1, runs[0] / 5));
  }

  @Test
  void fivePercentOfLossIsSeldomADisconnectionAndNeverAFailure() {
    int[] runs = {0};
    int[] disconnections = {0};
    Seeds.forEach(
        20,
        seed -> {
          AgentPeer a = new AgentPeer(IceRole.CONTROLLING, seed).on(A);
          AgentPeer b = new AgentPeer(IceRole.CONTROLLED, seed + 100).on(Z);
          LinkConditions lossy = LinkConditions.perfect().withLoss(0.05);
          TwoAgents agents = new TwoAgents(a, b, lossy, seed).signalAll();
          agents.runFor(seconds(600));
          runs[0]++;
          disconnections[0] += Collections.frequency(a.states(), IceState.DISCONNECTED);
          assertThat(a.states()).doesNotContain(IceState.FAILED);
        });
    assertThat(disconnections[0]).as("in %d times ten minutes", runs[0]).isLessThan(runs[0]);
  }

  private static Dialogue nominated(IceRole role) {
    Dialogue dialogue = Dialogue.connected(role);
    if (role == IceRole.CONTROLLING) {
      dialogue.answer(dialogue.until(millis(50)).get(0));
    } else {
      dialogue.request(dialogue.check(true));
      dialogue.sent();
    }
    assertThat(dialogue.a.nominated()).isNotNull();
    return dialogue;
  }
}
