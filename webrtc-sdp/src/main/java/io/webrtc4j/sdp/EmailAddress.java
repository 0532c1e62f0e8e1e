package io.webrtc4j.sdp;

/**
 * An {@code e=} line (RFC 8866 §5.6).
 *
 * @param address an address, with or without a name, which is not looked into
 */
public record EmailAddress(String address) implements Line {
  /** A line by its text. */
  public EmailAddress {
    Grammar.requireByteString("email address", address);
  }

  static EmailAddress parse(FieldReader fields) {
    return new EmailAddress(fields.rest());
  }

  @Override
  public char type() {
    return 'e';
  }

  @Override
  public String text() {
    return address;
  }
}
