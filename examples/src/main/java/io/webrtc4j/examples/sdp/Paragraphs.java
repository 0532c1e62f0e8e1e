package io.webrtc4j.examples.sdp;

import java.util.Locale;

/** Headings and the lines below them. */
final class Paragraphs {
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();

  void heading(String format, Object... values) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    append(format, values);
  }

  void line(String format, Object... values) {
    text.append(INDENT);
    append(format, values);
  }

  void detail(String format, Object... values) {
    text.append(INDENT);
    line(format, values);
  }

  private void append(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
