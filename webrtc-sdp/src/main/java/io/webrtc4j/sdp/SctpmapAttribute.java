package io.webrtc4j.sdp;

import java.util.OptionalInt;

/**
 * The {@code sctpmap} attribute of RFC 8841's drafts (draft-ietf-mmusic-sctp-sdp-05 §6), which some
 * peers still offer: what the SCTP port named as the format of the {@code m=} line carries.
 *
 * @param port the SCTP port, 1 to 65535
 * @param application {@code webrtc-datachannel} for data channels
 * @param streams the number of streams, if it is given
 */
public record SctpmapAttribute(int port, String application, OptionalInt streams)
    implements Attribute {
  static final String NAME = "sctpmap";

  private static final int MAX_STREAMS = 65_536;

  /** An attribute by its fields. */
  public SctpmapAttribute {
    Grammar.requireRange("SCTP port", port, 1, MediaLine.MAX_PORT);
    Grammar.requireToken("application", application);
    streams.ifPresent(count -> Grammar.requireRange("streams", count, 1, MAX_STREAMS));
  }

  static SctpmapAttribute parse(FieldReader fields) throws SdpParseException {
    int port = (int) fields.number("SCTP port", 1, MediaLine.MAX_PORT);
    String application = fields.token("application");
    OptionalInt streams = OptionalInt.empty();
    if (fields.hasMore()) {
      streams = OptionalInt.of((int) fields.number("streams", 1, MAX_STREAMS));
    }
    fields.end();
    return new SctpmapAttribute(port, application, streams);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    String value = port + " " + application;
    return streams.isPresent() ? value + " " + streams.getAsInt() : value;
  }
}
