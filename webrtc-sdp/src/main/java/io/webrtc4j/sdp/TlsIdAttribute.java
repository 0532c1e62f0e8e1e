package io.webrtc4j.sdp;

/**
 * {@code a=tls-id}: names a DTLS association, so that a change of it asks for a new one (RFC 8842
 * §4).
 *
 * @param tlsId 20 to 255 characters
 */
public record TlsIdAttribute(String tlsId) implements Attribute {
  static final String NAME = "tls-id";
  private static final int MIN_LENGTH = 20;
  private static final int MAX_LENGTH = 255;

  /** An identifier. */
  public TlsIdAttribute {
    Grammar.requireIceChars(NAME, tlsId, MIN_LENGTH, MAX_LENGTH);
  }

  static TlsIdAttribute parse(FieldReader fields) throws SdpParseException {
    String tlsId = fields.iceChars(NAME, MIN_LENGTH, MAX_LENGTH);
    fields.end();
    return new TlsIdAttribute(tlsId);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return tlsId;
  }
}
