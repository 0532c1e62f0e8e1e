package io.webrtc4j.sctp.tx;

import io.webrtc4j.common.Deadline;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;

/** One of our streams: what waits to be sent on it, and its next SSN (RFC 9260 §6.5). */
final class OutboundStream {
  private static final int SSN_MASK = 0xffff;

  private final int id;
  private final Deque<OutboundMessage> messages = new ArrayDeque<>();
  private boolean paused;
  private int nextSsn;
  private long bufferedAmount;
  private long lowThreshold;

  OutboundStream(int id) {
    this.id = id;
  }

  int id() {
    return id;
  }

  Queue<OutboundMessage> messages() {
    return messages;
  }

  long bufferedAmount() {
    return bufferedAmount;
  }

  void lowThreshold(long bytes) {
    lowThreshold = bytes;
  }

  void add(OutboundMessage message) {
    messages.add(message);
    if (message.isCounted()) {
      bufferedAmount += message.payload().length;
    }
  }

  /** Puts a message in front that was sent in vain. */
  void addAgain(OutboundMessage message) {
    message.rewind();
    messages.addFirst(message);
  }

  /** The SSN for the next ordered message. */
  int takeSsn() {
    int ssn = nextSsn;
    nextSsn = (nextSsn + 1) & SSN_MASK;
    return ssn;
  }

  /**
   * {@code bytes} of {@code message} were sent or dropped; true if the amount became low by that.
   */
  boolean left(OutboundMessage message, int bytes) {
    if (!message.isCounted()) {
      return false;
    }
    boolean wasAbove = bufferedAmount > lowThreshold;
    bufferedAmount -= bytes;
    return wasAbove && bufferedAmount <= lowThreshold;
  }

  /** When the lifetime of the first message is over. */
  long firstExpiry() {
    OutboundMessage first = messages.peek();
    return first == null ? Deadline.NEVER : first.limits().expiry();
  }

  boolean isPaused() {
    return paused;
  }

  void pause(boolean value) {
    paused = value;
  }

  /** Begins again with SSN 0 (RFC 6525 §5.2.7 H4). */
  void reset() {
    nextSsn = 0;
  }

  /** Drops what was not begun, and everything about thresholds. */
  void clear() {
    messages.clear();
    bufferedAmount = 0;
    lowThreshold = 0;
  }
}
