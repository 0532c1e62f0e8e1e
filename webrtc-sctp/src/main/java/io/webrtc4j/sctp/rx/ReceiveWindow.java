package io.webrtc4j.sctp.rx;

/**
 * How many bytes are kept for the peer and how many more may come: a_rwnd (RFC 9260 §6.2).
 *
 * <p>Kept are fragments and messages that wait for others (buffered) and messages that the
 * application has not taken (unread). Each buffered piece counts some bytes more than its payload,
 * so that a flood of tiny pieces does not hold more memory than the window says.
 */
final class ReceiveWindow {
  /** What an object and an array cost beside the payload. */
  static final int OVERHEAD = 64;

  /** A smaller window is announced as none: the receiver's share against silly windows. */
  private static final int SMALLEST_ANNOUNCED = 1500;

  /** A window update is worth a packet from this share of the window on (RFC 9260 §6.2). */
  private static final int UPDATE_SHARE = 4;

  /** What fills gaps is accepted beyond the window, up to so many times the window. */
  private static final int HARD_LIMIT_FACTOR = 2;

  private final int capacity;
  private long buffered;
  private long unread;
  private long announced;

  ReceiveWindow(int capacity) {
    this.capacity = capacity;
    this.announced = capacity;
  }

  /** Whether a chunk may be kept; one that fills a gap has a greater chance. */
  boolean admits(boolean fillsGap) {
    long used = buffered + unread;
    // RFC 9260 §6.2: with a window of 0, what is beyond the highest TSN is dropped. What fills a
    // gap is accepted; nothing that was acknowledged is dropped in exchange.
    return used < capacity || (fillsGap && used < (long) capacity * HARD_LIMIT_FACTOR);
  }

  void retain(long payloadLength) {
    buffered += payloadLength + OVERHEAD;
  }

  void release(long payloadLength, int pieces) {
    buffered -= payloadLength + (long) OVERHEAD * pieces;
  }

  /** Says how many bytes the application has yet to take. */
  void unread(long bytes) {
    unread = bytes;
  }

  /** The window to announce in a SACK that is made now. */
  long announce() {
    announced = available(unread);
    return announced;
  }

  /** Whether, with {@code unreadBytes} yet to be taken, the peer should hear of more room. */
  boolean isUpdateWorthwhile(long unreadBytes) {
    return available(unreadBytes) - announced >= capacity / UPDATE_SHARE;
  }

  long buffered() {
    return buffered;
  }

  private long available(long unreadBytes) {
    long left = capacity - buffered - unreadBytes;
    return left < SMALLEST_ANNOUNCED ? 0 : left;
  }
}
