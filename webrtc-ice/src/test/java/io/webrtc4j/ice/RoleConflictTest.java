package io.webrtc4j.ice;

import static io.webrtc4j.ice.Dialogue.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.ice.stun.ErrorCode;
import io.webrtc4j.ice.stun.StunClass;
import org.junit.jupiter.api.Test;

/** RFC 8445 §7.3.1.1 and §7.2.5.1, from A's side; tie-breakers are unsigned. */
class RoleConflictTest {
  private static final long LARGEST = -1;
  private static final long SMALLEST = 0;

  @Test
  void theControllingSideWithTheLargerTieBreakerRefuses() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLING);
    dialogue.sent();
    dialogue.request(claim(dialogue, IceRole.CONTROLLING, SMALLEST));
    assertRefused(dialogue);
    assertThat(dialogue.a.agent.role()).isEqualTo(IceRole.CONTROLLING);
  }

  @Test
  void theControllingSideWithTheSmallerTieBreakerYields() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLING);
    dialogue.sent();
    dialogue.request(claim(dialogue, IceRole.CONTROLLING, LARGEST));
    assertAccepted(dialogue);
    assertThat(dialogue.a.agent.role()).isEqualTo(IceRole.CONTROLLED);
    assertThat(dialogue.a.events).contains(new IceEvent.RoleChanged(IceRole.CONTROLLED));
  }

  @Test
  void theControlledSideWithTheLargerTieBreakerTakesControl() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);
    dialogue.sent();
    dialogue.request(claim(dialogue, IceRole.CONTROLLED, SMALLEST));
    assertAccepted(dialogue);
    assertThat(dialogue.a.agent.role()).isEqualTo(IceRole.CONTROLLING);
  }

  @Test
  void theControlledSideWithTheSmallerTieBreakerRefuses() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);
    dialogue.sent();
    dialogue.request(claim(dialogue, IceRole.CONTROLLED, LARGEST));
    assertRefused(dialogue);
    assertThat(dialogue.a.agent.role()).isEqualTo(IceRole.CONTROLLED);
  }

  @Test
  void betweenEqualTieBreakersTheAskedSideWins() {
    Dialogue controlling = Dialogue.begun(IceRole.CONTROLLING);
    long ours = controlling.expectOne().check().tieBreaker();
    controlling.request(claim(controlling, IceRole.CONTROLLING, ours));
    assertRefused(controlling);

    Dialogue controlled = Dialogue.begun(IceRole.CONTROLLED);
    ours = controlled.expectOne().check().tieBreaker();
    controlled.request(claim(controlled, IceRole.CONTROLLED, ours));
    assertAccepted(controlled);
    assertThat(controlled.a.agent.role()).isEqualTo(IceRole.CONTROLLING);
  }

  @Test
  void whoIsRefusedSwitchesAndChecksAgainWithAnotherTieBreaker() {
    for (IceRole role : IceRole.values()) {
      Dialogue dialogue = Dialogue.begun(role);
      Datagram first = dialogue.expectOne();
      dialogue.refuse(first, ErrorCode.ROLE_CONFLICT.code());
      assertThat(dialogue.a.agent.role()).isEqualTo(role.opposite());
      Datagram second = dialogue.until(millis(50)).get(0);
      assertThat(second.check().role()).isEqualTo(role.opposite());
      assertThat(second.check().tieBreaker()).isNotEqualTo(first.check().tieBreaker());
      dialogue.answer(second);
      assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
    }
  }

  @Test
  void aSwitchOrdersThePairsForTheNewRole() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLING);
    CandidatePairReport before = dialogue.a.agent.pairs().get(0);
    dialogue.refuse(dialogue.expectOne(), ErrorCode.ROLE_CONFLICT.code());
    CandidatePairReport after = dialogue.a.agent.pairs().get(0);
    assertThat(before.priority()).isEqualTo(after.priority() + 1);
  }

  @Test
  void aSwitchForgetsNominationsOfBothSides() {
    Dialogue controlling = Dialogue.connected(IceRole.CONTROLLING);
    Datagram nomination = controlling.until(millis(50)).get(0);
    assertThat(nomination.nominates()).isTrue();
    controlling.a.agent.role(IceRole.CONTROLLED);
    controlling.answer(nomination);
    assertThat(controlling.a.nominated()).isNull();

    Dialogue controlled = Dialogue.begun(IceRole.CONTROLLED);
    Datagram check = controlled.expectOne();
    controlled.request(controlled.check(true));
    controlled.a.agent.role(IceRole.CONTROLLING);
    controlled.answer(check);
    assertThat(controlled.a.state()).isEqualTo(IceState.CONNECTED);
    assertThat(controlled.a.nominated()).isNull();
  }

  @Test
  void theTieBreakerStaysUntilARefusal() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);
    long first = dialogue.expectOne().check().tieBreaker();
    dialogue.request(dialogue.check(false));
    Datagram second = dialogue.until(millis(50)).get(1);
    assertThat(second.check().tieBreaker()).isEqualTo(first);
  }

  @Test
  void aRefusalOfTheRoleWeHaveGivenUpChangesNothing() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLING);
    Datagram check = dialogue.expectOne();
    dialogue.request(claim(dialogue, IceRole.CONTROLLING, LARGEST));
    dialogue.refuse(check, ErrorCode.ROLE_CONFLICT.code());
    assertThat(dialogue.a.agent.role()).isEqualTo(IceRole.CONTROLLED);
  }

  @Test
  void aPeerThatRefusesEveryRoleFailsInTheEnd() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLING);
    for (int i = 0; i < 30; i++) {
      for (Datagram check : dialogue.after(millis(50))) {
        dialogue.refuse(check, ErrorCode.ROLE_CONFLICT.code());
      }
    }
    CandidatePairReport pair = dialogue.a.agent.pairs().get(0);
    assertThat(pair.state()).isEqualTo(CandidatePairState.FAILED);
    assertThat(pair.requestsSent()).isLessThan(20);
    assertThat(pair.lastError()).contains("487");
  }

  private static BindingRequest claim(Dialogue dialogue, IceRole role, long tieBreaker) {
    BindingRequest check = dialogue.check(role, false);
    return new BindingRequest(
        check.id(), check.username(), check.priority(), role, tieBreaker, false);
  }

  private static void assertRefused(Dialogue dialogue) {
    Datagram answer = dialogue.expectOne();
    assertThat(answer.message().attributes()).containsExactly(ErrorCode.ROLE_CONFLICT);
  }

  private static void assertAccepted(Dialogue dialogue) {
    Datagram answer = dialogue.expectOne();
    assertThat(answer.message().messageClass()).isEqualTo(StunClass.SUCCESS_RESPONSE);
  }
}
