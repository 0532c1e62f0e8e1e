package io.webrtc4j.sdp;

/** A session description, or one line of it, that is not what its grammar says, and where. */
public final class SdpParseException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  SdpParseException(int line, int column, String problem) {
    super("line " + line + ", column " + column + ": " + problem);
    this.line = line;
    this.column = column;
  }

  /** The line of the problem; the first line of a description is 1. */
  public int line() {
    return line;
  }

  /** The column of the problem in Java characters; the first of a line is 1. */
  public int column() {
    return column;
  }
}
