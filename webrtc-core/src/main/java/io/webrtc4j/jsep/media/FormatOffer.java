package io.webrtc4j.jsep.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Gives the codecs of an offer their payload types. Where the numbers run out, those that are
 * preferred least are not offered.
 */
final class FormatOffer {
  private final List<Codec> codecs;
  private final Map<String, Integer> previous = new HashMap<>();
  private final Set<Integer> taken = new HashSet<>();
  private final Map<Codec, Format> formats = new LinkedHashMap<>();
  private final Map<Codec, Format> retransmissions = new HashMap<>();
  private MediaNumbers numbers;

  private FormatOffer(List<Codec> codecs, MediaNumbers numbers, List<Format> previousLocal) {
    this.codecs = codecs;
    this.numbers = numbers;
    previousLocal.forEach(format -> previous.putIfAbsent(format.meaning(), format.payloadType()));
  }

  /** What is offered, and what is then known of numbers. */
  record Result(List<Format> formats, MediaNumbers numbers) {}

  static Result of(
      OfferedMedia media,
      MediaNumbers numbers,
      List<Format> previousLocal,
      List<Format> previousAnswer) {
    List<Codec> codecs = distinct(media.codecs());
    if (!media.codecsPreferred()) {
      codecs = inOrderOf(previousAnswer, codecs);
    }
    FormatOffer offer = new FormatOffer(codecs, numbers, previousLocal);
    offer.number();
    return new Result(offer.inOrder(), offer.numbers);
  }

  /** Without those that would be the same format twice. */
  private static List<Codec> distinct(List<Codec> codecs) {
    Map<String, Codec> distinct = new LinkedHashMap<>();
    codecs.forEach(codec -> distinct.putIfAbsent(CodecIdentity.of(codec), codec));
    return List.copyOf(distinct.values());
  }

  /** RFC 9429 §5.2.2: the order of the most recent answer, then all that was not in it. */
  private static List<Codec> inOrderOf(List<Format> answer, List<Codec> codecs) {
    Map<String, Integer> places = new HashMap<>();
    for (Format format : answer) {
      places.putIfAbsent(CodecIdentity.of(format.codec()), places.size());
    }
    return codecs.stream()
        .sorted(
            Comparator.comparingInt(
                codec -> places.getOrDefault(CodecIdentity.of(codec), Integer.MAX_VALUE)))
        .toList();
  }

  private void number() {
    for (Codec codec : codecs) {
      if (!codec.isRtx() && !codec.isRed()) {
        add(codec, codec, List.of());
      }
    }
    for (Codec codec : codecs) {
      if (codec.isRed()) {
        addRed(codec);
      }
    }
  }

  private void add(Codec key, Codec written, List<Integer> associated) {
    OptionalInt number = take(written, associated);
    if (number.isPresent()) {
      formats.put(key, new Format(number.getAsInt(), written, associated));
      addRtx(key, number.getAsInt());
    }
  }

  /** RFC 4588 §8.6: a payload type of its own for each that is retransmitted. */
  private void addRtx(Codec primary, int payloadType) {
    for (Codec rtx : codecs) {
      if (rtx.isRtx() && Retransmission.applies(rtx, primary)) {
        List<Integer> associated = List.of(payloadType);
        Codec written = rtx.withParameters("apt=" + payloadType);
        take(written, associated)
            .ifPresent(
                number -> retransmissions.put(primary, new Format(number, written, associated)));
        return;
      }
    }
  }

  /**
   * RED of audio repeats the first codec of its rate (RFC 2198 §5), that of video whatever is sent
   * and its error correction, so that browsers write no parameters.
   */
  private void addRed(Codec red) {
    if (red.kind() == MediaKind.VIDEO) {
      add(red, red.withParameters(""), List.of());
      return;
    }
    formats.values().stream()
        .filter(format -> Redundancy.canRepeat(red, format.codec()))
        .findFirst()
        .map(Format::payloadType)
        .ifPresent(type -> add(red, red.withParameters(type + "/" + type), List.of(type, type)));
  }

  private OptionalInt take(Codec codec, List<Integer> associated) {
    Integer before = previous.get(Format.meaning(codec, associated));
    OptionalInt number =
        before != null && !taken.contains(before)
            ? OptionalInt.of(before)
            : numbers.payloadType(codec, associated);
    if (number.isEmpty() || !taken.add(number.getAsInt())) {
      return OptionalInt.empty();
    }
    numbers = numbers.withPayloadType(number.getAsInt(), codec, associated);
    return number;
  }

  /** Each where its codec stands, with its retransmission behind it. */
  private List<Format> inOrder() {
    List<Format> ordered = new ArrayList<>();
    for (Codec codec : codecs) {
      Format format = formats.get(codec);
      if (format != null) {
        ordered.add(format);
        Format rtx = retransmissions.get(codec);
        if (rtx != null) {
          ordered.add(rtx);
        }
      }
    }
    return ordered;
  }
}
