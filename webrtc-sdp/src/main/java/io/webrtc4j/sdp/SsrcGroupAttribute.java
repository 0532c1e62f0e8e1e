package io.webrtc4j.sdp;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code a=ssrc-group}: sources that belong together (RFC 5576 §4.2).
 *
 * @param semantics {@code FID} for a source and its retransmissions, {@code FEC-FR}, {@code SIM} or
 *     another
 * @param ssrcs 0 to 2^32-1 each; none is possible
 */
public record SsrcGroupAttribute(String semantics, List<Long> ssrcs) implements Attribute {
  /** A source and what repeats it. */
  public static final String FID = "FID";

  /** A source and what protects it (RFC 5956 §4.3). */
  public static final String FEC_FR = "FEC-FR";

  /** Layers of simulcast, as before RFC 8853. */
  public static final String SIM = "SIM";

  static final String NAME = "ssrc-group";

  /** A group by its fields. */
  public SsrcGroupAttribute {
    Grammar.requireToken("group semantics", semantics);
    ssrcs = List.copyOf(ssrcs);
    ssrcs.forEach(ssrc -> Grammar.requireRange("SSRC", ssrc, 0, SsrcAttribute.MAX_SSRC));
  }

  static SsrcGroupAttribute parse(FieldReader fields) throws SdpParseException {
    String semantics = fields.token("group semantics");
    List<Long> ssrcs = new ArrayList<>();
    while (fields.hasMore()) {
      ssrcs.add(fields.number("SSRC", 0, SsrcAttribute.MAX_SSRC));
      fields.endField("SSRC");
    }
    return new SsrcGroupAttribute(semantics, ssrcs);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    StringBuilder value = new StringBuilder(semantics);
    ssrcs.forEach(ssrc -> value.append(' ').append(ssrc.longValue()));
    return value.toString();
  }
}
