package io.webrtc4j.sdp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code a=ssrc}: something about a source (RFC 5576 §4.1).
 *
 * @param ssrc 0 to 2^32-1
 * @param attribute such as {@code cname} or {@code msid}
 * @param attributeValue what stands behind its colon; null if there is none
 */
public record SsrcAttribute(long ssrc, String attribute, @Nullable String attributeValue)
    implements Attribute {
  static final String NAME = "ssrc";
  static final long MAX_SSRC = 0xFFFF_FFFFL;

  private static final String CNAME = "cname";

  /** An attribute by its fields. */
  public SsrcAttribute {
    Grammar.requireRange("SSRC", ssrc, 0, MAX_SSRC);
    Grammar.requireToken("source attribute", attribute);
    if (attributeValue != null) {
      Grammar.requireByteString("source attribute's value", attributeValue);
    }
  }

  /** The canonical name of a source. */
  public static SsrcAttribute cname(long ssrc, String cname) {
    return new SsrcAttribute(ssrc, CNAME, cname);
  }

  static SsrcAttribute parse(FieldReader fields) throws SdpParseException {
    long ssrc = fields.number("SSRC", 0, MAX_SSRC);
    int start = fields.position();
    String attribute = fields.fieldUpTo(":", "source attribute");
    if (!CharClass.TOKEN.containsAll(attribute)) {
      throw fields.errorAt(start, "a character that the source attribute cannot have");
    }
    return new SsrcAttribute(ssrc, attribute, fields.skip(':') ? fields.rest() : end(fields));
  }

  private static @Nullable String end(FieldReader fields) throws SdpParseException {
    fields.end();
    return null;
  }

  /** The canonical name (RFC 5576 §6.1), if that is what the attribute says. */
  public Optional<String> cname() {
    return attribute.equals(CNAME) ? Optional.ofNullable(attributeValue) : Optional.empty();
  }

  /** Stream and track, if that is what the attribute says, as before RFC 8830. */
  public Optional<MsidAttribute> msid() {
    if (!attribute.equals(MsidAttribute.NAME) || attributeValue == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(MsidAttribute.parse(new FieldReader(1, attributeValue, 0)));
    } catch (SdpParseException malformed) {
      return Optional.empty();
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    String value = ssrc + " " + attribute;
    return attributeValue == null ? value : value + ":" + attributeValue;
  }
}
