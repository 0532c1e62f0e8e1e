package io.webrtc4j.examples.sdp;

import io.webrtc4j.sdp.BundleOnlyAttribute;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.ConnectionData;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.DirectionAttribute;
import io.webrtc4j.sdp.EndOfCandidatesAttribute;
import io.webrtc4j.sdp.MaxMessageSizeAttribute;
import io.webrtc4j.sdp.MaxptimeAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MidAttribute;
import io.webrtc4j.sdp.PtimeAttribute;
import io.webrtc4j.sdp.SctpInitAttribute;
import io.webrtc4j.sdp.SctpPortAttribute;
import io.webrtc4j.sdp.SctpmapAttribute;
import java.util.List;

/** Says in plain words what one media description means. */
final class MediaExplanation {
  private static final String APPLICATION = "application";

  /** RFC 9429 §4.1.20: stands for the address where there is none yet. */
  private static final int DISCARD_PORT = 9;

  private final Paragraphs text;
  private final MediaDescription media;

  MediaExplanation(Paragraphs text, MediaDescription media) {
    this.text = text;
    this.media = media;
  }

  void explain(int number, int count) {
    String mid = media.attribute(MidAttribute.class).map(m -> ", mid " + m.mid()).orElse("");
    text.heading("%d of %d: %s%s, %s", number, count, media.media(), mid, use());
    text.line("protocol %s%s", media.protocol(), place());
    media.bandwidths().forEach(bandwidth -> Explanation.bandwidth(text, bandwidth));
    Explanation.security(text, media);
    candidates();
    if (media.media().equals(APPLICATION)) {
      dataChannels();
    } else {
      RtcpExplanation rtcp = new RtcpExplanation(text, media);
      rtcp.transport();
      new CodecsExplanation(text, media).explain();
      rtcp.feedback();
      packetTimes();
      new StreamsExplanation(text, media).explain();
      new ExtensionsExplanation(text, media).explain();
    }
    Explanation.unknown(text, media);
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

  private String place() {
    if (media.port() == 0 || media.port() == DISCARD_PORT) {
      return "";
    }
    String address = media.connection().map(ConnectionData::address).map(a -> a + " ").orElse("");
    return ", without ICE at " + address + "port " + media.port();
  }

  private void candidates() {
    List<CandidateAttribute> candidates = media.attributes(CandidateAttribute.class);
    boolean all = media.has(EndOfCandidatesAttribute.class);
    if (!candidates.isEmpty()) {
      text.line("candidates%s:", all ? ", and no more to come" : " so far");
    } else if (all) {
      text.line("no candidates, and none to come");
    }
    for (CandidateAttribute candidate : candidates) {
      text.detail(
          "%s over %s%s at %s port %d, priority %d%s",
          candidate.candidateType(),
          candidate.transport(),
          candidate.tcpType().map(type -> " (" + type + ")").orElse(""),
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
    media
        .attribute(SctpmapAttribute.class)
        .ifPresent(map -> text.line("SCTP port %d, in the form of early drafts", map.port()));
    if (media.has(SctpInitAttribute.class)) {
      text.line("SCTP's first message comes along, which saves a round trip (sctp-init)");
    }
    long limit =
        media
            .attribute(MaxMessageSizeAttribute.class)
            .map(MaxMessageSizeAttribute::bytes)
            .orElse(MaxMessageSizeAttribute.DEFAULT_BYTES);
    text.line("takes messages %s", limit == 0 ? "of any size" : "of up to " + limit + " bytes");
  }

  private void packetTimes() {
    media
        .attribute(PtimeAttribute.class)
        .ifPresent(time -> text.line("wants packets of %d ms", time.milliseconds()));
    media
        .attribute(MaxptimeAttribute.class)
        .ifPresent(time -> text.line("takes packets of up to %d ms", time.milliseconds()));
  }
}
