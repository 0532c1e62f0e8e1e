package io.webrtc4j.rtp.receive;

/**
 * The sequence numbers of a source as indices that don't wrap, and whether to believe them (RFC
 * 3550 §A.1). SRTP has told who sent them, so there is no probation; but a source may have begun
 * anew, of which two packets in a row are proof.
 */
final class SourceSequence {
  /** RFC 3550 §A.1, MAX_DROPOUT: what lies further ahead is a jump. */
  static final int MAX_DROPOUT = 3000;

  /**
   * MAX_MISORDER: what lies further behind is a jump. The RFC's 100 is for packets out of order;
   * where a retransmission comes on the source itself it may be a second old.
   */
  static final int MAX_MISORDER = 1000;

  private static final int MODULUS = 1 << 16;
  private static final int NONE = -1;

  enum Verdict {
    /** {@link #index} is the packet's. */
    OK,
    /** To be dropped, unless the next confirms it. */
    JUMP,
    /** {@link #index} is the packet's, beyond all before, and the one before it was dropped. */
    RESTARTED
  }

  private boolean begun;
  private long index;
  private long highest;
  private int expectedAfterJump = NONE;

  Verdict accept(int number) {
    if (!begun) {
      begun = true;
      highest = number;
      index = number;
      return Verdict.OK;
    }
    index = nearest(number);
    long ahead = index - highest;
    if (ahead < MAX_DROPOUT && ahead > -MAX_MISORDER) {
      highest = Math.max(highest, index);
      expectedAfterJump = NONE;
      return Verdict.OK;
    }
    if (number != expectedAfterJump) {
      expectedAfterJump = (number + 1) % MODULUS;
      return Verdict.JUMP;
    }
    expectedAfterJump = NONE;
    // Beyond the dropped one too, whose index is one less.
    index = ahead > 1 ? index : index + MODULUS;
    highest = index;
    return Verdict.RESTARTED;
  }

  /** The index with this number that is nearest to the highest so far. */
  long nearest(int number) {
    return highest + (short) (number - highest);
  }

  /** Whether a packet has come. */
  boolean hasBegun() {
    return begun;
  }

  /** The index of the packet that was accepted last. */
  long index() {
    return index;
  }

  long highest() {
    return highest;
  }
}
