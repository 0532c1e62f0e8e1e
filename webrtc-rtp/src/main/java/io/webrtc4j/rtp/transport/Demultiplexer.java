package io.webrtc4j.rtp.transport;

import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.session.RtpCodec;
import io.webrtc4j.rtp.session.RtpDropReason;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells which section each packet belongs to, by the steps of RFC 9143 §9.2, and which version and
 * which original, by RFC 8852 and RFC 4588. Contributing sources are not looked up: no section
 * receives what another one mixes.
 */
final class Demultiplexer {
  private static final Map<RtpDropReason, Route> NOWHERE = allReasons();

  private final Map<String, Section> byMid = new HashMap<>();
  private final Map<Integer, Section> byPayloadType = new HashMap<>();
  private final SourceTable sources;

  /**
   * With no section.
   *
   * @param ended hears of sources that are forgotten
   */
  Demultiplexer(Consumer<Source> ended) {
    this.sources = new SourceTable(ended);
  }

  SourceTable sources() {
    return sources;
  }

  /** RFC 9143 §9.2: the tables from which packets are associated. */
  void configure(Collection<Section> sections) {
    byMid.clear();
    byPayloadType.clear();
    Set<Integer> ambiguous = new HashSet<>();
    for (Section section : sections) {
      if (!section.config().mid().isEmpty()) {
        byMid.put(section.config().mid(), section);
      }
      if (section.isReceiving()) {
        addPayloadTypes(section, ambiguous);
      }
    }
    byPayloadType.keySet().removeAll(ambiguous);
    sources.configure(sections);
  }

  private void addPayloadTypes(Section section, Set<Integer> ambiguous) {
    for (RtpCodec codec : section.config().receiveCodecs()) {
      addPayloadType(codec.payloadType(), section, ambiguous);
      if (codec.rtxPayloadType() != RtpCodec.NO_RTX) {
        addPayloadType(codec.rtxPayloadType(), section, ambiguous);
      }
    }
  }

  private void addPayloadType(int type, Section section, Set<Integer> ambiguous) {
    Section other = byPayloadType.put(type, section);
    if (other != null && other != section) {
      ambiguous.add(type);
    }
  }

  /** Where a packet goes whose header extensions are {@code names}. */
  Route route(RtpPacket packet, PacketNames names) {
    Source source = sources.get(packet.ssrc());
    Section section = section(packet, names, source);
    if (section == null) {
      return nowhere(
          names.mid() == null ? RtpDropReason.UNKNOWN_SECTION : RtpDropReason.UNKNOWN_MID);
    }
    if (!section.isReceiving()) {
      return nowhere(RtpDropReason.NOT_RECEIVING);
    }
    if (!section.takes(packet.payloadType())) {
      return nowhere(RtpDropReason.UNKNOWN_PAYLOAD_TYPE);
    }
    if (isUnknown(names.rid(), section) || isUnknown(names.repairedRid(), section)) {
      return nowhere(RtpDropReason.UNKNOWN_RID);
    }
    if (source == null) {
      source = sources.add(packet.ssrc(), section);
    }
    note(source, section, packet, names);
    if (section.retransmitted(packet.payloadType()) != null) {
      source.original(original(source, packet.payloadType()));
      return source.original() == null ? nowhere(RtpDropReason.UNKNOWN_RETRANSMISSION) : source;
    }
    source.original(null);
    return source;
  }

  /** By its name, else by its source, else by its payload type. */
  private @Nullable Section section(RtpPacket packet, PacketNames names, @Nullable Source source) {
    if (names.mid() != null) {
      Section named = byMid.get(names.mid());
      return named == null || source == null || source.follows(packet.sequenceNumber())
          ? named
          : source.section();
    }
    return source != null ? source.section() : byPayloadType.get(packet.payloadType());
  }

  private static void note(Source source, Section section, RtpPacket packet, PacketNames names) {
    if (names.mid() != null) {
      source.named(section, packet.sequenceNumber());
    }
    source.heard(packet.sequenceNumber());
    source.payloadType(packet.payloadType());
    // A peer may send names of versions where simulcast was not agreed on.
    if (section.config().receiveRids().isEmpty()) {
      return;
    }
    if (names.rid() != null) {
      source.rid(names.rid());
    }
    if (names.repairedRid() != null) {
      source.repairedRid(names.repairedRid());
    }
  }

  private static boolean isUnknown(@Nullable String rid, Section section) {
    return rid != null
        && !section.config().receiveRids().isEmpty()
        && !section.config().receiveRids().contains(rid);
  }

  /** What a source retransmits: as signalled, or as named, or the only one that it can be. */
  private @Nullable Source original(Source source, int payloadType) {
    Section section = source.section();
    Long signalled = section.config().remoteRetransmissions().get(source.ssrc());
    if (signalled != null) {
      return sources.get(signalled);
    }
    if (source.repairedRid() != null) {
      return sources.ofVersion(section, source.repairedRid());
    }
    if (source.original() != null) {
      return source.original();
    }
    RtpCodec codec = section.retransmitted(payloadType);
    return codec == null ? null : sources.onlyCandidate(source, codec.payloadType());
  }

  /** RFC 9143 §9.2: a source description names a section. */
  void handleMid(long ssrc, String mid) {
    Section named = byMid.get(mid);
    if (named == null || !named.isReceiving()) {
      return;
    }
    Source source = sources.get(ssrc);
    if (source == null) {
      sources.add(ssrc, named);
    } else {
      source.moveTo(named);
    }
  }

  private static Route nowhere(RtpDropReason reason) {
    return Objects.requireNonNull(NOWHERE.get(reason));
  }

  private static Map<RtpDropReason, Route> allReasons() {
    Map<RtpDropReason, Route> all = new EnumMap<>(RtpDropReason.class);
    for (RtpDropReason reason : RtpDropReason.values()) {
      all.put(reason, new Route.Nowhere(reason));
    }
    return Map.copyOf(all);
  }
}
