package io.webrtc4j.sdp;

import java.util.List;

/**
 * {@code a=group}: media descriptions that belong together (RFC 5888 §5). At session level.
 *
 * @param semantics {@code BUNDLE} (RFC 9143), {@code LS} or another
 * @param mids the identification tags of the media; none is possible
 */
public record GroupAttribute(String semantics, List<String> mids) implements Attribute {
  /** The semantics of media on one transport (RFC 9143 §5). */
  public static final String BUNDLE = "BUNDLE";

  static final String NAME = "group";

  /** A group by its fields. */
  public GroupAttribute {
    Grammar.requireToken("group semantics", semantics);
    mids = List.copyOf(mids);
    mids.forEach(mid -> Grammar.requireToken("identification tag", mid));
  }

  /** A group of media on one transport. */
  public static GroupAttribute bundle(List<String> mids) {
    return new GroupAttribute(BUNDLE, mids);
  }

  static GroupAttribute parse(FieldReader fields) throws SdpParseException {
    if (!fields.hasMore()) {
      fields.ignoreErrors(); // It groups nothing; browsers pass over it.
    }
    String semantics = fields.token("group semantics");
    return new GroupAttribute(semantics, fields.tokens("identification tag"));
  }

  /** Whether this is a bundle. */
  public boolean isBundle() {
    return semantics.equals(BUNDLE);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return mids.isEmpty() ? semantics : semantics + " " + String.join(" ", mids);
  }
}
