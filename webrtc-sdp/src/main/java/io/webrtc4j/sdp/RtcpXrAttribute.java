package io.webrtc4j.sdp;

import java.util.List;

/**
 * {@code a=rtcp-xr}: extended reports that the sender of the description wants (RFC 3611 §5.1).
 *
 * @param formats such as {@code rcvr-rtt=all}; none is possible
 */
public record RtcpXrAttribute(List<String> formats) implements Attribute {
  static final String NAME = "rtcp-xr";

  /** An attribute by its formats. */
  public RtcpXrAttribute {
    formats = Grammar.requireAllVisible("report format", formats);
  }

  static RtcpXrAttribute parse(FieldReader fields) throws SdpParseException {
    return new RtcpXrAttribute(fields.fields("report format"));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return String.join(" ", formats);
  }
}
