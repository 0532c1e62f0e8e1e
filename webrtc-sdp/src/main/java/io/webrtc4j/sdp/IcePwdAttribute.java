package io.webrtc4j.sdp;

/**
 * {@code a=ice-pwd}: the ICE password (RFC 8839 §5.4). It does not show in {@link #toString}.
 *
 * @param password 22 to 256 characters
 */
public record IcePwdAttribute(String password) implements Attribute {
  static final String NAME = "ice-pwd";
  private static final int MIN_LENGTH = 22;
  private static final int MAX_LENGTH = 256;

  /** A password. */
  public IcePwdAttribute {
    Grammar.requireIceChars(NAME, password, MIN_LENGTH, MAX_LENGTH);
  }

  static IcePwdAttribute parse(FieldReader fields) throws SdpParseException {
    String password = fields.iceChars(NAME, MIN_LENGTH, MAX_LENGTH);
    fields.endUnquoted();
    return new IcePwdAttribute(password);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return password;
  }

  /** That there is a password, and not which. */
  @Override
  public String toString() {
    return "IcePwdAttribute[" + Redaction.text(this) + "]";
  }
}
