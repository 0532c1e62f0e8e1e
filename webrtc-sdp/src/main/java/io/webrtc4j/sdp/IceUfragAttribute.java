package io.webrtc4j.sdp;

/**
 * {@code a=ice-ufrag}: the ICE username fragment (RFC 8839 §5.4).
 *
 * @param ufrag 4 to 256 characters; who sends one takes at most 32
 */
public record IceUfragAttribute(String ufrag) implements Attribute {
  static final String NAME = "ice-ufrag";
  private static final int MIN_LENGTH = 4;
  private static final int MAX_LENGTH = 256;

  /** A fragment. */
  public IceUfragAttribute {
    Grammar.requireIceChars(NAME, ufrag, MIN_LENGTH, MAX_LENGTH);
  }

  static IceUfragAttribute parse(FieldReader fields) throws SdpParseException {
    String ufrag = fields.iceChars(NAME, MIN_LENGTH, MAX_LENGTH);
    fields.end();
    return new IceUfragAttribute(ufrag);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return ufrag;
  }
}
