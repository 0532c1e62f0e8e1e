package io.webrtc4j.sdp;

/**
 * {@code a=sctp-init}: the SCTP INIT chunk of the sender of the description, which spares the
 * association its handshake (draft-hancke-tsvwg-snap §4).
 *
 * @param base64 the chunk in Base64
 */
public record SctpInitAttribute(String base64) implements Attribute {
  static final String NAME = "sctp-init";

  /** An attribute by its value. */
  public SctpInitAttribute {
    Grammar.requireVisible(NAME, base64);
  }

  static SctpInitAttribute parse(FieldReader fields) throws SdpParseException {
    String base64 = fields.field(NAME);
    fields.end();
    return new SctpInitAttribute(base64);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return base64;
  }
}
