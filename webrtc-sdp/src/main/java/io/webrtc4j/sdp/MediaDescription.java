package io.webrtc4j.sdp;

import java.util.ArrayList;
import java.util.List;

/**
 * One media description: an {@code m=} line and what follows it (RFC 8866 §5.14). Immutable.
 *
 * @param mediaLine the {@code m=} line
 * @param lines the lines below it
 */
public record MediaDescription(MediaLine mediaLine, List<Line> lines) implements Section {
  /**
   * A description by its lines.
   *
   * @throws IllegalArgumentException if the lines are not what RFC 8866 §9 has at media level
   */
  public MediaDescription {
    lines = List.copyOf(lines);
    Lines.check(lines, SectionRules.ofMedia());
  }

  /** A description as WebRTC writes it: the connection, then the attributes. */
  public static MediaDescription of(
      MediaLine mediaLine, ConnectionData connection, List<? extends Attribute> attributes) {
    List<Line> lines = new ArrayList<>();
    lines.add(connection);
    lines.addAll(attributes);
    return new MediaDescription(mediaLine, lines);
  }

  /** {@code audio}, {@code video}, {@code application} or another. */
  public String media() {
    return mediaLine.media();
  }

  /** The port; 0 rejects the media, unless it is bundle-only. */
  public int port() {
    return mediaLine.port();
  }

  /** The transport, such as {@code UDP/DTLS/SCTP}. */
  public String protocol() {
    return mediaLine.protocol();
  }

  /** The payload types, or {@code webrtc-datachannel}. */
  public List<String> formats() {
    return mediaLine.formats();
  }

  /** The same with another {@code m=} line. */
  public MediaDescription withMediaLine(MediaLine mediaLine) {
    return new MediaDescription(mediaLine, lines);
  }

  /** The same with another port. */
  public MediaDescription withPort(int port) {
    return withMediaLine(
        new MediaLine(
            mediaLine.media(),
            port,
            mediaLine.portCount(),
            mediaLine.protocol(),
            mediaLine.formats()));
  }

  /** The same with other lines below the {@code m=} line. */
  public MediaDescription withLines(List<? extends Line> lines) {
    return new MediaDescription(mediaLine, List.copyOf(lines));
  }

  /** The same with these attributes in place of all that it has. */
  public MediaDescription withAttributes(List<? extends Attribute> attributes) {
    return withLines(Lines.plus(Lines.without(lines, Attribute.class), attributes));
  }

  /** The same with lines added at the end. */
  public MediaDescription with(Line... more) {
    return withLines(Lines.plus(lines, List.of(more)));
  }

  /** The same without the lines of this type. */
  public MediaDescription without(Class<? extends Line> type) {
    return withLines(Lines.without(lines, type));
  }

  /**
   * The same with one line changed.
   *
   * @throws IllegalArgumentException if there is no line {@code old}
   */
  public MediaDescription replacing(Line old, Line replacement) {
    return withLines(Lines.replacing(lines, old, replacement));
  }

  /** The description without its secrets, for people. */
  @Override
  public String toString() {
    return SdpWriter.write(this, LineEnding.CRLF, Redaction::text);
  }
}
