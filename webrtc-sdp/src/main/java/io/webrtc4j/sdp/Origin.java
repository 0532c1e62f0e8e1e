package io.webrtc4j.sdp;

/**
 * The {@code o=} line: who made the session and which version of it this is (RFC 8866 §5.2).
 *
 * @param username a name, or {@code -}
 * @param sessionId decimal digits; text, because peers send more of them than fit a long
 * @param sessionVersion decimal digits; each new version's number is higher
 * @param networkType {@code IN}
 * @param addressType {@code IP4} or {@code IP6}
 * @param address an address or a name
 */
public record Origin(
    String username,
    String sessionId,
    String sessionVersion,
    String networkType,
    String addressType,
    String address)
    implements Line {

  /** An origin by its fields. */
  public Origin {
    Grammar.requireVisible("username", username);
    Grammar.requireDigits("session id", sessionId);
    Grammar.requireDigits("session version", sessionVersion);
    Grammar.requireToken("network type", networkType);
    Grammar.requireToken("address type", addressType);
    Grammar.requireVisible("address", address);
  }

  /**
   * The origin that RFC 9429 §5.2.1 asks of a WebRTC peer, without its name or address.
   *
   * @param sessionId not negative
   * @param sessionVersion not negative
   */
  public static Origin of(long sessionId, long sessionVersion) {
    return new Origin(
        "-", Long.toString(sessionId), Long.toString(sessionVersion), "IN", "IP4", "0.0.0.0");
  }

  static Origin parse(FieldReader fields) throws SdpParseException {
    Origin origin =
        new Origin(
            fields.field("username"),
            fields.digits("session id"),
            fields.digits("session version"),
            fields.token("network type"),
            fields.token("address type"),
            fields.field("address"));
    fields.end();
    return origin;
  }

  /** The same origin with another version. */
  public Origin withSessionVersion(long sessionVersion) {
    return new Origin(
        username, sessionId, Long.toString(sessionVersion), networkType, addressType, address);
  }

  @Override
  public char type() {
    return 'o';
  }

  @Override
  public String text() {
    return String.join(" ", username, sessionId, sessionVersion, networkType, addressType, address);
  }
}
