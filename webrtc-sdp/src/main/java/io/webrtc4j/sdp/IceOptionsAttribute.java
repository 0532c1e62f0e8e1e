package io.webrtc4j.sdp;

import java.util.List;

/**
 * {@code a=ice-options}: the ICE extensions that the sender supports (RFC 8839 §5.6).
 *
 * @param options at least one, such as {@code trickle} or {@code ice2}
 */
public record IceOptionsAttribute(List<String> options) implements Attribute {
  /** Candidates may follow one by one (RFC 8838). */
  public static final String TRICKLE = "trickle";

  static final String NAME = "ice-options";

  /** Options by their tags. */
  public IceOptionsAttribute {
    options = Grammar.requireAllVisible("ICE option", options);
    if (options.isEmpty()) {
      throw new IllegalArgumentException("at least one ICE option is needed");
    }
  }

  static IceOptionsAttribute parse(FieldReader fields) throws SdpParseException {
    // The tags are ice-chars by RFC 8839, but real ones such as google-ice have others.
    List<String> options = fields.fields("ICE option");
    if (options.isEmpty()) {
      fields.ignoreErrors(); // No option at all; browsers pass over it.
      throw fields.error("the ICE option is missing");
    }
    return new IceOptionsAttribute(options);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return String.join(" ", options);
  }
}
