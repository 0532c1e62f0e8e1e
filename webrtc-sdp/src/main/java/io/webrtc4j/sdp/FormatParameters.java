package io.webrtc4j.sdp;

import java.util.OptionalInt;

/** Reads the values of an {@link FmtpAttribute} that are numbers. */
final class FormatParameters {
  private static final int MAX_DIGITS = 9;

  private final FmtpAttribute fmtp;

  FormatParameters(FmtpAttribute fmtp) {
    this.fmtp = fmtp;
  }

  /** The number, if it is there and within these limits. */
  OptionalInt number(String name, int min, int max) {
    return fmtp.parameter(name).map(value -> parse(value, min, max)).orElseGet(OptionalInt::empty);
  }

  /** The number, or {@code otherwise} if it is not there or not within these limits. */
  int number(String name, int min, int max, int otherwise) {
    return number(name, min, max).orElse(otherwise);
  }

  /** Whether the value is 1; of none, {@code otherwise}. */
  boolean flag(String name, boolean otherwise) {
    return number(name, 0, 1, otherwise ? 1 : 0) == 1;
  }

  static OptionalInt parse(String text, int min, int max) {
    if (text.isEmpty() || text.length() > MAX_DIGITS || !CharClass.DIGIT.containsAll(text)) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(text);
    return number < min || number > max ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
