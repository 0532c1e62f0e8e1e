package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.MsidAttribute;
import io.webrtc4j.sdp.SsrcAttribute;
import io.webrtc4j.sdp.SsrcGroupAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what {@link SentMedia} says. */
final class SentLines {
  private SentLines() {}

  /** RFC 8830 §3.2.1, with the track, which browsers want. */
  static List<Attribute> msids(SentMedia sent) {
    Optional<String> track =
        sent.trackId().isEmpty() ? Optional.empty() : Optional.of(sent.trackId());
    List<String> streams =
        sent.streamIds().isEmpty() ? List.of(MsidAttribute.NO_STREAM) : sent.streamIds();
    List<Attribute> lines = new ArrayList<>();
    streams.stream().distinct().map(id -> new MsidAttribute(id, track)).forEach(lines::add);
    return lines;
  }

  /** Of simulcast nothing: its sources are told apart by their {@code rid}. */
  static List<Attribute> sources(SentMedia sent, boolean simulcast, boolean retransmitted) {
    List<Attribute> lines = new ArrayList<>();
    if (simulcast) {
      return lines;
    }
    SsrcAttribute source = SsrcAttribute.cname(sent.ssrc(), sent.cname());
    if (retransmitted && sent.rtxSsrc().isPresent()) {
      long rtx = sent.rtxSsrc().getAsLong();
      lines.add(new SsrcGroupAttribute(SsrcGroupAttribute.FID, List.of(sent.ssrc(), rtx)));
      lines.add(source);
      lines.add(SsrcAttribute.cname(rtx, sent.cname()));
    } else {
      lines.add(source);
    }
    return lines;
  }
}
