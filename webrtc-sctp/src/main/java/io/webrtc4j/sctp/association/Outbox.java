package io.webrtc4j.sctp.association;

import io.webrtc4j.sctp.packet.ControlChunk;
import io.webrtc4j.sctp.packet.PacketHeader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Control chunks that wait for a packet. */
final class Outbox {
  /** A flood of packets that want answers gets no more than these until they are polled. */
  private static final int MAX_REPLIES = 32;

  private static final int MAX_CHUNKS = 64;

  /** A packet of its own, with a verification tag of its own. */
  record Reply(int verificationTag, List<ControlChunk> chunks) {}

  private final int maxPacketSize;
  private final Queue<Reply> replies = new ArrayDeque<>();
  private final Deque<ControlChunk> chunks = new ArrayDeque<>();

  /** With the largest packet; what does not fit into one is not sent. */
  Outbox(int maxPacketSize) {
    this.maxPacketSize = maxPacketSize;
  }

  /** Sends {@code chunks} in a packet of their own. */
  void reply(int verificationTag, ControlChunk... chunks) {
    if (replies.size() < MAX_REPLIES && fit(chunks)) {
      replies.add(new Reply(verificationTag, List.of(chunks)));
    }
  }

  /** Sends {@code chunk} in the next packet of the association. */
  void add(ControlChunk chunk) {
    if (chunks.size() < MAX_CHUNKS && fit(chunk)) {
      chunks.add(chunk);
    }
  }

  /** Sends {@code chunk} before all others: COOKIE ACK must come first (RFC 9260 §5.1 D). */
  void addFirst(ControlChunk chunk) {
    if (chunks.size() < MAX_CHUNKS) {
      chunks.addFirst(chunk);
    }
  }

  private boolean fit(ControlChunk... chunks) {
    int length = PacketHeader.LENGTH;
    for (ControlChunk chunk : chunks) {
      length += chunk.paddedLength();
    }
    return length <= maxPacketSize;
  }

  @Nullable Reply pollReply() {
    return replies.poll();
  }

  @Nullable ControlChunk peek() {
    return chunks.peek();
  }

  void remove() {
    chunks.remove();
  }

  void clearChunks() {
    chunks.clear();
  }
}
