package io.webrtc4j.sctp.association;

import java.util.random.RandomGenerator;

/**
 * What we chose at random for an association.
 *
 * @param tag our verification tag, not 0
 * @param initialTsn our first TSN
 */
public record LocalEnd(int tag, int initialTsn) {
  /** RFC 9260 §5.3.1: the tag is random, and from 1 on. */
  static LocalEnd choose(RandomGenerator random) {
    return new LocalEnd(nonZero(random), random.nextInt());
  }

  static int nonZero(RandomGenerator random) {
    int value = random.nextInt();
    while (value == 0) {
      value = random.nextInt();
    }
    return value;
  }
}
