package io.webrtc4j.sdp;

/**
 * The {@code v=0} line that begins every description (RFC 8866 §5.1). There is no other version.
 */
public record ProtocolVersion() implements Line {
  static ProtocolVersion parse(FieldReader fields) throws SdpParseException {
    fields.number("protocol version", 0, 0);
    fields.end();
    return new ProtocolVersion();
  }

  @Override
  public char type() {
    return 'v';
  }

  @Override
  public String text() {
    return "0";
  }
}
