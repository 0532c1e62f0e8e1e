package io.webrtc4j.sdp;

import java.util.List;
import java.util.Optional;

/**
 * {@code a=extmap}: the number of a header extension (RFC 8285 §8).
 *
 * @param id 1 to 14 for one-byte headers, to 255 for two-byte ones, 4096 to 4351 for one that is
 *     only offered
 * @param direction which way it goes, if that is said; both ways otherwise
 * @param uri what it is
 * @param attributes what follows; for {@code urn:ietf:params:rtp-hdrext:encrypt} what is encrypted
 */
public record ExtmapAttribute(
    int id, Optional<Direction> direction, String uri, List<String> attributes)
    implements Attribute {
  static final String NAME = "extmap";

  private static final int MAX_ID = 4351;

  /** A mapping by its fields. */
  public ExtmapAttribute {
    Grammar.requireRange("extension number", id, 1, MAX_ID);
    Grammar.requireVisible("URI", uri);
    attributes = Grammar.requireAllVisible("extension attribute", attributes);
  }

  /** An extension that goes both ways. */
  public static ExtmapAttribute of(int id, String uri) {
    return new ExtmapAttribute(id, Optional.empty(), uri, List.of());
  }

  static ExtmapAttribute parse(FieldReader fields) throws SdpParseException {
    int id = (int) fields.number("extension number", 1, MAX_ID);
    fields.ignoreErrors(); // An extension that can't be understood isn't used, as in browsers.
    Optional<Direction> direction = Optional.empty();
    if (fields.skip('/')) {
      direction = Optional.of(direction(fields));
    }
    fields.endField("extension number");
    return new ExtmapAttribute(
        id, direction, fields.field("URI"), fields.fields("extension attribute"));
  }

  private static Direction direction(FieldReader fields) throws SdpParseException {
    int start = fields.position();
    String text = fields.token("direction");
    for (Direction direction : Direction.values()) {
      if (direction.toString().equals(text)) {
        return direction;
      }
    }
    throw fields.errorAt(start, "the direction must be sendrecv, sendonly, recvonly or inactive");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    String head = id + direction.map(way -> "/" + way).orElse("") + " " + uri;
    return attributes.isEmpty() ? head : head + " " + String.join(" ", attributes);
  }
}
