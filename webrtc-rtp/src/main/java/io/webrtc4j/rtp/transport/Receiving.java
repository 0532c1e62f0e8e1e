package io.webrtc4j.rtp.transport;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.receive.ReceiveStream;
import io.webrtc4j.rtp.rtcp.RtcpPacket;
import io.webrtc4j.rtp.session.InboundStream;
import io.webrtc4j.rtp.session.ReceivedFrame;
import io.webrtc4j.rtp.session.RtpCodec;
import io.webrtc4j.rtp.session.RtpDropReason;
import io.webrtc4j.rtp.session.RtpEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that the peer sends on the transport: its sources, and the feedback that they need. */
final class Receiving {
  private static final long UNKNOWN = -1;

  private final Demultiplexer demultiplexer = new Demultiplexer(this::end);
  private final Events events;
  private final DropCounters dropped;
  private final List<RtcpPacket> feedback = new ArrayList<>();
  private long roundTripTime = UNKNOWN;

  Receiving(Events events, DropCounters dropped) {
    this.events = events;
    this.dropped = dropped;
  }

  SourceTable sources() {
    return demultiplexer.sources();
  }

  void configure(Collection<Section> sections) {
    demultiplexer.configure(sections);
    for (Source source : sources().all()) {
      Received media = source.media();
      if (media != null && media.section().isReceiving()) {
        media.stream().configure(media.section().receiveConfig());
      } else {
        end(source);
      }
    }
  }

  /** Tells the section's streams what is wanted of them. */
  void deliver(Section section) {
    for (Received media : media(section)) {
      media.stream().configure(section.receiveConfig());
      media.stream().jitterBufferTarget(section.jitterBufferTarget());
    }
  }

  private List<Received> media(Section section) {
    return sources().all().stream()
        .map(Source::media)
        .filter(Objects::nonNull)
        .filter(media -> media.section() == section)
        .toList();
  }

  /** Takes a packet that is not ours. */
  void handle(RtpPacket packet, PacketNames names, long now) {
    Route route = demultiplexer.route(packet, names);
    if (route instanceof Source source) {
      handle(packet, source, now);
    } else if (route instanceof Route.Nowhere nowhere) {
      dropped.count(nowhere.reason());
    }
  }

  private void handle(RtpPacket packet, Source source, long now) {
    Source original = source.original();
    if (original != null) {
      Received media = original.media();
      if (media == null) {
        dropped.count(RtpDropReason.UNKNOWN_RETRANSMISSION);
        return;
      }
      deliver(media.stream().handleRetransmission(packet, now), original, media, now);
    } else if (source.isStraggling(now)) {
      dropped.count(RtpDropReason.AFTER_GOODBYE);
    } else {
      Received media = media(source, packet.payloadType());
      deliver(media.stream().handlePacket(packet, now), source, media, now);
    }
  }

  /** The source's media, which begin with its first packet. */
  private Received media(Source source, int payloadType) {
    Received media = source.media();
    if (media != null && !media.isOf(source)) {
      end(source);
      media = null;
    }
    if (media != null) {
      return media;
    }
    Section section = source.section();
    RtpCodec codec = Objects.requireNonNull(section.codec(payloadType));
    ReceiveStream stream = new ReceiveStream(source.ssrc(), section.receiveConfig());
    stream.rid(source.rid());
    stream.jitterBufferTarget(section.jitterBufferTarget());
    if (roundTripTime != UNKNOWN) {
      stream.roundTripTime(roundTripTime);
    }
    Received begun = new Received(section, source.rid(), stream, codec);
    source.media(begun);
    events.add(new RtpEvent.SourceStarted(section.id(), source.ssrc(), source.rid()));
    return begun;
  }

  private void deliver(@Nullable RtpPacket packet, Source source, Received media, long now) {
    Section section = media.section();
    if (packet != null && section.delivery().packets()) {
      tell(new RtpEvent.Packet(section.id(), packet.copy(), source.rid(), now));
    }
    settle(media);
  }

  private void tell(RtpEvent event) {
    if (!events.add(event)) {
      dropped.count(RtpDropReason.NOT_POLLED);
    }
  }

  /** Takes what a stream has for the program and for the peer. */
  private void settle(Received media) {
    ReceiveStream stream = media.stream();
    for (ReceivedFrame frame = stream.pollFrame(); frame != null; frame = stream.pollFrame()) {
      if (media.section().delivery().frames()) {
        tell(new RtpEvent.Frame(media.section().id(), frame));
      }
    }
    long reporter = media.section().reporter();
    RtcpPacket packet = stream.pollNack(reporter);
    for (; packet != null; packet = stream.pollNack(reporter)) {
      feedback.add(packet);
    }
    packet = stream.pollKeyFrameRequest(reporter);
    if (packet != null) {
      feedback.add(packet);
    }
  }

  void handleTimeout(long now) {
    for (Source source : sources().all()) {
      Received media = source.media();
      if (media != null) {
        media.stream().handleTimeout(now);
        settle(media);
      }
    }
  }

  long nextDeadline() {
    long next = Deadline.NEVER;
    for (Source source : sources().view()) {
      Received media = source.media();
      if (media != null) {
        next = Math.min(next, media.stream().nextDeadline());
      }
    }
    return next;
  }

  /** Asks for key frames of a section's video. */
  void requestKeyFrame(Section section, @Nullable String rid, long now) {
    for (Received media : media(section)) {
      if (rid == null || rid.equals(media.rid())) {
        media.stream().requestKeyFrame(now);
        settle(media);
      }
    }
  }

  /** A source of the peer's has said goodbye. */
  void handleGoodbye(long ssrc, long now) {
    Source source = sources().get(ssrc);
    if (source != null) {
      source.ended(now);
      end(source);
    }
  }

  void handleMid(long ssrc, String mid) {
    demultiplexer.handleMid(ssrc, mid);
  }

  private void end(Source source) {
    Received media = source.media();
    if (media != null) {
      source.media(null);
      events.add(new RtpEvent.SourceEnded(media.section().id(), source.ssrc()));
    }
  }

  void roundTripTime(long nanos) {
    roundTripTime = nanos;
    for (Source source : sources().all()) {
      Received media = source.media();
      if (media != null) {
        media.stream().roundTripTime(nanos);
      }
    }
  }

  /** The feedback that is to be sent now. */
  List<RtcpPacket> takeFeedback() {
    List<RtcpPacket> taken = List.copyOf(feedback);
    feedback.clear();
    return taken;
  }

  List<InboundStream> snapshots() {
    List<InboundStream> all = new ArrayList<>();
    for (Source source : sources().all()) {
      Received media = source.media();
      if (media != null) {
        Source repair = sources().retransmissionsOf(source);
        all.add(media.snapshot(source, repair == null ? UNKNOWN : repair.ssrc()));
      }
    }
    return all;
  }
}
