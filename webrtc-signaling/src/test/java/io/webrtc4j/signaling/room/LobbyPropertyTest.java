package io.webrtc4j.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.signaling.message.ServerMessage.Joined;
import io.webrtc4j.signaling.message.ServerMessage.Left;
import io.webrtc4j.signaling.message.ServerMessage.Member;
import io.webrtc4j.signaling.message.ServerMessage.MemberJoined;
import io.webrtc4j.signaling.message.ServerMessage.MemberLeft;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the clients do, each one's picture of its room is the room's. */
class LobbyPropertyTest {
  private static final int CLIENTS = 6;

  private final Map<Long, String> ownIds = new HashMap<>();
  private final Map<Long, String> roomOf = new HashMap<>();
  private final Map<Long, Set<String>> othersSeen = new HashMap<>();

  @Property(tries = 300)
  void everyMemberKnowsExactlyTheOthersInItsRoom(
      @ForAll long seed,
      @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 1000) Integer> moves) {
    ownIds.clear();
    roomOf.clear();
    othersSeen.clear();
    LobbyRig rig = new LobbyRig(seed);
    long[] clients = new long[CLIENTS];
    for (int i = 0; i < CLIENTS; i++) {
      clients[i] = rig.connect();
    }
    for (int move : moves) {
      rig.now += LobbyRig.LIMITS.pingInterval() / 100;
      int client = move % CLIENTS;
      switch (move / CLIENTS % 8) {
        case 0 -> rig.receive(clients[client], "{'type':'leave'}");
        case 1 -> {
          rig.lobby.disconnect(clients[client]);
          forget(clients[client]);
          clients[client] = rig.connect();
        }
        case 2 -> rig.receive(clients[client], "{nonsense");
        default -> rig.receive(clients[client], "{'type':'join','room':'r" + move % 5 + "'}");
      }
      rig.actions().forEach(this::follow);
      check();
    }
  }

  private void follow(Action action) {
    if (!(action instanceof Action.Send send)) {
      return;
    }
    long client = send.connection();
    if (send.message() instanceof Joined joined) {
      ownIds.put(client, joined.id());
      roomOf.put(client, joined.room());
      Set<String> others = new HashSet<>();
      joined.members().stream().map(Member::id).forEach(others::add);
      othersSeen.put(client, others);
    } else if (send.message() instanceof Left) {
      forget(client);
    } else if (send.message() instanceof MemberJoined joined) {
      assertThat(othersSeen.get(client).add(joined.member().id())).isTrue();
    } else if (send.message() instanceof MemberLeft left) {
      assertThat(othersSeen.get(client).remove(left.id())).isTrue();
    }
  }

  private void forget(long client) {
    ownIds.remove(client);
    roomOf.remove(client);
    othersSeen.remove(client);
  }

  private void check() {
    assertThat(new HashSet<>(roomOf.values())).hasSizeLessThanOrEqualTo(LobbyRig.LIMITS.maxRooms());
    for (long client : ownIds.keySet()) {
      Set<String> others = new HashSet<>();
      for (long other : ownIds.keySet()) {
        if (other != client && roomOf.get(other).equals(roomOf.get(client))) {
          others.add(ownIds.get(other));
        }
      }
      assertThat(othersSeen.get(client)).isEqualTo(others);
      assertThat(others.size()).isLessThan(LobbyRig.LIMITS.maxMembersPerRoom());
    }
  }
}
