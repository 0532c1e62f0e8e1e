package io.webrtc4j.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one description from top to bottom, in one pass. */
final class SdpParser {
  private final String text;
  private final LineReader reader;
  private final List<MediaDescription> media = new ArrayList<>();
  private List<Line> lines = new ArrayList<>();
  private final List<Line> sessionLines = lines;
  private SectionRules rules = SectionRules.ofSession();
  private SectionLimits limits = new SectionLimits();
  private @Nullable MediaLine mediaLine;

  SdpParser(String text) {
    this.text = text;
    this.reader = new LineReader(text);
  }

  SessionDescription parse() throws SdpParseException {
    if (text.length() > SessionDescription.MAX_LENGTH) {
      throw error(1, "a description has at most " + SessionDescription.MAX_LENGTH + " characters");
    }
    while (reader.hasNext()) {
      add(reader.next(), reader.lineNumber());
    }
    endSection(reader.lineNumber() + 1);
    return new SessionDescription(LineReader.lineEnding(text), sessionLines, media);
  }

  private void add(String line, int number) throws SdpParseException {
    if (number > SessionDescription.MAX_LINES) {
      throw error(number, "a description has at most " + SessionDescription.MAX_LINES + " lines");
    }
    char type = LineParser.type(number, line);
    if (type == 'm') {
      endSection(number);
      if (media.size() == SessionDescription.MAX_MEDIA) {
        throw error(number, "there are at most " + SessionDescription.MAX_MEDIA + " m= lines");
      }
      mediaLine = (MediaLine) LineParser.parse(number, line);
      lines = new ArrayList<>();
      rules = SectionRules.ofMedia();
      limits = new SectionLimits();
    } else {
      refuse(number, rules.objectionTo(type));
      Line parsed = LineParser.parse(number, line);
      refuse(number, limits.objectionTo(parsed));
      lines.add(parsed);
    }
  }

  private void endSection(int number) throws SdpParseException {
    refuse(number, rules.objectionToEnd());
    if (mediaLine != null) {
      media.add(new MediaDescription(mediaLine, lines));
    }
  }

  private static void refuse(int number, Optional<String> objection) throws SdpParseException {
    if (objection.isPresent()) {
      throw error(number, objection.get());
    }
  }

  private static SdpParseException error(int number, String problem) {
    return new SdpParseException(number, 1, problem);
  }
}
