package io.webrtc4j;

import io.webrtc4j.jsep.Transceiver;
import io.webrtc4j.jsep.media.MediaKind;
import io.webrtc4j.jsep.media.MediaParameters;
import io.webrtc4j.jsep.media.NegotiatedCodec;
import io.webrtc4j.rtp.session.InboundStream;
import io.webrtc4j.rtp.session.OutboundStream;
import io.webrtc4j.rtp.session.RemoteInbound;
import io.webrtc4j.rtp.session.RemoteOutbound;
import io.webrtc4j.rtp.session.RtpCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of the streams of one transport and of their codecs: what its RTP session counted,
 * with what the public face knows of the sections. In a step.
 */
final class StreamFigures {
  private static final long NO_SOURCE = -1;

  private final Transceivers transceivers;
  private final String transport;
  private final StatsClock clock;
  private final Map<String, RTCStats> objects = new LinkedHashMap<>();

  /**
   * None.
   *
   * @param transport the id of the transport's statistics
   */
  StreamFigures(Transceivers transceivers, String transport, StatsClock clock) {
    this.transceivers = transceivers;
    this.transport = transport;
    this.clock = clock;
  }

  /** The objects by their ids. */
  Map<String, RTCStats> objects() {
    return objects;
  }

  /** Adds a stream that is received; returns its id, or null if its section has gone. */
  @Nullable String add(InboundStream stream) {
    if (!transceivers.has(stream.section())) {
      return null;
    }
    RTCRtpTransceiver transceiver = transceivers.of(stream.section());
    MediaParameters negotiated = transceiver.facts().negotiated();
    List<NegotiatedCodec> codecs = negotiated == null ? List.of() : negotiated.receive();
    Section section = section(transceiver.facts(), stream.ssrc(), codec(stream.codec(), codecs));
    RemoteOutbound remote = stream.remote();
    StatsMembers members =
        ReceivedFigures.of(section.members("I", clock.now()), stream.counters(), clock);
    if (section.video()) {
      ReceivedFigures.video(members, stream.counters());
    }
    add(
        members
            .with("trackIdentifier", transceiver.receiver().track().id())
            .with("mid", transceiver.facts().mid())
            .with("rtxSsrc", stream.rtxSsrc() == NO_SOURCE ? null : stream.rtxSsrc())
            .with("remoteId", remote == null ? null : section.id("RO"))
            .as(RTCInboundRtpStreamStats.class));
    if (remote != null) {
      add(
          section
              .members("RO", clock.date(remote.received()))
              .with("localId", section.id("I"))
              .with("packetsSent", remote.packetsSent())
              .with("bytesSent", remote.bytesSent())
              .with("reportsSent", remote.reportsSent())
              .with("remoteTimestamp", StatsClock.ofNtp(remote.remoteNtp()))
              .as(RTCRemoteOutboundRtpStreamStats.class));
    }
    return section.id("I");
  }

  /** Adds a stream that is sent; returns its id, or null if its section has gone. */
  @Nullable String add(OutboundStream stream) {
    if (!transceivers.has(stream.section())) {
      return null;
    }
    RTCRtpTransceiver transceiver = transceivers.of(stream.section());
    MediaParameters negotiated = transceiver.facts().negotiated();
    List<NegotiatedCodec> codecs = negotiated == null ? List.of() : negotiated.send();
    Section section = section(transceiver.facts(), stream.ssrc(), codec(stream.codec(), codecs));
    RemoteInbound remote = stream.remote();
    add(
        sent(section, stream)
            .with("mid", transceiver.facts().mid())
            .with("encodingIndex", encoding(transceiver.sender(), stream.rid()))
            .with("remoteId", remote == null ? null : section.id("RI"))
            .as(RTCOutboundRtpStreamStats.class));
    if (remote != null) {
      add(reported(section, remote));
    }
    return section.id("O");
  }

  private StatsMembers sent(Section section, OutboundStream stream) {
    StatsMembers members =
        section
            .members("O", clock.now())
            .with("rid", stream.rid())
            .with("rtxSsrc", stream.rtxSsrc())
            .with("active", stream.active())
            .with("packetsSent", stream.packetsSent())
            .with("bytesSent", stream.bytesSent())
            .with("headerBytesSent", stream.headerBytesSent())
            .with("retransmittedPacketsSent", stream.retransmittedPacketsSent())
            .with("retransmittedBytesSent", stream.retransmittedBytesSent())
            .with("totalPacketSendDelay", StatsClock.seconds(stream.totalPacketSendDelay()))
            .with("nackCount", stream.nackCount());
    if (section.video()) {
      members
          .with("framesSent", stream.framesSent())
          .with("pliCount", stream.pliCount())
          .with("firCount", stream.firCount());
    }
    return members;
  }

  private RTCStats reported(Section section, RemoteInbound remote) {
    return section
        .members("RI", clock.date(remote.received()))
        .with("localId", section.id("O"))
        .with("packetsReceived", remote.packetsReceived())
        .with("packetsLost", remote.packetsLost())
        .with("fractionLost", remote.fractionLost())
        .with("jitter", StatsClock.seconds(remote.jitter()))
        .with("roundTripTime", StatsClock.secondsIfAny(remote.roundTripTime()))
        .with("totalRoundTripTime", StatsClock.seconds(remote.totalRoundTripTime()))
        .with("roundTripTimeMeasurements", remote.roundTripTimeMeasurements())
        .as(RTCRemoteInboundRtpStreamStats.class);
  }

  private static @Nullable Long encoding(RTCRtpSender sender, @Nullable String rid) {
    List<RTCRtpEncodingParameters> encodings = sender.encodings().now();
    for (int i = 0; i < encodings.size(); i++) {
      if (encodings.size() == 1 || Objects.equals(encodings.get(i).rid(), rid)) {
        return Long.valueOf(i);
      }
    }
    return null;
  }

  /** Adds the codec in use; returns its id, or null if it is not among those agreed on now. */
  private @Nullable String codec(@Nullable RtpCodec used, List<NegotiatedCodec> agreed) {
    for (NegotiatedCodec each : agreed) {
      if (used != null && each.payloadType() == used.payloadType()) {
        RTCRtpCodec codec = Capabilities.visible(each.codec());
        String line = codec.sdpFmtpLine();
        // One for both directions, unless their parameters differ (W3C Statistics).
        String id = "C" + transport + "_" + each.payloadType() + (line == null ? "" : "_" + line);
        add(
            new RTCCodecStats(
                id,
                clock.now(),
                each.payloadType(),
                transport,
                codec.mimeType(),
                codec.clockRate(),
                codec.channels() == null ? null : codec.channels().longValue(),
                line));
        return id;
      }
    }
    return null;
  }

  private Section section(Transceiver facts, long ssrc, @Nullable String codec) {
    return new Section(transport, facts.kind(), ssrc, codec);
  }

  private void add(RTCStats object) {
    objects.put(object.id(), object);
  }

  /** What the statistics of both ends of a stream have in common. */
  private record Section(String transport, MediaKind kind, long ssrc, @Nullable String codec) {
    boolean video() {
      return kind == MediaKind.VIDEO;
    }

    String id(String prefix) {
      return prefix + transport + (video() ? "V" : "A") + ssrc;
    }

    StatsMembers members(String prefix, double timestamp) {
      return new StatsMembers(id(prefix), timestamp)
          .with("ssrc", ssrc)
          .with("kind", kind.toString())
          .with("transportId", transport)
          .with("codecId", codec);
    }
  }
}
