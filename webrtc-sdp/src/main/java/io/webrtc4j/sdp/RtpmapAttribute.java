package io.webrtc4j.sdp;

import java.util.OptionalInt;

/**
 * {@code a=rtpmap}: what a payload type stands for (RFC 8866 §6.6).
 *
 * @param payloadType 0 to 127
 * @param encodingName such as {@code opus} or {@code VP8}; letter case does not matter
 * @param clockRate ticks of the RTP timestamp in a second
 * @param channels of audio, if they are given; one otherwise
 */
public record RtpmapAttribute(
    int payloadType, String encodingName, int clockRate, OptionalInt channels)
    implements Attribute {
  static final String NAME = "rtpmap";
  static final int MAX_PAYLOAD_TYPE = 127;

  private static final int MAX_CHANNELS = 255;

  /** A mapping by its fields. */
  public RtpmapAttribute {
    Grammar.requireRange("payload type", payloadType, 0, MAX_PAYLOAD_TYPE);
    Grammar.requireToken("encoding name", encodingName);
    Grammar.requireRange("clock rate", clockRate, 1, Integer.MAX_VALUE);
    channels.ifPresent(count -> Grammar.requireRange("channels", count, 1, MAX_CHANNELS));
  }

  static RtpmapAttribute parse(FieldReader fields) throws SdpParseException {
    int payloadType = (int) fields.number("payload type", 0, MAX_PAYLOAD_TYPE);
    int start = fields.position();
    String encoding = fields.fieldUpTo("/", "encoding name");
    if (!CharClass.TOKEN.containsAll(encoding) || !fields.skip('/')) {
      throw fields.errorAt(start, "an encoding name, a slash and a clock rate are expected");
    }
    int clockRate = (int) fields.number("clock rate", 1, Integer.MAX_VALUE);
    boolean hasChannels = fields.skip('/');
    if (!hasChannels) {
      fields.endField("clock rate");
    }
    fields.ignoreErrors(); // Browsers don't mind what follows, at least in some kinds of media.
    OptionalInt channels = OptionalInt.empty();
    if (hasChannels) {
      channels = OptionalInt.of((int) fields.number("channels", 1, MAX_CHANNELS));
    }
    fields.end();
    return new RtpmapAttribute(payloadType, encoding, clockRate, channels);
  }

  /** Whether it is of this encoding; letter case does not matter (RFC 4855 §3). */
  public boolean is(String encoding) {
    return encodingName.equalsIgnoreCase(encoding);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    String value = payloadType + " " + encodingName + "/" + clockRate;
    return channels.isPresent() ? value + "/" + channels.getAsInt() : value;
  }
}
