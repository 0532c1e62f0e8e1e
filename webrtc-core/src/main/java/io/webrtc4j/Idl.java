package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * The ranges of Web IDL's number types. Where a script's number would be taken modulo 2^n, which
 * nobody wants, it is a {@code TypeError}, as with {@code [EnforceRange]}. Null is an absent
 * member.
 */
final class Idl {
  private static final int MAX_OCTET = 0xFF;
  private static final int MAX_UNSIGNED_SHORT = 0xFFFF;
  private static final long MAX_UNSIGNED_LONG = 0xFFFF_FFFFL;

  private Idl() {}

  static void octet(String member, int value) {
    require(member, value, MAX_OCTET);
  }

  static void unsignedShort(String member, @Nullable Integer value) {
    if (value != null) {
      require(member, value, MAX_UNSIGNED_SHORT);
    }
  }

  static void unsignedLong(String member, @Nullable Long value) {
    if (value != null) {
      require(member, value, MAX_UNSIGNED_LONG);
    }
  }

  /** Web IDL's {@code double}, unlike its {@code unrestricted double}, is finite. */
  static void finite(String member, @Nullable Double value) {
    if (value != null && !Double.isFinite(value)) {
      throw RTCException.type(member + " is to be a finite number, not " + value);
    }
  }

  private static void require(String member, long value, long max) {
    if (value < 0 || value > max) {
      throw RTCException.type(member + " ranges from 0 to " + max + ", not " + value);
    }
  }
}
