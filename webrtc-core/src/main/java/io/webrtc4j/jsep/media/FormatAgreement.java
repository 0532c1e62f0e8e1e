package io.webrtc4j.jsep.media;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Finds the formats that two sections have in common. Their payload types may differ: who sends
 * uses those of the other's section (RFC 3264 §6.1, RFC 9429 §5.11).
 */
final class FormatAgreement {
  private final List<Format> local;
  private final List<Format> remote;
  private final Map<String, List<Format>> localByMeaning = new HashMap<>();

  /** Which local payload type is the same codec as a remote one. */
  private final Map<Integer, Format> localByRemote = new HashMap<>();

  private final Map<Integer, Format> remoteByLocal = new HashMap<>();

  FormatAgreement(List<Format> local, List<Format> remote) {
    this.local = local;
    this.remote = remote;
    for (Format format : local) {
      localByMeaning.computeIfAbsent(format.meaning(), key -> new ArrayList<>()).add(format);
    }
    for (Format format : remote) {
      if (format.associated().isEmpty()) {
        pair(format, List.of());
      }
    }
    // What repeats or repairs others comes after those: first red, then rtx, also that of red.
    for (Format format : remote) {
      if (!format.associated().isEmpty() && !format.codec().isRtx()) {
        pairAssociated(format);
      }
    }
    remote.stream().filter(format -> format.codec().isRtx()).forEach(this::pairAssociated);
  }

  private void pairAssociated(Format format) {
    List<Integer> associated = new ArrayList<>();
    for (int other : format.associated()) {
      Format partner = localByRemote.get(other);
      if (partner == null) {
        return;
      }
      associated.add(partner.payloadType());
    }
    pair(format, associated);
  }

  /** The one of the same number is the first choice. */
  private void pair(Format format, List<Integer> associated) {
    String meaning = Format.meaning(format.codec(), associated);
    Format found = null;
    for (Format candidate : localByMeaning.getOrDefault(meaning, List.of())) {
      boolean free = !remoteByLocal.containsKey(candidate.payloadType());
      if (free && (found == null || candidate.payloadType() == format.payloadType())) {
        found = candidate;
      }
    }
    if (found != null) {
      localByRemote.put(format.payloadType(), found);
      remoteByLocal.put(found.payloadType(), format);
    }
  }

  /** What we may send, as the peer wants it. */
  List<NegotiatedCodec> send() {
    return negotiated(remote, localByRemote);
  }

  /** What the peer may send, as we want it. */
  List<NegotiatedCodec> receive() {
    return negotiated(local, remoteByLocal);
  }

  private static List<NegotiatedCodec> negotiated(
      List<Format> receiver, Map<Integer, Format> sender) {
    return receiver.stream()
        .map(
            format -> {
              Format other = sender.get(format.payloadType());
              return other == null ? null : negotiated(format, other, receiver, sender);
            })
        .filter(Objects::nonNull)
        .toList();
  }

  private static NegotiatedCodec negotiated(
      Format format, Format other, List<Format> receiver, Map<Integer, Format> sender) {
    List<String> feedback =
        format.codec().feedback().stream().filter(other.codec().feedback()::contains).toList();
    OptionalInt rtx =
        receiver.stream()
            .filter(candidate -> candidate.isRtxOf(format.payloadType()))
            .mapToInt(Format::payloadType)
            .filter(sender::containsKey)
            .findFirst();
    return new NegotiatedCodec(format.payloadType(), format.codec().withFeedback(feedback), rtx);
  }
}
