package io.webrtc4j.signaling.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server tells a client. */
public sealed interface ServerMessage {

  /**
   * Somebody in a room.
   *
   * @param id random and unguessable, valid while the member stays in the room
   * @param name what the member called itself, or null
   */
  record Member(String id, @Nullable String name) {}

  /**
   * The receiver is in the room now.
   *
   * @param id the receiver's own id
   * @param members the others, in the order in which they came
   */
  record Joined(String room, String id, List<Member> members) implements ServerMessage {
    /** Copies {@code members}. */
    public Joined {
      members = List.copyOf(members);
    }
  }

  /** The receiver has left the room, as it asked. */
  record Left(String room) implements ServerMessage {}

  /** Somebody else has come into the room. */
  record MemberJoined(Member member) implements ServerMessage {}

  /** Somebody else has left the room, or its connection has ended. */
  record MemberLeft(String id) implements ServerMessage {}

  /** A signal from another member of the room. */
  record Relayed(String from, Signal signal) implements ServerMessage {}

  /**
   * The receiver's last message was not carried out.
   *
   * @param message a sentence for a person
   */
  record Refusal(ErrorCode code, String message) implements ServerMessage {}
}
