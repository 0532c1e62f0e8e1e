package io.webrtc4j.signaling.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.webrtc4j.signaling.message.ServerMessage.Joined;
import io.webrtc4j.signaling.message.ServerMessage.Left;
import io.webrtc4j.signaling.message.ServerMessage.Member;
import io.webrtc4j.signaling.message.ServerMessage.MemberJoined;
import io.webrtc4j.signaling.message.ServerMessage.MemberLeft;
import io.webrtc4j.signaling.message.ServerMessage.Relayed;
import io.webrtc4j.signaling.message.Signal.IceCandidate;
import org.jspecify.annotations.Nullable;

/** Server messages as JSON trees. */
final class MessageWriter {
  private final JsonNodeFactory nodes;

  MessageWriter(JsonNodeFactory nodes) {
    this.nodes = nodes;
  }

  ObjectNode write(ServerMessage message) {
    if (message instanceof Joined joined) {
      ObjectNode json = object("joined").put("room", joined.room()).put("id", joined.id());
      ArrayNode members = json.putArray("members");
      joined.members().forEach(member -> write(member, members.addObject()));
      return json;
    } else if (message instanceof Left left) {
      return object("left").put("room", left.room());
    } else if (message instanceof MemberJoined joined) {
      ObjectNode json = object("member-joined");
      write(joined.member(), json);
      return json;
    } else if (message instanceof MemberLeft left) {
      return object("member-left").put("id", left.id());
    } else if (message instanceof Relayed relayed) {
      return write(relayed);
    } else if (message instanceof ServerMessage.Refusal refusal) {
      return object("error")
          .put("code", refusal.code().toString())
          .put("message", refusal.message());
    }
    throw new AssertionError("a message without JSON: " + message);
  }

  private ObjectNode write(Relayed relayed) {
    Signal signal = relayed.signal();
    if (signal instanceof Signal.Offer offer) {
      return object("offer").put("from", relayed.from()).put("sdp", offer.sdp());
    } else if (signal instanceof Signal.Answer answer) {
      return object("answer").put("from", relayed.from()).put("sdp", answer.sdp());
    } else if (signal instanceof Signal.Candidate candidate) {
      ObjectNode json = object("candidate").put("from", relayed.from());
      write(candidate.candidate(), json);
      return json;
    }
    throw new AssertionError("a signal without JSON: " + signal);
  }

  private static void write(@Nullable IceCandidate candidate, ObjectNode json) {
    if (candidate == null) {
      json.putNull("candidate");
      return;
    }
    ObjectNode init = json.putObject("candidate").put("candidate", candidate.candidate());
    init.put("sdpMid", candidate.sdpMid());
    init.put("sdpMLineIndex", candidate.sdpMLineIndex());
    if (candidate.usernameFragment() != null) {
      init.put("usernameFragment", candidate.usernameFragment());
    }
  }

  private static void write(Member member, ObjectNode json) {
    json.put("id", member.id());
    if (member.name() != null) {
      json.put("name", member.name());
    }
  }

  private ObjectNode object(String type) {
    return nodes.objectNode().put("type", type);
  }
}
