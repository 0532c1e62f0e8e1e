package io.webrtc4j.sdp;

import java.util.function.Function;

/** Writes sections line by line. */
final class SdpWriter {
  private SdpWriter() {}

  static String write(SessionDescription session, Function<Line, String> text) {
    StringBuilder out = new StringBuilder();
    for (Line line : session.lines()) {
      append(out, line, session.lineEnding(), text);
    }
    for (MediaDescription media : session.media()) {
      out.append(write(media, session.lineEnding(), text));
    }
    return out.toString();
  }

  static String write(MediaDescription media, LineEnding ending, Function<Line, String> text) {
    StringBuilder out = new StringBuilder();
    append(out, media.mediaLine(), ending, text);
    for (Line line : media.lines()) {
      append(out, line, ending, text);
    }
    return out.toString();
  }

  private static void append(
      StringBuilder out, Line line, LineEnding ending, Function<Line, String> text) {
    out.append(line.type()).append('=').append(text.apply(line)).append(ending.text());
  }
}
