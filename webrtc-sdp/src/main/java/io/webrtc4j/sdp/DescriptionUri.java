package io.webrtc4j.sdp;

/**
 * The {@code u=} line: where more about the session is said (RFC 8866 §5.5).
 *
 * @param uri a URI, which is not looked into
 */
public record DescriptionUri(String uri) implements Line {
  /** A line by its text. */
  public DescriptionUri {
    Grammar.requireByteString("URI", uri);
  }

  static DescriptionUri parse(FieldReader fields) {
    return new DescriptionUri(fields.rest());
  }

  @Override
  public char type() {
    return 'u';
  }

  @Override
  public String text() {
    return uri;
  }
}
