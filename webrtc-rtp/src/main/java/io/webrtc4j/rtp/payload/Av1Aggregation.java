package io.webrtc4j.rtp.payload;

/** The first byte of each payload (AV1 RTP specification, "AV1 Aggregation Header"). */
final class Av1Aggregation {
  private static final int CONTINUES_BIT = 0x80;
  private static final int TO_BE_CONTINUED_BIT = 0x40;
  private static final int COUNT_SHIFT = 4;
  private static final int COUNT_MASK = 0x03;
  private static final int NEW_SEQUENCE_BIT = 0x08;

  private Av1Aggregation() {}

  /**
   * @param continues Z: the first element continues that which the payload before ended with
   * @param toBeContinued Y: the last goes on in the next payload
   * @param count W: how many elements, of which the last then has no length; or 0
   * @param newSequence N: a coded video sequence begins
   */
  static int of(boolean continues, boolean toBeContinued, int count, boolean newSequence) {
    return (continues ? CONTINUES_BIT : 0)
        | (toBeContinued ? TO_BE_CONTINUED_BIT : 0)
        | count << COUNT_SHIFT
        | (newSequence ? NEW_SEQUENCE_BIT : 0);
  }

  static boolean continues(int header) {
    return (header & CONTINUES_BIT) != 0;
  }

  static boolean isToBeContinued(int header) {
    return (header & TO_BE_CONTINUED_BIT) != 0;
  }

  static int count(int header) {
    return header >> COUNT_SHIFT & COUNT_MASK;
  }
}
