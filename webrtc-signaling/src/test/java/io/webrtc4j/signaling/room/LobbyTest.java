package io.webrtc4j.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.signaling.message.ErrorCode;
import io.webrtc4j.signaling.message.ServerMessage;
import io.webrtc4j.signaling.message.ServerMessage.Joined;
import io.webrtc4j.signaling.message.ServerMessage.Left;
import io.webrtc4j.signaling.message.ServerMessage.Member;
import io.webrtc4j.signaling.message.ServerMessage.MemberJoined;
import io.webrtc4j.signaling.message.ServerMessage.MemberLeft;
import io.webrtc4j.signaling.message.ServerMessage.Refusal;
import io.webrtc4j.signaling.message.ServerMessage.Relayed;
import io.webrtc4j.signaling.message.Signal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LobbyTest {
  private final LobbyRig rig = new LobbyRig();
  private final Lobby lobby = rig.lobby;

  @Test
  void theFirstMemberFindsAnEmptyRoomAndTheSecondFindsTheFirst() {
    long ada = rig.connect();
    rig.receive(ada, "{'type':'join','room':'r','name':'Ada'}");
    List<ServerMessage> toAda = rig.sentTo(ada);
    assertThat(toAda).singleElement().isInstanceOf(Joined.class);
    String adaId = ((Joined) toAda.get(0)).id();

    long bob = rig.connect();
    rig.receive(bob, "{'type':'join','room':'r'}");
    List<Action> actions = rig.actions();
    String bobId = ((Joined) ((Action.Send) actions.get(0)).message()).id();
    assertThat(actions)
        .containsExactly(
            new Action.Send(bob, new Joined("r", bobId, List.of(new Member(adaId, "Ada")))),
            new Action.Send(ada, new MemberJoined(new Member(bobId, null))));
  }

  @Test
  void signalsGoToTheMemberTheyAreForAndSayWhomTheyAreFrom() {
    long ada = rig.connect();
    long bob = rig.connect();
    long eve = rig.connect();
    String adaId = rig.joined(ada, "r", "Ada");
    String bobId = rig.joined(bob, "r", "Bob");
    rig.joined(eve, "r", "Eve");

    rig.receive(ada, "{'type':'offer','to':'" + bobId + "','sdp':'v=0'}");
    assertThat(rig.actions())
        .containsExactly(new Action.Send(bob, new Relayed(adaId, new Signal.Offer("v=0"))));
  }

  @Test
  void membersOfOtherRoomsAreOutOfReach() {
    long ada = rig.connect();
    long bob = rig.connect();
    rig.joined(ada, "r", "Ada");
    String bobId = rig.joined(bob, "s", "Bob");

    rig.receive(ada, "{'type':'offer','to':'" + bobId + "','sdp':'v=0'}");
    assertThat(rig.actions())
        .singleElement()
        .satisfies(action -> assertRefused(action, ada, ErrorCode.UNKNOWN_MEMBER));
  }

  @Test
  void theOthersAreToldWhoLeaves() {
    long ada = rig.connect();
    long bob = rig.connect();
    String adaId = rig.joined(ada, "r", "Ada");
    rig.joined(bob, "r", "Bob");

    rig.receive(ada, "{'type':'leave'}");
    assertThat(rig.actions())
        .containsExactlyInAnyOrder(
            new Action.Send(ada, new Left("r")), new Action.Send(bob, new MemberLeft(adaId)));
  }

  @Test
  void aLostConnectionLeavesItsRoom() {
    long ada = rig.connect();
    long bob = rig.connect();
    String adaId = rig.joined(ada, "r", "Ada");
    rig.joined(bob, "r", "Bob");

    lobby.disconnect(ada);
    lobby.disconnect(ada);
    assertThat(rig.actions()).containsExactly(new Action.Send(bob, new MemberLeft(adaId)));
  }

  @Test
  void whoLeftMayJoinAgainAndHasANewId() {
    long ada = rig.connect();
    String first = rig.joined(ada, "r", "Ada");
    rig.receive(ada, "{'type':'leave'}");
    assertThat(rig.joined(ada, "s", "Ada")).isNotEqualTo(first);
  }

  @Test
  void nobodyIsInTwoRooms() {
    long ada = rig.connect();
    rig.joined(ada, "r", "Ada");
    rig.receive(ada, "{'type':'join','room':'s'}");
    assertRefused(rig.actions().get(0), ada, ErrorCode.ALREADY_JOINED);
  }

  @Test
  void whoIsInNoRoomIsToldToJoinOne() {
    long ada = rig.connect();
    rig.receive(ada, "{'type':'leave'}");
    rig.receive(ada, "{'type':'offer','to':'x','sdp':'v=0'}");
    assertThat(rig.actions())
        .hasSize(2)
        .allSatisfy(action -> assertRefused(action, ada, ErrorCode.NOT_JOINED));
  }

  @Test
  void roomsAreLimitedInMembers() {
    IntStream.range(0, LobbyRig.LIMITS.maxMembersPerRoom())
        .forEach(i -> rig.joined(rig.connect(), "r", "member"));
    long last = rig.connect();
    rig.receive(last, "{'type':'join','room':'r'}");
    assertRefused(rig.actions().get(0), last, ErrorCode.ROOM_FULL);
    rig.joined(last, "s", "elsewhere");
  }

  @Test
  void roomsAreLimitedInNumberAndEndWithTheirLastMember() {
    long first = rig.connect();
    rig.joined(first, "r0", "member");
    IntStream.range(1, LobbyRig.LIMITS.maxRooms())
        .forEach(i -> rig.joined(rig.connect(), "r" + i, "member"));
    long last = rig.connect();
    rig.receive(last, "{'type':'join','room':'one more'}");
    assertRefused(rig.actions().get(0), last, ErrorCode.TOO_MANY_ROOMS);
    rig.joined(last, "r1", "an existing room");

    rig.receive(last, "{'type':'leave'}");
    rig.receive(first, "{'type':'leave'}");
    rig.joined(last, "one more", "there is space again");
  }

  @Test
  void badMessagesAreAnsweredAndEndNothing() {
    long ada = rig.connect();
    rig.receive(ada, "{");
    assertRefused(rig.actions().get(0), ada, ErrorCode.BAD_MESSAGE);
    rig.joined(ada, "r", "still here");
  }

  @Test
  void idsAreLongAndRandom() {
    String one = rig.joined(rig.connect(), "r", "a");
    String other = rig.joined(rig.connect(), "r", "a");
    assertThat(one).hasSize(22).isNotEqualTo(other);
  }

  @Test
  void shuttingDownClosesEverybodyAndTellsNobodyOfTheOthers() {
    long ada = rig.connect();
    long bob = rig.connect();
    rig.joined(ada, "r", "Ada");
    rig.joined(bob, "r", "Bob");

    lobby.shutdown();
    assertThat(rig.actions())
        .containsExactly(
            new Action.Close(ada, CloseReason.SHUTTING_DOWN),
            new Action.Close(bob, CloseReason.SHUTTING_DOWN));
    lobby.disconnect(ada);
    assertThat(rig.actions()).isEmpty();
  }

  @Test
  void callsAboutUnknownConnectionsDoNothing() {
    rig.receive(99, "{'type':'join','room':'r'}");
    lobby.close(99, CloseReason.BINARY_MESSAGE);
    lobby.disconnect(99);
    assertThat(rig.actions()).isEmpty();
  }

  private static void assertRefused(Action action, long connection, ErrorCode code) {
    assertThat(action).isInstanceOf(Action.Send.class);
    Action.Send send = (Action.Send) action;
    assertThat(send.connection()).isEqualTo(connection);
    assertThat(send.message()).isInstanceOf(Refusal.class);
    Refusal refusal = (Refusal) send.message();
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.message()).endsWith(".");
  }
}
