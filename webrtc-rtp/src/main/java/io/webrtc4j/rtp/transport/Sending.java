package io.webrtc4j.rtp.transport;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.congestion.BandwidthEstimator;
import io.webrtc4j.rtp.send.NtpClock;
import io.webrtc4j.rtp.send.OutgoingPacket;
import io.webrtc4j.rtp.send.Pacer;
import io.webrtc4j.rtp.send.SendStream;
import io.webrtc4j.rtp.session.OutboundStream;
import io.webrtc4j.rtp.session.RtpEvent;
import io.webrtc4j.rtp.session.SectionConfig;
import io.webrtc4j.rtp.session.SendStreamConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All that we send on the transport: the streams of every section, their pace and its rate. */
final class Sending {
  /** Streams that have ended and may come back, as after a description that was taken back. */
  static final int MAX_ENDED = 64;

  // An estimate that changed by less is not worth telling.
  private static final double TELLING_CHANGE = 0.05;

  private final NtpClock clock;
  private final RandomGenerator random;
  private final Events events;
  private final Pacer pacer = new Pacer();
  private final BandwidthEstimator estimator = new BandwidthEstimator();
  private final Map<Long, SendStream> bySsrc = new LinkedHashMap<>();
  private final Map<Long, SendStream> byRtxSsrc = new HashMap<>();
  private final Map<Long, SendStream> ended = new LinkedHashMap<>();
  private long toldBitrate;

  Sending(NtpClock clock, RandomGenerator random, Events events) {
    this.clock = clock;
    this.random = random;
    this.events = events;
    pacer.pace(estimator.pace(0));
  }

  Collection<SendStream> streams() {
    return bySsrc.values();
  }

  /** Our source with this SSRC, or null. */
  @Nullable SendStream stream(long ssrc) {
    return bySsrc.get(ssrc);
  }

  boolean isOurs(long ssrc) {
    return bySsrc.containsKey(ssrc) || byRtxSsrc.containsKey(ssrc);
  }

  BandwidthEstimator estimator() {
    return estimator;
  }

  Pacer pacer() {
    return pacer;
  }

  /** Makes the section's streams what {@code config} lists; returns those that have ended. */
  List<SendStream> configure(Section section, SectionConfig config) {
    List<SendStream> gone = new ArrayList<>();
    for (SendStream stream : List.copyOf(section.streams())) {
      if (config.sendStreams().stream().noneMatch(listed -> isSame(stream, listed))) {
        gone.add(stream);
        end(section, stream);
      }
    }
    for (SendStreamConfig listed : config.sendStreams()) {
      SendStream stream = section.stream(listed.rid());
      if (stream == null) {
        begin(section, config, listed);
      } else {
        stream.configure(config, listed);
      }
    }
    gone.removeIf(stream -> bySsrc.containsKey(stream.ssrc())); // Under another name.
    return gone;
  }

  /** Ends the streams of a section that is there no longer, and returns them. */
  List<SendStream> end(Section section) {
    List<SendStream> gone = List.copyOf(section.streams());
    gone.forEach(stream -> end(section, stream));
    return gone;
  }

  private void begin(Section section, SectionConfig config, SendStreamConfig listed) {
    SendStream before = ended.remove(listed.ssrc());
    SendStream stream;
    // Under the same keys an SSRC goes on where it was, or packets would share an SRTP index.
    if (before != null
        && before.section() == section.id()
        && before.rtxSsrc() == listed.rtxSsrc()) {
      stream = before;
      stream.configure(config, listed);
    } else {
      stream = new SendStream(config, listed, clock, random);
    }
    section.add(stream);
    bySsrc.put(stream.ssrc(), stream);
    byRtxSsrc.put(stream.rtxSsrc(), stream);
  }

  private void end(Section section, SendStream stream) {
    section.remove(stream);
    pacer.remove(stream);
    bySsrc.remove(stream.ssrc(), stream);
    byRtxSsrc.remove(stream.rtxSsrc(), stream);
    ended.put(stream.ssrc(), stream);
    if (ended.size() > MAX_ENDED) {
      ended.remove(ended.keySet().iterator().next());
    }
  }

  private static boolean isSame(SendStream stream, SendStreamConfig listed) {
    return stream.ssrc() == listed.ssrc()
        && stream.rtxSsrc() == listed.rtxSsrc()
        && Objects.equals(stream.rid(), listed.rid());
  }

  /** Writes the packet that goes out next; false if none may. */
  boolean poll(PacketBuffer out, long now) {
    OutgoingPacket packet = pacer.poll(now);
    if (packet == null) {
      return false;
    }
    int start = out.length();
    packet.stream().write(packet, out, estimator.nextNumber(), now);
    int bytes = out.length() - start;
    if (packet.stream().hasTransportNumber()) {
      estimator.sent(bytes, now);
    }
    pacer.sent(bytes, now);
    return true;
  }

  /** Bytes that were sent so far, for who measures a rate. */
  long bytesSent() {
    return bySsrc.values().stream().mapToLong(SendStream::bytesSent).sum();
  }

  /** Tells the program what it is asked for, and the pacer how fast it may be. */
  void settle(long now) {
    for (SendStream stream : bySsrc.values()) {
      if (stream.takeKeyFrameRequest(now)) {
        events.add(new RtpEvent.KeyFrameRequested(stream.section(), stream.rid()));
      }
    }
    pacer.pace(estimator.pace(now));
    long bitrate = estimator.bitsPerSecond(now);
    if (estimator.isKnown()
        && Math.abs(bitrate - toldBitrate) > TELLING_CHANGE * toldBitrate
        && events.add(new RtpEvent.BandwidthEstimated(bitrate))) {
      toldBitrate = bitrate;
    }
  }

  long nextDeadline(long now) {
    long next = pacer.nextDeadline(now);
    for (SendStream stream : bySsrc.values()) {
      next = Math.min(next, stream.nextDeadline());
    }
    return next;
  }

  long availableBitrate(long now) {
    return estimator.isKnown() ? estimator.bitsPerSecond(now) : 0;
  }

  List<OutboundStream> snapshots(long now) {
    long bitrate = availableBitrate(now);
    return bySsrc.values().stream().map(stream -> stream.snapshot(bitrate)).toList();
  }

  /** Says that nothing more is sent. */
  void close() {
    bySsrc.values().forEach(pacer::remove);
    bySsrc.clear();
    byRtxSsrc.clear();
    ended.clear();
  }
}
