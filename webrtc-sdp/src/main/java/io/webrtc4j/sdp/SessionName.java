package io.webrtc4j.sdp;

/**
 * The {@code s=} line (RFC 8866 §5.3).
 *
 * @param name {@code -} where there is no name; empty is tolerated
 */
public record SessionName(String name) implements Line {
  /** A line by its text. */
  public SessionName {
    Grammar.requireByteString("session name", name);
  }

  static SessionName parse(FieldReader fields) {
    return new SessionName(fields.rest());
  }

  @Override
  public char type() {
    return 's';
  }

  @Override
  public String text() {
    return name;
  }
}
