package io.webrtc4j.sdp;

/** Parsing as tests want it. */
final class Parsing {
  /** The shortest session there is. */
  static final String HEAD = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n";

  /** How many lines {@link #HEAD} has. */
  static final int HEAD_LINES = 4;

  private Parsing() {}

  /** A description that must be fine. */
  static SessionDescription of(String text) {
    try {
      return SessionDescription.parse(text);
    } catch (SdpParseException e) {
      throw new AssertionError("should be a description: " + e.getMessage(), e);
    }
  }

  /** The one line below the shortest session's. */
  static Line line(String line) {
    SessionDescription session = of(HEAD + line + "\r\n");
    return session.lines().get(HEAD_LINES);
  }

  /** The error that a text must have. */
  static SdpParseException error(String text) {
    try {
      SessionDescription.parse(text);
    } catch (SdpParseException e) {
      return e;
    }
    throw new AssertionError("should have been refused: " + text);
  }
}
