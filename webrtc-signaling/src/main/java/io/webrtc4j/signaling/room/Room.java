package io.webrtc4j.signaling.room;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of one room, by id, in the order in which they came. */
final class Room {
  private final String name;
  private final Map<String, Membership> members = new LinkedHashMap<>();

  Room(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  int size() {
    return members.size();
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  Collection<Membership> members() {
    return members.values();
  }

  @Nullable Membership find(String id) {
    return members.get(id);
  }

  void add(Membership membership) {
    members.put(membership.member().id(), membership);
  }

  void remove(Membership membership) {
    members.remove(membership.member().id());
  }
}
