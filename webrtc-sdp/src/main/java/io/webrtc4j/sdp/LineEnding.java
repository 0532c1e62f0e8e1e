package io.webrtc4j.sdp;

/**
 * How the lines of a description end. RFC 8866 §5 says CRLF and asks parsers to accept a single LF.
 */
public enum LineEnding {
  /** Carriage return and line feed: what is sent. */
  CRLF("\r\n"),
  /** A line feed alone: tolerated, and written back by who received it. */
  LF("\n");

  private final String text;

  LineEnding(String text) {
    this.text = text;
  }

  /** The characters themselves. */
  public String text() {
    return text;
  }
}
