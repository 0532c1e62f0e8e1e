package io.webrtc4j.sdp;

import java.util.List;

/**
 * {@code a=msid-semantic}, which an early draft of RFC 8830 had and browsers still send. Nothing
 * depends on it.
 *
 * @param semantic {@code WMS}
 * @param ids the identifiers of streams, or {@code *}; none is possible
 * @param spaceFirst whether a space stands in front of the semantic, as Chromium writes it
 */
public record MsidSemanticAttribute(String semantic, List<String> ids, boolean spaceFirst)
    implements Attribute {
  static final String NAME = "msid-semantic";

  /** A semantic by its fields. */
  public MsidSemanticAttribute {
    Grammar.requireVisible("semantic", semantic);
    ids = Grammar.requireAllVisible("stream identifier", ids);
  }

  static MsidSemanticAttribute parse(FieldReader fields) throws SdpParseException {
    boolean spaceFirst = fields.skipAnySpaces();
    String semantic = fields.field("semantic");
    return new MsidSemanticAttribute(semantic, fields.fields("stream identifier"), spaceFirst);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    String value = ids.isEmpty() ? semantic : semantic + " " + String.join(" ", ids);
    return spaceFirst ? " " + value : value;
  }
}
