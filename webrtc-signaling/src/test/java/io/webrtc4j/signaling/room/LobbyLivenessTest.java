package io.webrtc4j.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.signaling.message.ServerMessage.MemberLeft;
import org.junit.jupiter.api.Test;

class LobbyLivenessTest {
  private static final long INTERVAL = LobbyRig.LIMITS.pingInterval();

  private final LobbyRig rig = new LobbyRig();

  @Test
  void nobodyMeansNoWakeUps() {
    assertThat(rig.lobby.nextDeadline()).isEqualTo(Deadline.NEVER);
    long ada = rig.connect();
    assertThat(rig.lobby.nextDeadline()).isNotEqualTo(Deadline.NEVER);
    rig.lobby.disconnect(ada);
    assertThat(rig.lobby.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void theSilentArePinged() {
    long ada = rig.connect();
    assertThat(rig.runUntil(INTERVAL - 1)).isEmpty();
    assertThat(rig.runUntil(INTERVAL)).containsExactly(new Action.Ping(ada));
  }

  @Test
  void whoTalksIsNotPinged() {
    long ada = rig.connect();
    for (int i = 1; i <= 20; i++) {
      assertThat(rig.runUntil(i * INTERVAL / 2)).isEmpty();
      rig.lobby.receiveFrame(ada, rig.now);
    }
  }

  @Test
  void whoAnswersPingsStaysForEver() {
    long ada = rig.connect();
    for (int i = 1; i <= 100; i++) {
      assertThat(rig.runUntil(i * INTERVAL)).containsExactly(new Action.Ping(ada));
      rig.lobby.receiveFrame(ada, rig.now);
    }
  }

  @Test
  void theDeadLeaveAfterTwoIntervals() {
    long ada = rig.connect();
    long bob = rig.connect();
    String adaId = rig.joined(ada, "r", "Ada");
    rig.joined(bob, "r", "Bob");

    rig.runUntil(INTERVAL);
    rig.lobby.receiveFrame(bob, rig.now);
    assertThat(rig.runUntil(2 * INTERVAL - 1)).isEmpty();
    assertThat(rig.runUntil(2 * INTERVAL))
        .containsExactlyInAnyOrder(
            new Action.Send(bob, new MemberLeft(adaId)),
            new Action.Close(ada, CloseReason.NO_ANSWER_TO_PING),
            new Action.Ping(bob));
  }

  @Test
  void wakingUpTooEarlyDoesNothing() {
    rig.connect();
    long deadline = rig.lobby.nextDeadline();
    rig.lobby.handleTimeout(deadline - 1);
    assertThat(rig.lobby.nextDeadline()).isEqualTo(deadline);
    assertThat(rig.actions()).isEmpty();
  }

  @Test
  void aLateWakeUpFindsTheDeadAtOnce() {
    long ada = rig.connect();
    rig.lobby.handleTimeout(100 * INTERVAL);
    assertThat(rig.actions()).containsExactly(new Action.Close(ada, CloseReason.NO_ANSWER_TO_PING));
  }
}
