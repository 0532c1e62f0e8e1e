package io.webrtc4j.sdp;

import java.util.List;
import java.util.function.Function;

/** Writes sections line by line. */
final class SdpWriter {
  private SdpWriter() {}

  static String write(SessionDescription session, Function<Line, String> text) {
    StringBuilder out = new StringBuilder();
    String ending = session.lineEnding().text();
    append(out, session.lines(), ending, text);
    for (MediaDescription media : session.media()) {
      append(out, media, ending, text);
    }
    return out.toString();
  }

  static String write(MediaDescription media, LineEnding ending, Function<Line, String> text) {
    StringBuilder out = new StringBuilder();
    append(out, media, ending.text(), text);
    return out.toString();
  }

  private static void append(
      StringBuilder out, MediaDescription media, String ending, Function<Line, String> text) {
    append(out, media.mediaLine(), ending, text);
    append(out, media.lines(), ending, text);
  }

  private static void append(
      StringBuilder out, List<Line> lines, String ending, Function<Line, String> text) {
    for (Line line : lines) {
      append(out, line, ending, text);
    }
  }

  private static void append(
      StringBuilder out, Line line, String ending, Function<Line, String> text) {
    out.append(line.type()).append('=').append(text.apply(line)).append(ending);
  }
}
