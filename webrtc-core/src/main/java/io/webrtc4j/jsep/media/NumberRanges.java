package io.webrtc4j.jsep.media;

import java.util.stream.IntStream;

/** Which numbers may be given away, best first. */
final class NumberRanges {
  private static final int FIRST_DYNAMIC = 96;
  private static final int LAST_DYNAMIC = 127;
  private static final int FIRST_UNASSIGNED = 35;
  private static final int LAST_UNASSIGNED = 63;
  private static final int LAST_LIKE_RTCP = 95;

  /** The last number of a one-byte header; 15 is reserved there (RFC 8285 §4.2). */
  static final int LAST_ONE_BYTE = 14;

  private static final int FIRST_TWO_BYTE = 16;

  /** The last number of a two-byte header (RFC 8285 §4.3). */
  static final int LAST_TWO_BYTE = 255;

  private NumberRanges() {}

  /** RFC 5761 §4: 96 to 127, then those below 64 that RFC 3551 leaves unassigned. */
  static IntStream payloadTypes() {
    return IntStream.concat(
        IntStream.rangeClosed(FIRST_DYNAMIC, LAST_DYNAMIC),
        IntStream.rangeClosed(FIRST_UNASSIGNED, LAST_UNASSIGNED));
  }

  /**
   * Whether packets of this type, with the marker bit, look like RTCP on the same port (RFC 5761
   * §4).
   */
  static boolean isTakenByRtcp(int payloadType) {
    return payloadType > LAST_UNASSIGNED && payloadType <= LAST_LIKE_RTCP;
  }

  /** Those of one byte first, which every peer understands. */
  static IntStream extensions() {
    return IntStream.concat(
        IntStream.rangeClosed(1, LAST_ONE_BYTE),
        IntStream.rangeClosed(FIRST_TWO_BYTE, LAST_TWO_BYTE));
  }
}
