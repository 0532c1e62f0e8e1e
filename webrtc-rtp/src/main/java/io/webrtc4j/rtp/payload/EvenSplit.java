package io.webrtc4j.rtp.payload;

/**
 * Cuts a length into as few pieces as a limit allows, none more than a byte longer than another: a
 * short last packet is as likely to be lost as a long one.
 */
final class EvenSplit {
  private int remaining;
  private int pieces;

  void begin(int length, int limit) {
    remaining = length;
    pieces = (length + limit - 1) / limit;
  }

  boolean hasNext() {
    return pieces > 0;
  }

  /** The length of the next piece. */
  int next() {
    int piece = (remaining + pieces - 1) / pieces;
    remaining -= piece;
    pieces--;
    return piece;
  }

  void clear() {
    pieces = 0;
  }
}
