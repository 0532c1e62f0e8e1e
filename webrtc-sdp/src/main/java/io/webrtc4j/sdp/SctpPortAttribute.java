package io.webrtc4j.sdp;

/**
 * {@code a=sctp-port}: the SCTP port over DTLS (RFC 8841 §5).
 *
 * @param port 0 to 65535
 */
public record SctpPortAttribute(int port) implements Attribute {
  static final String NAME = "sctp-port";

  /** A port. */
  public SctpPortAttribute {
    Grammar.requireRange(NAME, port, 0, MediaLine.MAX_PORT);
  }

  static SctpPortAttribute parse(FieldReader fields) throws SdpParseException {
    int port = (int) fields.number(NAME, 0, MediaLine.MAX_PORT);
    fields.end();
    return new SctpPortAttribute(port);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return Integer.toString(port);
  }
}
