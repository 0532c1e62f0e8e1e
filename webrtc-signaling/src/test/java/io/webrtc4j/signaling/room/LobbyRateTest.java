package io.webrtc4j.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.signaling.message.ErrorCode;
import io.webrtc4j.signaling.message.ServerMessage.MemberLeft;
import io.webrtc4j.signaling.message.ServerMessage.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LobbyRateTest {
  private static final int BURST = LobbyRig.LIMITS.frameBurst();
  private static final long ONE_FRAME = Deadline.seconds(1) / LobbyRig.LIMITS.framesPerSecond();

  private final LobbyRig rig = new LobbyRig();

  @Test
  void aBurstIsTakenAndOneFrameMoreIsNot() {
    long ada = rig.connect();
    frames(ada, BURST);
    assertThat(rig.actions()).isEmpty();

    frames(ada, 1);
    List<Action> actions = rig.actions();
    assertThat(actions).hasSize(2);
    assertThat(((Refusal) ((Action.Send) actions.get(0)).message()).code())
        .isEqualTo(ErrorCode.RATE_EXCEEDED);
    assertThat(actions.get(1)).isEqualTo(new Action.Close(ada, CloseReason.RATE_EXCEEDED));
  }

  @Test
  void theSteadyRateIsTakenForEver() {
    long ada = rig.connect();
    for (int i = 0; i < 1000; i++) {
      frames(ada, 1);
      rig.now += ONE_FRAME;
    }
    assertThat(rig.actions()).isEmpty();
  }

  @Test
  void slightlyAboveTheSteadyRateEndsOnceTheBurstIsUsedUp() {
    long ada = rig.connect();
    for (int i = 0; i < 1000; i++) {
      frames(ada, 1);
      rig.now += ONE_FRAME * 9 / 10;
    }
    assertThat(rig.actions()).contains(new Action.Close(ada, CloseReason.RATE_EXCEEDED));
  }

  @Test
  void aPauseGivesTheBurstBackAndNoMoreThanThat() {
    long ada = rig.connect();
    frames(ada, BURST);
    rig.now += Deadline.seconds(3600);
    frames(ada, BURST);
    assertThat(rig.actions()).isEmpty();
    frames(ada, 1);
    assertThat(rig.actions()).isNotEmpty();
  }

  @Test
  void whoIsTooFastLeavesTheRoomAndNothingMoreOfItIsHeard() {
    long ada = rig.connect();
    long bob = rig.connect();
    String adaId = rig.joined(ada, "r", "Ada");
    rig.joined(bob, "r", "Bob");

    frames(ada, BURST);
    rig.receive(ada, "{'type':'leave'}");
    assertThat(rig.actions()).contains(new Action.Send(bob, new MemberLeft(adaId))).hasSize(3);
  }

  private void frames(long connection, int count) {
    for (int i = 0; i < count; i++) {
      rig.lobby.receiveFrame(connection, rig.now);
    }
  }
}
