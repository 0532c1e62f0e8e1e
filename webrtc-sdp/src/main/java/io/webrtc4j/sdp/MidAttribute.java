package io.webrtc4j.sdp;

/**
 * {@code a=mid}: the identification tag of a media description (RFC 5888 §4).
 *
 * @param mid a token
 */
public record MidAttribute(String mid) implements Attribute {
  static final String NAME = "mid";

  /** A tag. */
  public MidAttribute {
    Grammar.requireToken("identification tag", mid);
  }

  static MidAttribute parse(FieldReader fields) throws SdpParseException {
    String mid = fields.token("identification tag");
    fields.end();
    return new MidAttribute(mid);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return mid;
  }
}
