package io.webrtc4j.examples.sdp;

import io.webrtc4j.sdp.BundleOnlyAttribute;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.DirectionAttribute;
import io.webrtc4j.sdp.EndOfCandidatesAttribute;
import io.webrtc4j.sdp.ExtmapAttribute;
import io.webrtc4j.sdp.FingerprintAttribute;
import io.webrtc4j.sdp.IceUfragAttribute;
import io.webrtc4j.sdp.MaxMessageSizeAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MidAttribute;
import io.webrtc4j.sdp.MsidAttribute;
import io.webrtc4j.sdp.RidAttribute;
import io.webrtc4j.sdp.RtcpMuxAttribute;
import io.webrtc4j.sdp.SctpPortAttribute;
import io.webrtc4j.sdp.SetupAttribute;
import io.webrtc4j.sdp.SimulcastAttribute;
import io.webrtc4j.sdp.SsrcAttribute;
import io.webrtc4j.sdp.SsrcGroupAttribute;
import io.webrtc4j.sdp.UnknownAttribute;
import java.util.List;
import java.util.stream.Collectors;

/** Says in plain words what one media description means. */
final class MediaExplanation {
  private static final String APPLICATION = "application";

  private final Paragraphs text;
  private final MediaDescription media;

  MediaExplanation(Paragraphs text, MediaDescription media) {
    this.text = text;
    this.media = media;
  }

  void explain(int number, int count) {
    String mid = media.attribute(MidAttribute.class).map(m -> ", mid " + m.mid()).orElse("");
    text.heading("%d of %d: %s%s, %s", number, count, media.media(), mid, use());
    transport();
    candidates();
    if (media.media().equals(APPLICATION)) {
      dataChannels();
    } else {
      new CodecsExplanation(text, media).explain();
      streams();
      extensions();
    }
    for (UnknownAttribute unknown : media.attributes(UnknownAttribute.class)) {
      text.line("not known here: %s", unknown.name());
    }
  }

  private String use() {
    if (media.has(BundleOnlyAttribute.class)) {
      return "only within the bundle, " + direction();
    } else if (media.port() == 0) {
      return "rejected or stopped (port 0)";
    }
    return direction();
  }

  private String direction() {
    if (media.media().equals(APPLICATION)) {
      return "both ways";
    }
    Direction direction =
        media
            .attribute(DirectionAttribute.class)
            .map(DirectionAttribute::direction)
            .orElse(Direction.SENDRECV);
    return switch (direction) {
      case SENDRECV -> "sends and receives";
      case SENDONLY -> "sends only";
      case RECVONLY -> "receives only";
      case INACTIVE -> "inactive";
    };
  }

  private void transport() {
    text.line("protocol %s", media.protocol());
    media
        .attribute(IceUfragAttribute.class)
        .ifPresent(ufrag -> text.line("ICE user name fragment: %s", ufrag.ufrag()));
    media
        .attributes(FingerprintAttribute.class)
        .forEach(fingerprint -> Explanation.fingerprint(text, fingerprint));
    media
        .attribute(SetupAttribute.class)
        .ifPresent(setup -> Explanation.setup(text, setup.setup()));
    if (media.has(RtcpMuxAttribute.class)) {
      text.line("RTP and RTCP share a port");
    }
  }

  private void candidates() {
    List<CandidateAttribute> candidates = media.attributes(CandidateAttribute.class);
    if (!candidates.isEmpty()) {
      boolean all = media.has(EndOfCandidatesAttribute.class);
      text.line("candidates%s:", all ? ", and no more to come" : " so far");
    }
    for (CandidateAttribute candidate : candidates) {
      text.detail(
          "%s over %s at %s port %d, priority %d%s",
          candidate.candidateType(),
          candidate.transport(),
          candidate.address(),
          candidate.port(),
          candidate.priority(),
          candidate.relatedAddress().map(related -> ", seen from " + related).orElse(""));
    }
  }

  private void dataChannels() {
    media
        .attribute(SctpPortAttribute.class)
        .ifPresent(port -> text.line("SCTP port %d", port.port()));
    long limit =
        media
            .attribute(MaxMessageSizeAttribute.class)
            .map(MaxMessageSizeAttribute::bytes)
            .orElse(MaxMessageSizeAttribute.DEFAULT_BYTES);
    text.line("takes messages %s", limit == 0 ? "of any size" : "of up to " + limit + " bytes");
  }

  private void streams() {
    for (MsidAttribute msid : media.attributes(MsidAttribute.class)) {
      text.line(
          "track %s in %s",
          msid.trackId().orElse("without a name"),
          msid.stream().map(stream -> "stream " + stream).orElse("no stream"));
    }
    for (RidAttribute rid : media.attributes(RidAttribute.class)) {
      text.line("version %s is %s", rid.id(), rid.send() ? "sent" : "received");
    }
    media
        .attribute(SimulcastAttribute.class)
        .ifPresent(simulcast -> text.line("simulcast: %s", simulcast.value()));
    String sources =
        media.attributes(SsrcAttribute.class).stream()
            .map(SsrcAttribute::ssrc)
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    if (!sources.isEmpty()) {
      text.line("sources: %s", sources);
    }
    for (SsrcGroupAttribute group : media.attributes(SsrcGroupAttribute.class)) {
      String what =
          switch (group.semantics()) {
            case SsrcGroupAttribute.FID -> "a source and its retransmissions";
            case SsrcGroupAttribute.SIM -> "versions of one source";
            case SsrcGroupAttribute.FEC_FR -> "a source and its protection";
            default -> group.semantics();
          };
      text.detail("%s: %s", what, group.ssrcs());
    }
  }

  private void extensions() {
    List<ExtmapAttribute> extensions = media.attributes(ExtmapAttribute.class);
    if (!extensions.isEmpty()) {
      text.line("header extensions:");
    }
    for (ExtmapAttribute extension : extensions) {
      text.detail(
          "%d %s%s",
          extension.id(), extension.uri(), extension.direction().map(way -> ", " + way).orElse(""));
    }
  }
}
