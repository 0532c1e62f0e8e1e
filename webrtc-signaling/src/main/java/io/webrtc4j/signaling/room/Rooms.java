package io.webrtc4j.signaling.room;

import io.webrtc4j.signaling.message.ServerMessage.Member;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All rooms by name. A room exists while somebody is in it. */
final class Rooms {
  /** 128 bits: nobody guesses another member's id. */
  private static final int ID_BYTES = 16;

  private final Map<String, Room> rooms = new HashMap<>();
  private final RandomGenerator random;

  Rooms(RandomGenerator random) {
    this.random = random;
  }

  int size() {
    return rooms.size();
  }

  @Nullable Room find(String name) {
    return rooms.get(name);
  }

  /** Puts a new member into the room of that name. */
  Membership enter(String roomName, @Nullable String memberName, long connection) {
    Room room = rooms.computeIfAbsent(roomName, Room::new);
    Membership membership = new Membership(room, new Member(freshId(), memberName), connection);
    room.add(membership);
    return membership;
  }

  void leave(Membership membership) {
    Room room = membership.room();
    room.remove(membership);
    if (room.isEmpty()) {
      rooms.remove(room.name());
    }
  }

  private String freshId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
