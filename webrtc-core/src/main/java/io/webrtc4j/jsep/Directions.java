package io.webrtc4j.jsep;

import io.webrtc4j.sdp.Direction;

/** Directions seen from the other side, and two of them together (RFC 3264 §6.1). */
final class Directions {
  private Directions() {}

  static boolean sends(Direction direction) {
    return direction == Direction.SENDRECV || direction == Direction.SENDONLY;
  }

  static boolean receives(Direction direction) {
    return direction == Direction.SENDRECV || direction == Direction.RECVONLY;
  }

  static Direction reversed(Direction direction) {
    return of(receives(direction), sends(direction));
  }

  static Direction intersection(Direction one, Direction other) {
    return of(sends(one) && sends(other), receives(one) && receives(other));
  }

  private static Direction of(boolean sends, boolean receives) {
    if (sends) {
      return receives ? Direction.SENDRECV : Direction.SENDONLY;
    }
    return receives ? Direction.RECVONLY : Direction.INACTIVE;
  }
}
