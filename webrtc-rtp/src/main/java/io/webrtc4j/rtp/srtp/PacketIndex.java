package io.webrtc4j.rtp.srtp;

/** The index of an SRTP packet: rollover counter and sequence number, 48 bits (RFC 3711 §3.3.1). */
final class PacketIndex {
  /** No packet has a higher one (RFC 3711 §9.2). */
  static final long MAX = (1L << 48) - 1;

  /** The highest index of SRTCP, which has 31 bits (RFC 3711 §3.4). */
  static final int MAX_SRTCP = Integer.MAX_VALUE;

  private static final int SEQUENCE_NUMBER_BITS = 16;
  private static final int HALF = 1 << (SEQUENCE_NUMBER_BITS - 1);
  private static final int ROUND = 1 << SEQUENCE_NUMBER_BITS;

  private PacketIndex() {}

  /**
   * The index nearest to {@code highest}, the highest so far or -1 (RFC 3711 appendix A). A
   * rollover counter begins at zero and was never less, where the RFC's text would count modulo
   * 2^32. The result may be beyond {@link #MAX}.
   */
  static long estimate(long highest, int sequenceNumber) {
    if (highest < 0) {
      return sequenceNumber;
    }
    int last = (int) highest & (ROUND - 1);
    long index = highest - last + sequenceNumber;
    int ahead = sequenceNumber - last;
    if (ahead > HALF && index >= ROUND) {
      return index - ROUND;
    }
    return ahead < -HALF ? index + ROUND : index;
  }
}
