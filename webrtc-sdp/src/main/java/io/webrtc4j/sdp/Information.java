package io.webrtc4j.sdp;

/**
 * An {@code i=} line: what the session or the media is about, for people (RFC 8866 §5.4).
 *
 * @param information free text
 */
public record Information(String information) implements Line {
  /** A line by its text. */
  public Information {
    Grammar.requireByteString("information", information);
  }

  static Information parse(FieldReader fields) {
    return new Information(fields.rest());
  }

  @Override
  public char type() {
    return 'i';
  }

  @Override
  public String text() {
    return information;
  }
}
