package io.webrtc4j.examples.sdp;

import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MsidAttribute;
import io.webrtc4j.sdp.RidAttribute;
import io.webrtc4j.sdp.SimulcastAttribute;
import io.webrtc4j.sdp.SsrcAttribute;
import io.webrtc4j.sdp.SsrcGroupAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in plain words which tracks, versions and sources a media description has. */
final class StreamsExplanation {
  private final Paragraphs text;
  private final MediaDescription media;

  StreamsExplanation(Paragraphs text, MediaDescription media) {
    this.text = text;
    this.media = media;
  }

  void explain() {
    for (MsidAttribute msid : media.attributes(MsidAttribute.class)) {
      text.line("%s", track(msid));
    }
    media.attributes(RidAttribute.class).forEach(this::version);
    media
        .attribute(SimulcastAttribute.class)
        .ifPresent(simulcast -> simulcast.directions().forEach(this::simulcast));
    sources();
  }

  private static String track(MsidAttribute msid) {
    return "track %s in %s"
        .formatted(
            msid.trackId().orElse("without a name"),
            msid.stream().map(stream -> "stream " + stream).orElse("no stream"));
  }

  private void version(RidAttribute rid) {
    List<String> limits = new ArrayList<>();
    if (!rid.payloadTypes().isEmpty()) {
      limits.add("codecs " + String.join(" ", rid.payloadTypes()));
    }
    rid.restrictions().forEach(restriction -> limits.add(restriction.toString()));
    text.line(
        "version %s is %s%s",
        rid.id(),
        rid.send() ? "sent" : "received",
        limits.isEmpty() ? "" : " with " + String.join(", ", limits));
  }

  private void simulcast(SimulcastAttribute.Streams streams) {
    String versions =
        streams.streams().stream()
            .map(StreamsExplanation::alternatives)
            .collect(Collectors.joining(", "));
    text.line("simulcast: %s %s at once", streams.send() ? "sends" : "receives", versions);
  }

  private static String alternatives(List<SimulcastAttribute.Stream> alternatives) {
    return alternatives.stream()
        .map(stream -> stream.rid() + (stream.paused() ? " (paused at first)" : ""))
        .collect(Collectors.joining(" or "));
  }

  private void sources() {
    List<SsrcAttribute> attributes = media.attributes(SsrcAttribute.class);
    if (!attributes.isEmpty()) {
      text.line("sources:");
    }
    for (long ssrc : attributes.stream().map(SsrcAttribute::ssrc).distinct().toList()) {
      List<SsrcAttribute> own = attributes.stream().filter(a -> a.ssrc() == ssrc).toList();
      List<String> words = new ArrayList<>();
      own.stream().flatMap(a -> a.cname().stream()).forEach(name -> words.add("of " + name));
      own.stream().flatMap(a -> a.msid().stream()).forEach(msid -> words.add(track(msid)));
      text.detail("%d%s", ssrc, words.isEmpty() ? "" : ", " + String.join(", ", words));
    }
    for (SsrcGroupAttribute group : media.attributes(SsrcGroupAttribute.class)) {
      String ssrcs = group.ssrcs().stream().map(String::valueOf).collect(Collectors.joining(", "));
      text.detail("%s: %s", meaning(group.semantics()), ssrcs);
    }
  }

  private static String meaning(String semantics) {
    return switch (semantics) {
      case SsrcGroupAttribute.FID -> "a source and its retransmissions";
      case SsrcGroupAttribute.SIM -> "versions of one source";
      case SsrcGroupAttribute.FEC_FR, "FEC" -> "a source and its protection";
      default -> semantics;
    };
  }
}
