package io.webrtc4j;

import io.webrtc4j.jsep.JsepState;
import io.webrtc4j.jsep.Sender;
import io.webrtc4j.jsep.Transceiver;
import io.webrtc4j.jsep.media.Encoding;
import io.webrtc4j.jsep.media.MediaKind;
import io.webrtc4j.jsep.media.MediaParameters;
import io.webrtc4j.jsep.media.NegotiatedExtension;
import io.webrtc4j.rtp.session.SectionConfig;
import io.webrtc4j.rtp.session.SendStreamConfig;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.SsrcGroupAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is agreed of each media section, for the session and for senders and receivers. */
final class AgreedMedia {
  /** RFC 5576 §4.2, with RFC 4588 §8.8: a source and what retransmits it. */
  private static final String FLOW_IDENTIFICATION = "FID";

  private final Connection connection;

  AgreedMedia(Connection connection) {
    this.connection = connection;
  }

  /**
   * The sections by their transport, as agreed last; senders and receivers hear of it. In a step.
   */
  Map<Integer, List<SectionConfig>> agree(JsepState state) {
    Map<Integer, List<SectionConfig>> sections = new HashMap<>();
    for (RTCRtpTransceiver transceiver : connection.transceivers.inOrder()) {
      Transceiver facts = transceiver.facts();
      MediaParameters negotiated = facts.negotiated();
      String mid = facts.mid();
      if (negotiated == null || mid == null || transceiver.isStopping()) {
        continue;
      }
      SectionConfig config = agree(transceiver, mid, negotiated);
      state
          .transportInUse(mid)
          .ifPresent(id -> sections.computeIfAbsent(id, none -> new ArrayList<>()).add(config));
    }
    return sections;
  }

  private SectionConfig agree(
      RTCRtpTransceiver transceiver, String mid, MediaParameters negotiated) {
    Transceiver facts = transceiver.facts();
    Direction current = Optional.ofNullable(facts.currentDirection()).orElse(Direction.INACTIVE);
    List<CodecLine> sent = CodecLine.of(negotiated.send());
    List<CodecLine> received = CodecLine.of(negotiated.receive());
    Map<Long, Long> retransmissions = retransmissions(negotiated);
    SectionConfig config =
        new SectionConfig(
            facts.id(),
            mid,
            facts.kind() == MediaKind.VIDEO,
            current.sends(),
            current.receives(),
            sent.stream().map(CodecLine::rtp).toList(),
            received.stream().map(CodecLine::rtp).toList(),
            numbers(negotiated.sendExtensions()),
            numbers(negotiated.receiveExtensions()),
            negotiated.reducedSizeRtcp(),
            streams(transceiver, negotiated),
            negotiated.receiveEncodings().stream()
                .map(Encoding::rid)
                .filter(Objects::nonNull)
                .toList(),
            List.copyOf(negotiated.remote().cnames().keySet()),
            retransmissions);
    transceiver.sender().media().agree(config, sent, transceiver.sender().preferredCodec());
    transceiver.receiver().media().agree(received);
    return config;
  }

  private List<SendStreamConfig> streams(
      RTCRtpTransceiver transceiver, MediaParameters negotiated) {
    List<Encoding> encodings = negotiated.sendEncodings();
    Sender.Sources signalled = transceiver.facts().sender().sources();
    if (encodings.size() == 1 && signalled != null) {
      return List.of(
          new SendStreamConfig(
              encodings.get(0).rid(),
              signalled.ssrc(),
              signalled.rtxSsrc(),
              transceiver.sender().isActive(encodings.get(0).rid())));
    }
    return encodings.stream().map(each -> stream(transceiver, each.rid())).toList();
  }

  private SendStreamConfig stream(RTCRtpTransceiver transceiver, @Nullable String rid) {
    Sender.Sources sources = transceiver.sender().sources(rid);
    return new SendStreamConfig(
        rid, sources.ssrc(), sources.rtxSsrc(), transceiver.sender().isActive(rid));
  }

  private static Map<String, Integer> numbers(List<NegotiatedExtension> extensions) {
    Map<String, Integer> numbers = new HashMap<>();
    extensions.forEach(each -> numbers.putIfAbsent(each.uri(), each.id()));
    return numbers;
  }

  private static Map<Long, Long> retransmissions(MediaParameters negotiated) {
    Map<Long, Long> repaired = new LinkedHashMap<>();
    for (SsrcGroupAttribute group : negotiated.remote().groups()) {
      if (group.semantics().equals(FLOW_IDENTIFICATION) && group.ssrcs().size() == 2) {
        repaired.put(group.ssrcs().get(1), group.ssrcs().get(0));
      }
    }
    return repaired;
  }
}
