package io.webrtc4j.sdp;

/**
 * {@code a=setup} (RFC 4145 §4).
 *
 * @param setup the role
 */
public record SetupAttribute(Setup setup) implements Attribute {
  static final String NAME = "setup";

  static SetupAttribute parse(FieldReader fields) throws SdpParseException {
    int start = fields.position();
    String role = fields.field("role");
    fields.end();
    for (Setup setup : Setup.values()) {
      // Browsers don't mind the letter case, though RFC 8866 §9 does.
      if (setup.toString().equalsIgnoreCase(role)) {
        return new SetupAttribute(setup);
      }
    }
    throw fields.errorAt(start, "the role must be active, passive, actpass or holdconn");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return setup.toString();
  }
}
