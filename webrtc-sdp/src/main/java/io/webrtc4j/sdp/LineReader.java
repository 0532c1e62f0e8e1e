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
    int feed = text.indexOf('\n', start);
    int end = feed < 0 ? text.length() : feed;
    boolean isCrlf = end > start && text.charAt(end - 1) == '\r';
    String line = text.substring(start, isCrlf ? end - 1 : end);
    start = feed < 0 ? end : end + 1;
    if (line.length() > SessionDescription.MAX_LINE_LENGTH) {
      throw new SdpParseException(
          lineNumber,
          SessionDescription.MAX_LINE_LENGTH + 1,
          "a line has at most " + SessionDescription.MAX_LINE_LENGTH + " characters");
    }
    refuse('\0', line, "a NUL within a line");
    refuse('\r', line, "a CR within a line");
    return line;
  }

  private void refuse(char bad, String line, String problem) throws SdpParseException {
    int index = line.indexOf(bad);
    if (index >= 0) {
      throw new SdpParseException(lineNumber, index + 1, problem);
    }
  }

  /** The number of the line that {@link #next} gave last, counted from 1. */
  int lineNumber() {
    return lineNumber;
  }
}
