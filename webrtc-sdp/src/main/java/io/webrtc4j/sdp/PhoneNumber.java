package io.webrtc4j.sdp;

/**
 * A {@code p=} line (RFC 8866 §5.6).
 *
 * @param number a number, with or without a name, which is not looked into
 */
public record PhoneNumber(String number) implements Line {
  /** A line by its text. */
  public PhoneNumber {
    Grammar.requireByteString("phone number", number);
  }

  static PhoneNumber parse(FieldReader fields) {
    return new PhoneNumber(fields.rest());
  }

  @Override
  public char type() {
    return 'p';
  }

  @Override
  public String text() {
    return number;
  }
}
