package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.ExtmapAttribute;
import io.webrtc4j.sdp.MediaDescription;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which payload type and which extension number means what in a session: one value for all its
 * sections, since bundled ones share their numbers (RFC 9143 §9.1, §15). It learns from every
 * description of both sides, and gives no number that is in use a second meaning. Immutable.
 *
 * @param payloadTypes what each means; {@code ""} for one with several meanings, which sections
 *     without a common bundle may have, and which is given to nothing new
 * @param extensions the same for header extensions
 */
public record MediaNumbers(Map<Integer, String> payloadTypes, Map<Integer, String> extensions) {
  /** Nothing is known yet. */
  public static final MediaNumbers NONE = new MediaNumbers(Map.of(), Map.of());

  private static final String SEVERAL = "";

  /**
   * Longer ones are not remembered, lest a peer fill the memory. Names and URIs are far shorter.
   */
  private static final int MAX_MEANING = 1_024;

  /** Numbers by their meanings. */
  public MediaNumbers {
    payloadTypes = Map.copyOf(payloadTypes);
    extensions = Map.copyOf(extensions);
  }

  /**
   * What is known after a section was seen, of either side. {@link MediaSections} does this for the
   * sections that it builds and for the offer that it answers; a peer's answers are to be learnt
   * when they are applied. Sections go through {@link MediaSections#inherit} first.
   */
  public MediaNumbers learn(MediaDescription section) {
    Map<Integer, String> types = new TreeMap<>(payloadTypes);
    for (Format format : Formats.of(section)) {
      add(types, format.payloadType(), format.meaning());
    }
    Map<Integer, String> ids = new TreeMap<>(extensions);
    for (ExtmapAttribute extmap : section.attributes(ExtmapAttribute.class)) {
      if (extmap.id() <= NumberRanges.LAST_TWO_BYTE) {
        add(ids, extmap.id(), Extensions.meaning(extmap));
      }
    }
    return new MediaNumbers(types, ids);
  }

  private static void add(Map<Integer, String> meanings, int number, String meaning) {
    String kept = meaning.length() > MAX_MEANING ? SEVERAL : meaning;
    meanings.merge(number, kept, (old, more) -> old.equals(more) ? old : SEVERAL);
  }

  /** The payload type that means this and nothing else, or one that is free for it. */
  OptionalInt payloadType(Codec codec, List<Integer> associated) {
    IntStream preferred =
        IntStream.concat(
            StaticPayloadTypes.payloadType(codec).stream(),
            UsualNumbers.payloadType(codec).stream());
    return number(
        payloadTypes,
        Format.meaning(codec, associated),
        IntStream.concat(preferred, NumberRanges.payloadTypes()));
  }

  /** The number that means this extension and nothing else, or one that is free for it. */
  OptionalInt extension(String uri) {
    return number(extensions, uri, NumberRanges.extensions());
  }

  private static OptionalInt number(
      Map<Integer, String> meanings, String meaning, IntStream candidates) {
    OptionalInt known =
        meanings.entrySet().stream()
            .filter(entry -> entry.getValue().equals(meaning))
            .mapToInt(Map.Entry::getKey)
            .min();
    return known.isPresent()
        ? known
        : candidates.filter(number -> !meanings.containsKey(number)).findFirst();
  }

  MediaNumbers withPayloadType(int payloadType, Codec codec, List<Integer> associated) {
    Map<Integer, String> types = new TreeMap<>(payloadTypes);
    add(types, payloadType, Format.meaning(codec, associated));
    return new MediaNumbers(types, extensions);
  }

  MediaNumbers withExtension(int id, String uri) {
    Map<Integer, String> ids = new TreeMap<>(extensions);
    add(ids, id, uri);
    return new MediaNumbers(payloadTypes, ids);
  }
}
