package io.webrtc4j.sdp;

import java.util.Optional;

/**
 * {@code a=rtcp-fb}: feedback that the sender of the description takes for a format (RFC 4585
 * §4.2).
 *
 * @param format a payload type, or {@code *} for all
 * @param feedback such as {@code nack}, {@code ccm} or {@code transport-cc}
 * @param parameter what follows it, such as {@code pli} or {@code fir}
 */
public record RtcpFbAttribute(String format, String feedback, Optional<String> parameter)
    implements Attribute {
  /** The format that stands for all. */
  public static final String ALL = "*";

  static final String NAME = "rtcp-fb";

  /** An attribute by its fields. */
  public RtcpFbAttribute {
    Grammar.requireToken("format", format);
    Grammar.requireToken("feedback type", feedback);
    parameter.ifPresent(
        text -> {
          Grammar.requireByteString("feedback parameter", text);
          if (text.isBlank() || !text.strip().equals(text)) {
            throw new IllegalArgumentException("the parameter is not empty, nor in spaces");
          }
        });
  }

  /** Feedback for a payload type, without a parameter where {@code parameter} is empty. */
  public static RtcpFbAttribute of(int payloadType, String feedback, String parameter) {
    return new RtcpFbAttribute(
        Integer.toString(payloadType),
        feedback,
        parameter.isEmpty() ? Optional.empty() : Optional.of(parameter));
  }

  static RtcpFbAttribute parse(FieldReader fields) throws SdpParseException {
    String format = fields.token("format");
    String feedback = fields.token("feedback type");
    if (!fields.hasMore()) {
      return new RtcpFbAttribute(format, feedback, Optional.empty());
    }
    return new RtcpFbAttribute(format, feedback, Optional.of(fields.rest().strip()));
  }

  /** Whether it is of this payload type, or of all. */
  public boolean isFor(int payloadType) {
    return format.equals(ALL) || format.equals(Integer.toString(payloadType));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return format + " " + feedback + parameter.map(text -> " " + text).orElse("");
  }
}
