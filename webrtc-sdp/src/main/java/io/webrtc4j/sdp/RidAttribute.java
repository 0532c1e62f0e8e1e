package io.webrtc4j.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code a=rid}: a stream of RTP packets by a name of its own (RFC 8851 §4).
 *
 * @param id letters, digits, hyphen and underscore
 * @param send whether the writer sends it, or else receives it
 * @param payloadTypes that it may have, as they stand; all if empty
 * @param restrictions such as {@code max-width=1280}, in their order, {@code pt} not among them
 */
public record RidAttribute(
    String id, boolean send, List<String> payloadTypes, List<Restriction> restrictions)
    implements Attribute {
  static final String NAME = "rid";

  private static final String SEND = "send";
  private static final String RECEIVE = "recv";
  private static final String PAYLOAD_TYPES = "pt=";
  private static final int MAX_ID_LENGTH = 255;

  /**
   * A limit of the stream.
   *
   * @param name such as {@code max-fps}
   * @param value null where there is no equals sign
   */
  public record Restriction(String name, @Nullable String value) {
    /** A restriction by name and value. */
    public Restriction {
      Grammar.requireToken("restriction", name);
      if (value != null) {
        Grammar.requireByteString("restriction's value", value);
        if (value.indexOf(';') >= 0 || !value.strip().equals(value)) {
          throw new IllegalArgumentException("a restriction's value has no ';' or space around it");
        }
      }
    }

    @Override
    public String toString() {
      return value == null ? name : name + "=" + value;
    }
  }

  /** A stream by its fields. */
  public RidAttribute {
    requireId(id);
    payloadTypes = List.copyOf(payloadTypes);
    payloadTypes.forEach(type -> Grammar.requireToken("payload type", type));
    restrictions = List.copyOf(restrictions);
  }

  /** A stream without restrictions. */
  public static RidAttribute of(String id, boolean send) {
    return new RidAttribute(id, send, List.of(), List.of());
  }

  static RidAttribute parse(FieldReader fields) throws SdpParseException {
    String id = fields.field("stream's name", CharClass.RID);
    int start = fields.position();
    String direction = fields.token("direction");
    if (!direction.equals(SEND) && !direction.equals(RECEIVE)) {
      throw fields.errorAt(start, "the direction must be send or recv");
    }
    try {
      return parse(id, direction.equals(SEND), fields.hasMore() ? fields.rest().strip() : "");
    } catch (IllegalArgumentException wrong) {
      throw fields.error(String.valueOf(wrong.getMessage()));
    }
  }

  private static RidAttribute parse(String id, boolean send, String text) {
    List<String> payloadTypes = List.of();
    String rest = text;
    if (text.startsWith(PAYLOAD_TYPES)) {
      int semicolon = text.indexOf(';');
      int end = semicolon < 0 ? text.length() : semicolon;
      payloadTypes = List.of(text.substring(PAYLOAD_TYPES.length(), end).split(",", -1));
      rest = text.substring(end);
    }
    List<Restriction> restrictions = new ArrayList<>();
    addRestrictions(rest, restrictions);
    return new RidAttribute(id, send, payloadTypes, restrictions);
  }

  private static void addRestrictions(String text, List<Restriction> restrictions) {
    for (String part : text.split(";", -1)) {
      String restriction = part.strip();
      if (!restriction.isEmpty()) {
        int equals = restriction.indexOf('=');
        restrictions.add(
            equals < 0
                ? new Restriction(restriction, null)
                : new Restriction(
                    restriction.substring(0, equals), restriction.substring(equals + 1).strip()));
      }
    }
  }

  static boolean isId(String text) {
    return !text.isEmpty() && text.length() <= MAX_ID_LENGTH && CharClass.RID.containsAll(text);
  }

  static void requireId(String id) {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "a rid is of 1 to 255 letters, digits, '-' and '_' (RFC 8851 §10)");
    }
  }

  /** The value of the first restriction of this name. */
  public Optional<String> restriction(String name) {
    return restrictions.stream()
        .filter(restriction -> restriction.name().equals(name))
        .findFirst()
        .map(Restriction::value);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    List<String> parts = new ArrayList<>();
    if (!payloadTypes.isEmpty()) {
      parts.add(PAYLOAD_TYPES + String.join(",", payloadTypes));
    }
    restrictions.forEach(restriction -> parts.add(restriction.toString()));
    String value = id + " " + (send ? SEND : RECEIVE);
    return parts.isEmpty() ? value : value + " " + String.join(";", parts);
  }
}
