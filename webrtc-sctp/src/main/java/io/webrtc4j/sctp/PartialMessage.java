package io.webrtc4j.sctp;

import io.webrtc4j.common.ByteWriter;

/** Parts of a message that came with the deprecated partial PPIDs (RFC 8831 §6.6). */
final class PartialMessage {
  private final ByteWriter parts = ByteWriter.growing();
  private int count;

  /** Adds a part; false if the message would be longer than {@code limit}. */
  boolean add(byte[] part, long limit) {
    if (parts.length() + (long) part.length > limit) {
      return false;
    }
    parts.bytes(part);
    count++;
    return true;
  }

  /** Takes all parts from what {@code events} counts as unread. */
  void release(EventQueue events) {
    events.release(parts.length() + (count - 1) * EventQueue.OVERHEAD);
  }

  byte[] toByteArray() {
    return parts.toByteArray();
  }
}
