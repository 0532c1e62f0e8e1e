package io.webrtc4j.ice;

import io.webrtc4j.common.PacketBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Messages until they are polled. */
final class Outbox {
  /** Far more than one input can cause: only a caller that does not poll gets here. */
  static final int LIMIT = 256;

  private final Deque<Message> messages = new ArrayDeque<>();
  private final Drops drops;

  Outbox(Drops drops) {
    this.drops = drops;
  }

  /** Adds a message; beyond the limit it is lost, as it might be on the way. */
  void add(byte[] bytes, IcePath path) {
    if (messages.size() >= LIMIT) {
      drops.beyondLimits();
      return;
    }
    messages.add(new Message(bytes, path));
  }

  @Nullable IcePath poll(PacketBuffer out) {
    Message message = messages.peek();
    if (message == null) {
      return null;
    }
    out.put(message.bytes);
    messages.remove();
    return message.path;
  }

  void clear() {
    messages.clear();
  }

  private static final class Message {
    private final byte[] bytes;
    private final IcePath path;

    Message(byte[] bytes, IcePath path) {
      this.bytes = bytes;
      this.path = path;
    }
  }
}
