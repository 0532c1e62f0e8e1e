package io.webrtc4j.sdp;

/**
 * {@code a=max-message-size}: the largest message that the sender of the description takes (RFC
 * 8841 §6).
 *
 * @param bytes 0 is any size
 */
public record MaxMessageSizeAttribute(long bytes) implements Attribute {
  /** What holds where the attribute is absent (RFC 8841 §6.1). */
  public static final long DEFAULT_BYTES = 65_536;

  static final String NAME = "max-message-size";

  /** A size. */
  public MaxMessageSizeAttribute {
    Grammar.requireRange(NAME, bytes, 0, Long.MAX_VALUE);
  }

  static MaxMessageSizeAttribute parse(FieldReader fields) throws SdpParseException {
    long bytes = fields.number(NAME, 0, Long.MAX_VALUE);
    fields.end();
    return new MaxMessageSizeAttribute(bytes);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return Long.toString(bytes);
  }
}
