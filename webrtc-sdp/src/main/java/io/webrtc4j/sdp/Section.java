package io.webrtc4j.sdp;

import java.util.List;
import java.util.Optional;

/** Lines that belong together: the session's own, or one media description's, in their order. */
public sealed interface Section permits SessionDescription, MediaDescription {
  /**
   * The lines in their order. A session's begin with {@code v=}, a media description's come after
   * the {@code m=}.
   */
  List<Line> lines();

  /** The lines of one type, in their order. */
  default <L extends Line> List<L> lines(Class<L> type) {
    return lines().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The first line of one type. */
  default <L extends Line> Optional<L> line(Class<L> type) {
    return lines().stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /** All attributes, known and unknown, in their order. */
  default List<Attribute> attributes() {
    return lines(Attribute.class);
  }

  /** The attributes of one type, in their order. */
  default <A extends Attribute> List<A> attributes(Class<A> type) {
    return lines(type);
  }

  /** The first attribute of one type in this section; the other level is not looked at. */
  default <A extends Attribute> Optional<A> attribute(Class<A> type) {
    return line(type);
  }

  /** Whether there is an attribute of this type. */
  default boolean has(Class<? extends Attribute> type) {
    return lines().stream().anyMatch(type::isInstance);
  }

  /** The first {@code c=} line. */
  default Optional<ConnectionData> connection() {
    return line(ConnectionData.class);
  }

  /** The {@code b=} lines. */
  default List<Bandwidth> bandwidths() {
    return lines(Bandwidth.class);
  }

  /** The {@code i=} line's text. */
  default Optional<String> information() {
    return line(Information.class).map(Information::information);
  }
}
