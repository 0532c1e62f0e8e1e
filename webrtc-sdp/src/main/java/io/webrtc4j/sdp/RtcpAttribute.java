package io.webrtc4j.sdp;

import java.util.Optional;

/**
 * {@code a=rtcp}: where RTCP goes if not to the port behind RTP's (RFC 3605 §2.1). With ICE its
 * value is not used.
 *
 * @param port 0 to 65535
 * @param address where, if that is said; a unicast address
 */
public record RtcpAttribute(int port, Optional<ConnectionData> address) implements Attribute {
  static final String NAME = "rtcp";

  /** An attribute by its fields. */
  public RtcpAttribute {
    Grammar.requireRange("RTCP port", port, 0, MediaLine.MAX_PORT);
  }

  static RtcpAttribute parse(FieldReader fields) throws SdpParseException {
    int port = (int) fields.number("RTCP port", 0, MediaLine.MAX_PORT);
    fields.endField("RTCP port");
    return new RtcpAttribute(
        port, fields.hasMore() ? Optional.of(ConnectionData.parse(fields)) : Optional.empty());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return port + address.map(where -> " " + where.text()).orElse("");
  }
}
