package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static io.webrtc4j.ice.Dialogue.A;
import static io.webrtc4j.ice.Dialogue.Z;
import static io.webrtc4j.ice.Dialogue.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.stun.ErrorCode;
import io.webrtc4j.ice.stun.IntegrityAlgorithm;
import io.webrtc4j.ice.stun.IntegrityKey;
import io.webrtc4j.ice.stun.StunClass;
import io.webrtc4j.ice.stun.TransactionId;
import io.webrtc4j.ice.stun.Username;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** ICE restarts (RFC 8445 §9). */
class IceRestartTest {
  private static final InetSocketAddress A2 = at("192.0.2.3", 4001);
  private static final IceCredentials NEW_A =
      new IceCredentials("aNew", "the/new/password/of/A/is/long");
  private static final IceCredentials NEW_Z =
      new IceCredentials("zNew", "the/new/password/of/Z/is/long");
  private static final IntegrityKey NEW_A_KEY = IntegrityKey.shortTerm(NEW_A.pwd());
  private static final IntegrityKey NEW_Z_KEY = IntegrityKey.shortTerm(NEW_Z.pwd());

  private final SplittableRandom random = new SplittableRandom(5);

  @Test
  void whileOnlyWeHaveNewCredentialsTheOldPathGoesOnUnchanged() {
    Dialogue dialogue = completed();
    prepare(dialogue);
    assertThat(dialogue.a.state()).isEqualTo(IceState.COMPLETED);
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z));
    List<Datagram> consent = dialogue.after(millis(6000));
    assertThat(consent)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(usernameOf(each)).startsWith("zzzz:"));
    consent.forEach(dialogue::answer);
    assertThat(dialogue.a.state()).isEqualTo(IceState.COMPLETED);
  }

  @Test
  void checksWithTheNewCredentialsAreAnsweredBeforeThePeersAreKnownAndTakenUpAfter() {
    Dialogue dialogue = completed();
    prepare(dialogue);
    request(dialogue, NEW_A, NEW_Z, Z, true);
    assertThat(dialogue.expectOne().message().messageClass()).isEqualTo(StunClass.SUCCESS_RESPONSE);
    carryOut(dialogue);
    Datagram triggered = dialogue.expectOne();
    assertThat(usernameOf(triggered)).isEqualTo("zNew:aNew");
    answer(dialogue, triggered);
    assertThat(dialogue.a.nominated()).isNotNull();
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
  }

  @Test
  void checksWithTheOldCredentialsAreAnsweredForHalfAMinuteAfter() {
    Dialogue dialogue = restartedAndConnected();
    request(dialogue, dialogue.a.credentials, Dialogue.Z_CREDENTIALS, Z, false);
    assertThat(dialogue.sent())
        .filteredOn(each -> each.message().messageClass() == StunClass.SUCCESS_RESPONSE)
        .hasSize(1);
    for (int i = 0; i < 31; i++) {
      dialogue.after(millis(1000)).forEach(each -> answer(dialogue, each));
    }
    request(dialogue, dialogue.a.credentials, Dialogue.Z_CREDENTIALS, Z, false);
    assertThat(errors(dialogue.sent())).containsExactly(401);
  }

  @Test
  void dataKeepsTheOldPathUntilTheNewGenerationHasOne() {
    Dialogue dialogue = completed();
    prepare(dialogue);
    dialogue.a.agent.addHostCandidate(A2, 2, dialogue.now());
    carryOut(dialogue);
    dialogue.a.agent.addRemoteCandidate(Dialogue.candidate(at("198.51.100.9", 9)), dialogue.now());
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z));
    assertThat(dialogue.a.agent.isValidRemote(new IcePath(A, Z))).isTrue();
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
    Datagram check =
        dialogue.after(millis(300)).stream()
            .filter(each -> each.destination().equals(at("198.51.100.9", 9)))
            .filter(each -> each.source().equals(A))
            .findFirst()
            .orElseThrow();
    answer(dialogue, check);
    assertThat(dialogue.a.agent.selectedPath())
        .isEqualTo(new IcePath(check.source(), at("198.51.100.9", 9)));
    assertThat(dialogue.a.agent.isValidRemote(new IcePath(A, Z))).as("late data").isTrue();
  }

  @Test
  void consentOfTheOldPathGoesOnWhileTheNewGenerationSearches() {
    Dialogue dialogue = completed();
    prepare(dialogue);
    carryOut(dialogue);
    long oldChecks = 0;
    for (int i = 0; i < 20; i++) {
      for (Datagram sent : dialogue.after(millis(1000))) {
        if (usernameOf(sent).startsWith("zzzz:")) {
          oldChecks++;
          dialogue.answer(sent);
        }
      }
    }
    assertThat(oldChecks).isGreaterThanOrEqualTo(3);
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
  }

  @Test
  void aRestartThatFailsDoesNoHarmWhileTheOldPathWorks() {
    Dialogue dialogue = completed();
    prepare(dialogue);
    carryOut(dialogue);
    for (int i = 0; i < 60; i++) {
      dialogue.after(millis(1000)).stream()
          .filter(each -> usernameOf(each).startsWith("zzzz:"))
          .forEach(dialogue::answer);
    }
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
    dialogue.after(millis(40_000));
    assertThat(dialogue.a.state()).isEqualTo(IceState.FAILED);
    assertThat(dialogue.a.lastReason()).contains("no candidate pair");
  }

  @Test
  void aRestartThatIsTakenBackLeavesNothing() {
    Dialogue dialogue = completed();
    prepare(dialogue);
    dialogue.a.agent.addHostCandidate(A2, 2, dialogue.now());
    dialogue.a.agent.cancelRestart(dialogue.now());
    dialogue.a.collectEvents();
    assertThat(dialogue.a.events).contains(new IceEvent.LocalAddressesDropped());
    assertThat(dialogue.a.agent.usesLocalAddress(A2)).isFalse();
    assertThat(dialogue.a.agent.usesLocalAddress(A)).isTrue();
    assertThat(dialogue.a.agent.localCredentials()).isEqualTo(dialogue.a.credentials);
    request(dialogue, NEW_A, NEW_Z, Z, true);
    assertThat(errors(dialogue.sent())).containsExactly(401);
    assertThat(dialogue.a.state()).isEqualTo(IceState.COMPLETED);
  }

  @Test
  void anAgentThatHasFailedBeginsAnew() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLING);
    dialogue.until(millis(45_000));
    assertThat(dialogue.a.state()).isEqualTo(IceState.FAILED);
    prepare(dialogue);
    assertThat(dialogue.a.state()).isEqualTo(IceState.FAILED);
    request(dialogue, NEW_A, NEW_Z, Z, false);
    assertThat(dialogue.expectOne().message().messageClass()).isEqualTo(StunClass.SUCCESS_RESPONSE);
    carryOut(dialogue);
    assertThat(dialogue.a.state()).isEqualTo(IceState.CHECKING);
    answer(dialogue, dialogue.expectOne());
    assertThat(dialogue.a.states())
        .endsWith(IceState.FAILED, IceState.CHECKING, IceState.CONNECTED);
  }

  @Test
  void fromDisconnectedARestartLeadsToChecking() {
    Dialogue dialogue = completed();
    dialogue.after(millis(9000));
    assertThat(dialogue.a.state()).isEqualTo(IceState.DISCONNECTED);
    prepare(dialogue);
    assertThat(dialogue.a.state()).isEqualTo(IceState.DISCONNECTED);
    carryOut(dialogue);
    assertThat(dialogue.a.state()).isEqualTo(IceState.CHECKING);
  }

  @Test
  void theRoleStays() {
    Dialogue dialogue = completed();
    dialogue.request(dialogue.check(IceRole.CONTROLLING, false));
    IceRole role = dialogue.a.agent.role();
    prepare(dialogue);
    carryOut(dialogue);
    assertThat(dialogue.a.agent.role()).isEqualTo(role);
  }

  @Test
  void anotherAnswerToTheSameOfferBeginsAnewWithOurCredentials() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLING);
    dialogue.sent();
    dialogue.a.agent.remoteCredentials(NEW_Z, dialogue.now());
    assertThat(dialogue.a.agent.pairs()).isEmpty();
    dialogue.a.agent.addRemoteCandidate(Dialogue.candidate(Z), dialogue.now());
    List<Datagram> checks = dialogue.after(millis(60));
    assertThat(checks)
        .extracting(IceRestartTest::usernameOf)
        .containsExactly("zNew:" + dialogue.a.credentials.ufrag());
    answer(dialogue, checks.get(0));
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
  }

  @Test
  void aThousandRestartsLeaveAHandfulOfSessions() {
    Dialogue dialogue = completed();
    for (int i = 0; i < 1000; i++) {
      IceCredentials ours = IceCredentials.generate(random);
      dialogue.a.agent.restart(ours, dialogue.now());
      dialogue.a.agent.addHostCandidate(at("192.0.2.1", 10_000 + i), 1, dialogue.now());
      dialogue.a.agent.endOfLocalCandidates(dialogue.now());
      dialogue.a.agent.remoteCredentials(IceCredentials.generate(random), dialogue.now());
    }
    int used = 0;
    for (int i = 0; i < 1000; i++) {
      used += dialogue.a.agent.usesLocalAddress(at("192.0.2.1", 10_000 + i)) ? 1 : 0;
    }
    assertThat(used).isLessThan(8);
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A, Z));
  }

  @Test
  void addressesThatNoGenerationUsesAnyMoreAreTold() {
    Dialogue dialogue = completed();
    dialogue.a.agent.restart(NEW_A, dialogue.now());
    dialogue.a.agent.addHostCandidate(A2, 1, dialogue.now());
    dialogue.a.agent.endOfLocalCandidates(dialogue.now());
    dialogue.a.agent.remoteCredentials(NEW_Z, dialogue.now());
    dialogue.a.agent.addRemoteCandidate(Dialogue.candidate(Z), dialogue.now());
    Datagram check =
        dialogue.sent().stream().filter(each -> each.source().equals(A2)).findFirst().orElseThrow();
    receive(dialogue, check);
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(A2, Z));
    assertThat(dialogue.a.agent.usesLocalAddress(A)).isTrue();
    dialogue.after(millis(30_001));
    dialogue.a.collectEvents();
    assertThat(dialogue.a.agent.usesLocalAddress(A)).isFalse();
    assertThat(dialogue.a.events).contains(new IceEvent.LocalAddressesDropped());
  }

  /** An agent with a nominated pair, to which nobody will add a candidate. */
  private static Dialogue completed() {
    Dialogue dialogue = Dialogue.connected(IceRole.CONTROLLED);
    dialogue.a.agent.endOfRemoteCandidates(0);
    dialogue.request(dialogue.check(true));
    dialogue.sent();
    assertThat(dialogue.a.state()).isEqualTo(IceState.COMPLETED);
    return dialogue;
  }

  private static Dialogue restartedAndConnected() {
    Dialogue dialogue = completed();
    prepare(dialogue);
    carryOut(dialogue);
    answer(dialogue, dialogue.expectOne());
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
    return dialogue;
  }

  private static void prepare(Dialogue dialogue) {
    dialogue.a.agent.restart(NEW_A, dialogue.now());
    dialogue.a.agent.addHostCandidate(A, 65_535, dialogue.now());
    dialogue.a.agent.endOfLocalCandidates(dialogue.now());
    dialogue.a.collectEvents();
  }

  private static void carryOut(Dialogue dialogue) {
    dialogue.a.agent.remoteCredentials(NEW_Z, dialogue.now());
    dialogue.a.agent.addRemoteCandidate(Dialogue.candidate(Z), dialogue.now());
    dialogue.a.collectEvents();
  }

  private void request(
      Dialogue dialogue,
      IceCredentials ours,
      IceCredentials theirs,
      InetSocketAddress source,
      boolean useCandidate) {
    BindingRequest check =
        new BindingRequest(
            TransactionId.next(random),
            ours.ufrag() + ":" + theirs.ufrag(),
            CandidatePriority.of(CandidateType.PEER_REFLEXIVE, 60_000, 1),
            dialogue.a.agent.role().opposite(),
            Dialogue.Z_TIE_BREAKER,
            useCandidate);
    IntegrityKey key = ours.equals(NEW_A) ? NEW_A_KEY : IntegrityKey.shortTerm(ours.pwd());
    dialogue.receive(source, check.toMessage().toBytes(IntegrityAlgorithm.SHA1, key));
  }

  /** Z answers with its new password. */
  private static void answer(Dialogue dialogue, Datagram request) {
    dialogue.receive(
        request.destination(),
        Dialogue.success(request).toBytes(IntegrityAlgorithm.SHA1, NEW_Z_KEY));
  }

  /** As {@link #answer}, to the socket that asked. */
  private static void receive(Dialogue dialogue, Datagram request) {
    byte[] bytes = Dialogue.success(request).toBytes(IntegrityAlgorithm.SHA1, NEW_Z_KEY);
    dialogue.a.agent.handlePacket(
        PacketBuffer.wrap(bytes),
        new IcePath(request.source(), request.destination()),
        dialogue.now());
    dialogue.a.collectEvents();
  }

  private static String usernameOf(Datagram datagram) {
    return datagram.message().first(Username.class).map(Username::value).orElse("");
  }

  private static List<Integer> errors(List<Datagram> sent) {
    return sent.stream()
        .flatMap(each -> each.message().first(ErrorCode.class).stream())
        .map(ErrorCode::code)
        .toList();
  }
}
