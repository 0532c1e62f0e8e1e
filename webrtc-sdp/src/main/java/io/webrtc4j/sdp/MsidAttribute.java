package io.webrtc4j.sdp;

import java.util.Optional;

/**
 * {@code a=msid}: the stream that the media belongs to, and its track (RFC 8830 §2). Both are any
 * words; Firefox puts them in braces.
 *
 * @param streamId {@code -} for no stream
 * @param trackId the application data; RFC 8829 no longer wants one
 */
public record MsidAttribute(String streamId, Optional<String> trackId) implements Attribute {
  /** The stream's identifier where there is no stream. */
  public static final String NO_STREAM = "-";

  static final String NAME = "msid";

  /** An attribute by its fields. */
  public MsidAttribute {
    Grammar.requireVisible("stream identifier", streamId);
    trackId.ifPresent(id -> Grammar.requireVisible("track identifier", id));
  }

  static MsidAttribute parse(FieldReader fields) throws SdpParseException {
    String stream = fields.field("stream identifier");
    Optional<String> track = Optional.empty();
    if (fields.hasMore()) {
      track = Optional.of(fields.field("track identifier"));
    }
    fields.end();
    return new MsidAttribute(stream, track);
  }

  /** The stream, unless there is none. */
  public Optional<String> stream() {
    return streamId.equals(NO_STREAM) ? Optional.empty() : Optional.of(streamId);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return streamId + trackId.map(id -> " " + id).orElse("");
  }
}
