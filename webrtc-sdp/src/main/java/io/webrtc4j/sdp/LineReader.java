package io.webrtc4j.sdp;

/** Cuts a text into lines: each ends with CRLF, or with LF, or with the text. */
final class LineReader {
  private final String text;
  private int start;
  private int lineNumber;

  LineReader(String text) {
    this.text = text;
  }

  /** How the first line ends, and by this all. */
  static LineEnding lineEnding(String text) {
    int end = text.indexOf('\n');
    return end < 0 || (end > 0 && text.charAt(end - 1) == '\r') ? LineEnding.CRLF : LineEnding.LF;
  }

  /** Whether there is another line; empty lines at the very end are none. */
  boolean hasNext() {
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) != '\r' && text.charAt(i) != '\n') {
        return true;
      }
    }
    return false;
  }

  /** The next line without its ending. */
  String next() throws SdpParseException {
    lineNumber++;
    int end = text.indexOf('\n', start);
    String line = text.substring(start, end < 0 ? text.length() : end);
    start = end < 0 ? text.length() : end + 1;
    if (line.endsWith("\r")) {
      line = line.substring(0, line.length() - 1);
    }
    int bad = Grammar.firstOutside(line, Grammar::isByteStringChar);
    if (bad >= 0) {
      throw new SdpParseException(lineNumber, bad + 1, "a NUL or CR within a line");
    }
    return line;
  }

  /** The number of the line that {@link #next} gave last, counted from 1. */
  int lineNumber() {
    return lineNumber;
  }
}
