package io.webrtc4j.jsep.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses from the formats of an offer (RFC 9429 §5.3.1). Each codec of ours is answered once, even
 * if it is offered under several payload types.
 */
final class FormatAnswer {
  private final List<Codec> codecs;
  private final Map<String, Codec> byIdentity = new HashMap<>();
  private final Map<Integer, Format> accepted = new LinkedHashMap<>();

  private FormatAnswer(List<Codec> codecs) {
    this.codecs = codecs;
    codecs.forEach(codec -> byIdentity.putIfAbsent(CodecIdentity.of(codec), codec));
  }

  /** What is answered; nothing if no codec that media can be sent with is in common. */
  static List<Format> of(OfferedMedia media, List<Format> offered) {
    FormatAnswer answer = new FormatAnswer(media.codecs());
    answer.accept(offered);
    if (answer.accepted.values().stream().noneMatch(format -> format.codec().isPrimary())) {
      return List.of();
    }
    List<Format> inOffersOrder =
        offered.stream()
            .map(format -> answer.accepted.get(format.payloadType()))
            .filter(format -> format != null)
            .toList();
    return media.codecsPreferred() ? answer.inOurOrder(inOffersOrder) : inOffersOrder;
  }

  /** What repairs or repeats others comes after these were chosen. */
  private void accept(List<Format> offered) {
    Set<String> used = new HashSet<>();
    for (Format format : offered) {
      String identity = CodecIdentity.of(format.codec());
      Codec ours = byIdentity.get(identity);
      if (ours != null && !ours.isRtx() && !ours.isRed() && used.add(identity)) {
        add(format, parameters(ours, format.codec()), ours);
      }
    }
    for (Format format : offered) {
      String identity = CodecIdentity.of(format.codec());
      Codec red = byIdentity.get(identity);
      if (red != null
          && red.isRed()
          && accepted.keySet().containsAll(format.associated())
          && used.add(identity)) {
        add(format, format.codec().parameters(), red);
      }
    }
    offered.stream().filter(format -> format.codec().isRtx()).forEach(this::acceptRtx);
  }

  private void acceptRtx(Format rtx) {
    int apt = rtx.associated().get(0);
    Format primary = accepted.get(apt);
    if (primary == null || accepted.values().stream().anyMatch(other -> other.isRtxOf(apt))) {
      return;
    }
    for (Codec ours : codecs) {
      if (ours.isRtx()
          && ours.matches(rtx.codec())
          && Retransmission.applies(ours, primary.codec())) {
        add(rtx, "apt=" + apt, ours);
        return;
      }
    }
  }

  private static String parameters(Codec ours, Codec offered) {
    return ours.is("H264")
        ? H264.answer(ours.parameters(), offered.parameters())
        : ours.parameters();
  }

  /** RFC 4585 §4.2: of feedback, what was offered and is ours. */
  private void add(Format offered, String parameters, Codec ours) {
    List<String> feedback =
        ours.feedback().stream().filter(offered.codec().feedback()::contains).toList();
    Codec codec = offered.codec().withParameters(parameters).withFeedback(feedback);
    accepted.put(
        offered.payloadType(), new Format(offered.payloadType(), codec, offered.associated()));
  }

  /** {@code setCodecPreferences} goes before the offer's order; rtx stays behind its codec. */
  private List<Format> inOurOrder(List<Format> formats) {
    Map<String, Integer> places = new HashMap<>();
    for (Codec codec : codecs) {
      places.putIfAbsent(CodecIdentity.of(codec), places.size());
    }
    List<Format> ordered = new ArrayList<>();
    formats.stream()
        .filter(format -> !format.codec().isRtx())
        .sorted(
            Comparator.comparingInt(
                format -> places.getOrDefault(CodecIdentity.of(format.codec()), places.size())))
        .forEach(
            format -> {
              ordered.add(format);
              formats.stream()
                  .filter(rtx -> rtx.isRtxOf(format.payloadType()))
                  .forEach(ordered::add);
            });
    return ordered;
  }
}
