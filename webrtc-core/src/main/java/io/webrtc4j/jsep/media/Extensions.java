package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.ExtmapAllowMixedAttribute;
import io.webrtc4j.sdp.ExtmapAttribute;
import io.webrtc4j.sdp.MediaDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Header extensions in offers and answers (RFC 8285 §7). Encrypted ones (RFC 6904) are not taken:
 * nobody offers them for what we know.
 */
final class Extensions {
  private Extensions() {}

  /** Lines, and what is then known of numbers. */
  record Result(List<Attribute> lines, MediaNumbers numbers) {}

  static String meaning(ExtmapAttribute extmap) {
    return extmap.attributes().isEmpty()
        ? extmap.uri()
        : extmap.uri() + " " + String.join(" ", extmap.attributes());
  }

  /** RFC 8285 §6: we understand headers of both forms, and say so in each section. */
  static Result offer(
      List<HeaderExtension> extensions,
      MediaNumbers numbers,
      @Nullable MediaDescription previousLocal) {
    Map<String, ExtmapAttribute> previous = previousLocal == null ? Map.of() : byUri(previousLocal);
    Set<String> seen = new HashSet<>();
    Set<Integer> taken = new HashSet<>();
    List<Attribute> lines = new ArrayList<>();
    MediaNumbers known = numbers;
    for (HeaderExtension extension : extensions) {
      String uri = extension.uri();
      if (extension.direction() == Direction.INACTIVE || !seen.add(uri)) {
        continue;
      }
      ExtmapAttribute before = previous.get(uri);
      OptionalInt id =
          before != null && isUsable(before.id(), true)
              ? OptionalInt.of(before.id())
              : known.extension(uri);
      if (id.isPresent() && taken.add(id.getAsInt())) {
        lines.add(line(id.getAsInt(), uri, extension.direction()));
        known = known.withExtension(id.getAsInt(), uri);
      }
    }
    if (!lines.isEmpty()) {
      lines.add(new ExtmapAllowMixedAttribute());
    }
    return new Result(lines, known);
  }

  /**
   * RFC 8285 §7: what both know under the offer's number, in the direction that both allow. A
   * number above 4095 asks for one of our choice.
   */
  static Result answer(
      List<HeaderExtension> extensions, MediaDescription offer, MediaNumbers numbers) {
    Map<String, Direction> ours = new HashMap<>();
    extensions.forEach(extension -> ours.putIfAbsent(extension.uri(), extension.direction()));
    boolean mixed = offer.has(ExtmapAllowMixedAttribute.class);
    Set<Integer> taken = new HashSet<>();
    List<Attribute> lines = new ArrayList<>();
    MediaNumbers known = numbers;
    for (ExtmapAttribute offered : byUri(offer).values()) {
      Direction direction =
          direction(offered)
              .reversed()
              .intersection(ours.getOrDefault(offered.uri(), Direction.INACTIVE));
      OptionalInt id =
          offered.id() > NumberRanges.LAST_TWO_BYTE
              ? known.extension(offered.uri())
              : OptionalInt.of(offered.id());
      if (direction != Direction.INACTIVE
          && id.isPresent()
          && isUsable(id.getAsInt(), mixed)
          && taken.add(id.getAsInt())) {
        lines.add(line(id.getAsInt(), offered.uri(), direction));
        known = known.withExtension(id.getAsInt(), offered.uri());
      }
    }
    if (mixed) {
      lines.add(new ExtmapAllowMixedAttribute());
    }
    return new Result(lines, known);
  }

  /** Those that {@code sender} sends and {@code receiver} takes, under the answer's numbers. */
  static List<NegotiatedExtension> negotiated(
      MediaDescription sender, MediaDescription receiver, MediaDescription answer) {
    boolean mixed = isMixed(sender, receiver);
    Map<String, ExtmapAttribute> sent = byUri(sender);
    Map<String, ExtmapAttribute> received = byUri(receiver);
    List<NegotiatedExtension> negotiated = new ArrayList<>();
    for (ExtmapAttribute extmap : byUri(answer).values()) {
      ExtmapAttribute from = sent.get(extmap.uri());
      ExtmapAttribute to = received.get(extmap.uri());
      if (from != null
          && to != null
          && direction(from).sends()
          && direction(to).receives()
          && isUsable(extmap.id(), mixed)) {
        negotiated.add(new NegotiatedExtension(extmap.uri(), extmap.id()));
      }
    }
    return negotiated;
  }

  static boolean isMixed(MediaDescription one, MediaDescription other) {
    return one.has(ExtmapAllowMixedAttribute.class) && other.has(ExtmapAllowMixedAttribute.class);
  }

  private static boolean isUsable(int id, boolean mixed) {
    return id <= (mixed ? NumberRanges.LAST_TWO_BYTE : NumberRanges.LAST_ONE_BYTE);
  }

  private static Direction direction(ExtmapAttribute extmap) {
    return extmap.direction().orElse(Direction.SENDRECV);
  }

  /** The first line of each that is not encrypted, in their order. */
  private static Map<String, ExtmapAttribute> byUri(MediaDescription section) {
    Map<String, ExtmapAttribute> lines = new LinkedHashMap<>();
    for (ExtmapAttribute extmap : section.attributes(ExtmapAttribute.class)) {
      if (extmap.attributes().isEmpty()) {
        lines.putIfAbsent(extmap.uri(), extmap);
      }
    }
    return lines;
  }

  private static ExtmapAttribute line(int id, String uri, Direction direction) {
    return new ExtmapAttribute(
        id,
        direction == Direction.SENDRECV ? Optional.empty() : Optional.of(direction),
        uri,
        List.of());
  }
}
