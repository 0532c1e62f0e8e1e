package io.webrtc4j.rtp.congestion;

import java.util.Arrays;

/**
 * When the packets with transport-wide numbers were sent, and how large they were, for as many as
 * feedback can be expected of.
 */
final class SentLog {
  /** Several seconds at the highest rates. */
  static final int SIZE = 1 << 13;

  private static final int MASK = SIZE - 1;
  private static final int MASK_16 = 0xffff;
  private static final int DONE = -1;

  private final long[] sentAt = new long[SIZE];
  private final int[] bytes = new int[SIZE];
  private final int[] numbers = new int[SIZE];
  private final boolean[] missed = new boolean[SIZE];
  private int next;

  SentLog() {
    Arrays.fill(numbers, DONE);
  }

  /** The number of the next packet, 0 to 65535. */
  int nextNumber() {
    return next;
  }

  void add(int length, long now) {
    int at = next & MASK;
    numbers[at] = next;
    bytes[at] = length;
    sentAt[at] = now;
    missed[at] = false;
    next = (next + 1) & MASK_16;
  }

  /** Whether the packet was sent, and is not yet known to have arrived. */
  boolean isPending(int number) {
    return numbers[number & MASK] == number;
  }

  int bytes(int number) {
    return bytes[number & MASK];
  }

  long sentAt(int number) {
    return sentAt[number & MASK];
  }

  void arrived(int number) {
    numbers[number & MASK] = DONE;
  }

  /** Notes that a pending packet is told to be missing; returns whether that is news. */
  boolean missed(int number) {
    boolean news = !missed[number & MASK];
    missed[number & MASK] = true;
    return news;
  }

  /** Whether a pending packet was told to be missing. */
  boolean isMissed(int number) {
    return missed[number & MASK];
  }
}
