package io.webrtc4j.sdp;

import java.util.ArrayList;
import java.util.List;

/**
 * A session description (RFC 8866): the session's own lines, and its media descriptions. Immutable,
 * and safe to share between threads.
 *
 * <p>What {@link #parse} understood, {@link #write} writes from the model, in the same order and
 * with the same kind of line ending.
 *
 * @param lineEnding how the lines end; who makes a description takes CRLF
 * @param lines the session's lines, from {@code v=} to the last before the first {@code m=}
 * @param media the media descriptions in their order
 */
public record SessionDescription(
    LineEnding lineEnding, List<Line> lines, List<MediaDescription> media) implements Section {
  /**
   * More characters than this are refused. An offer of 500 videos with all of a browser's codecs
   * has some two million.
   */
  public static final int MAX_LENGTH = 1 << 23;

  /** More lines than this are refused. */
  public static final int MAX_LINES = 1 << 18;

  /** More characters in a line are refused; a group of 1000 long identification tags fits. */
  public static final int MAX_LINE_LENGTH = 1 << 16;

  /** More media descriptions than this are refused. */
  public static final int MAX_MEDIA = 1 << 10;

  /** More attributes at session level, or in one media description, are refused. */
  public static final int MAX_ATTRIBUTES = 1 << 14;

  /** More candidates in one section are refused. */
  public static final int MAX_CANDIDATES = 1 << 10;

  /** More formats in one {@code m=} line, or {@code rtpmap}s in one section, are refused. */
  public static final int MAX_FORMATS = 1 << 8;

  /**
   * A description by its parts.
   *
   * @throws IllegalArgumentException if the lines are not what RFC 8866 §9 has at session level
   */
  public SessionDescription {
    lines = List.copyOf(lines);
    media = List.copyOf(media);
    Lines.check(lines, SectionRules.ofSession());
  }

  /**
   * The description that RFC 9429 §5.2.1 asks of a WebRTC peer: version, origin, an empty name, no
   * bounds in time, then these attributes and media.
   */
  public static SessionDescription of(
      Origin origin, List<? extends Attribute> attributes, List<MediaDescription> media) {
    List<Line> lines = new ArrayList<>();
    lines.add(new ProtocolVersion());
    lines.add(origin);
    lines.add(new SessionName("-"));
    lines.add(Timing.UNBOUNDED);
    lines.addAll(attributes);
    return new SessionDescription(LineEnding.CRLF, lines, media);
  }

  /**
   * Reads a description.
   *
   * @throws SdpParseException naming line and column, if it is not one or is larger than the limits
   */
  public static SessionDescription parse(String text) throws SdpParseException {
    return new SdpParser(text).parse();
  }

  /** The description as it is sent, with the passwords in it. */
  public String write() {
    return SdpWriter.write(this, Line::text);
  }

  /** The {@code o=} line. */
  public Origin origin() {
    return line(Origin.class).orElseThrow();
  }

  /** The {@code s=} line's text. */
  public String sessionName() {
    return line(SessionName.class).orElseThrow().name();
  }

  /** The {@code t=} lines. */
  public List<Timing> timings() {
    return lines(Timing.class);
  }

  /** The same with other lines at session level. */
  public SessionDescription withLines(List<? extends Line> lines) {
    return new SessionDescription(lineEnding, List.copyOf(lines), media);
  }

  /** The same with other media descriptions. */
  public SessionDescription withMedia(List<MediaDescription> media) {
    return new SessionDescription(lineEnding, lines, media);
  }

  /** The same with these attributes in place of all that it has at session level. */
  public SessionDescription withAttributes(List<? extends Attribute> attributes) {
    return withLines(Lines.plus(Lines.without(lines, Attribute.class), attributes));
  }

  /** The same with lines added at the end of the session level. */
  public SessionDescription with(Line... more) {
    return withLines(Lines.plus(lines, List.of(more)));
  }

  /** The same without the lines of this type at session level. */
  public SessionDescription without(Class<? extends Line> type) {
    return withLines(Lines.without(lines, type));
  }

  /**
   * The same with one line of the session level changed.
   *
   * @throws IllegalArgumentException if there is no line {@code old}
   */
  public SessionDescription replacing(Line old, Line replacement) {
    return withLines(Lines.replacing(lines, old, replacement));
  }

  /** The description without its secrets, for people; {@link #write} has it whole. */
  @Override
  public String toString() {
    return SdpWriter.write(this, Redaction::text);
  }
}
