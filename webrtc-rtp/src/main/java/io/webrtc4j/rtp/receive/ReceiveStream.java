package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.payload.Depacketizer;
import io.webrtc4j.rtp.payload.PayloadFormat;
import io.webrtc4j.rtp.rtcp.GenericNack;
import io.webrtc4j.rtp.rtcp.ReportBlock;
import io.webrtc4j.rtp.rtcp.RtcpPacket;
import io.webrtc4j.rtp.rtcp.SenderReport;
import io.webrtc4j.rtp.session.ReceiveCounters;
import io.webrtc4j.rtp.session.ReceivedFrame;
import io.webrtc4j.rtp.session.RtpCodec;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One remote source of media, with the one that retransmits it (RFC 4588): packets come in, and out
 * come whole frames in order, reports on reception, and requests for what is missing. Not
 * thread-safe.
 *
 * <p>Frames are given as soon as they are whole and those before them were given. A gap is waited
 * for while it may still be repaired. Video that misses a frame goes on with the next key frame,
 * which is asked for; audio goes on with the next packet after the delay that its jitter asks for.
 * Nothing is held back to be played at an even pace, since recorders, forwarders and recognizers
 * want it soon and players have a clock of their own; {@link #jitterBufferTarget} changes that.
 */
public final class ReceiveStream {
  /** Retransmissions of packets that were never missed are believed this far ahead. */
  private static final int MAX_RETRANSMISSION_AHEAD = 100;

  private final long ssrc;
  private final SourceSequence sequence = new SourceSequence();
  private final TimestampUnwrapper timestamps = new TimestampUnwrapper();
  private final SeenPackets seen = new SeenPackets();
  private final ReceptionStatistics statistics = new ReceptionStatistics();
  private final MissingPackets missing = new MissingPackets();
  private final SenderClock senderClock = new SenderClock();
  private final DelayEstimate delay = new DelayEstimate();
  private final Tally tally = new Tally();
  private final RetransmittedPacket retransmitted = new RetransmittedPacket();
  private final KeyFrameRequests requests;
  private final FrameOutput output;
  private final BiFunction<RtpCodec, Boolean, @Nullable Depacketizer> formats;

  private ReceiveConfig config;
  private CodecTable codecs;
  private @Nullable FrameBuffer buffer;
  private @Nullable PayloadIntake intake;
  private @Nullable RtpCodec codec;
  private long wantedDelay;
  private long now;

  /** A source of which nothing has come yet, 0 to 2<sup>32</sup> - 1. */
  public ReceiveStream(long ssrc, ReceiveConfig config) {
    this(ssrc, config, ReceiveStream::depacketizer);
  }

  /** With payload formats by codec, and whether it is of video. */
  ReceiveStream(
      long ssrc,
      ReceiveConfig config,
      BiFunction<RtpCodec, Boolean, @Nullable Depacketizer> formats) {
    this.ssrc = ssrc;
    this.formats = formats;
    this.config = config;
    this.codecs = new CodecTable(config.codecs());
    requests = new KeyFrameRequests(ssrc);
    output = new FrameOutput(ssrc, senderClock, delay, tally);
    configure(config);
  }

  private static @Nullable Depacketizer depacketizer(RtpCodec codec, boolean video) {
    Optional<PayloadFormat> format =
        PayloadFormat.of(codec.name(), codec.parameters())
            .or(() -> video ? Optional.empty() : Optional.of(PayloadFormat.FRAME_PER_PACKET));
    return format.map(PayloadFormat::depacketizer).orElse(null);
  }

  /** The source. */
  public long ssrc() {
    return ssrc;
  }

  /** What came last, or null before anything did. */
  public @Nullable RtpCodec codec() {
    return codec;
  }

  /** Changes what the stream is told about its section, after a negotiation. */
  public void configure(ReceiveConfig config) {
    boolean changesBuffer =
        config.frames() != (buffer != null) || config.video() != this.config.video();
    this.config = config;
    codecs = new CodecTable(config.codecs());
    missing.asking(codecs.nack());
    requests.configure(codecs);
    if (changesBuffer) {
      makeBuffer();
    }
  }

  private void makeBuffer() {
    buffer = null;
    intake = null;
    output.queue().clear();
    requests.satisfied();
    if (config.frames()) {
      boolean video = config.video();
      Assembler assembler = new Assembler(codec -> formats.apply(codec, video));
      FrameBuffer made =
          video
              ? new VideoBuffer(assembler, missing, requests, output, tally)
              : new AudioBuffer(assembler, missing, delay, output, tally);
      if (sequence.hasBegun()) {
        made.restart(sequence.highest() + 1, now);
      }
      buffer = made;
      intake = new PayloadIntake(made, assembler, tally);
      jitterBufferTarget(wantedDelay);
    }
  }

  /** The version of simulcast that it is, once that is known; null without simulcast. */
  public void rid(@Nullable String rid) {
    output.rid(rid);
  }

  /** Tells the round-trip time to the peer, in nanoseconds, when it is measured. */
  public void roundTripTime(long nanos) {
    missing.roundTrip(nanos);
  }

  /**
   * Holds frames back until they are this old, in nanoseconds, counted from when the fastest
   * packets of the recent past would have brought them; 0, the ordinary case, gives them at once.
   */
  public void jitterBufferTarget(long nanos) {
    wantedDelay = nanos;
    output.wantedDelay(nanos);
    if (buffer instanceof AudioBuffer audio) {
      audio.minimumDelay(nanos);
    }
  }

  /**
   * Takes a packet of the source itself, decrypted.
   *
   * @return the packet, if it is one for who wants packets: not padding, not of an unknown payload
   *     type, and not there already; or else null
   */
  public @Nullable RtpPacket handlePacket(RtpPacket packet, long now) {
    tally.packet(packet, now);
    requests.heard();
    RtpPacket wanted =
        switch (sequence.accept(packet.sequenceNumber())) {
          case OK -> accept(packet, now);
          case RESTARTED -> {
            restart(now);
            yield accept(packet, now);
          }
          case JUMP -> {
            tally.discarded++;
            yield null;
          }
        };
    handleTimeout(now);
    return wanted;
  }

  private void restart(long now) {
    long index = sequence.index();
    statistics.restart(index);
    missing.restart(index, now);
    if (buffer != null) {
      buffer.restart(index - 1, now);
    }
  }

  private @Nullable RtpPacket accept(RtpPacket packet, long now) {
    long index = sequence.index();
    statistics.packet(index);
    if (!seen.add(index)) {
      tally.discarded++;
      return null;
    }
    long timestamp = timestamps.unwrap(packet.timestamp());
    CodecTable.Entry entry = codecs.get(packet.payloadType());
    // Padding and the parts of a telephone event have timestamps of the past.
    if (entry != null && entry.kind() != CodecTable.Kind.SIGNAL && packet.payloadLength() > 0) {
      statistics.arrival(timestamp, entry.codec().clockRate(), now);
      delay.arrived(timestamp, entry.codec().clockRate(), now);
    }
    return take(packet, index, timestamp, false, now);
  }

  /** Takes a packet that has not come before. */
  private @Nullable RtpPacket take(
      RtpPacket packet, long index, long timestamp, boolean again, long now) {
    missing.arrived(index, again, now);
    if (intake != null) {
      intake.take(packet, codecs, index, timestamp, now);
    }
    CodecTable.Entry entry = codecs.get(packet.payloadType());
    if (entry == null) {
      tally.unknownPayloadTypes++;
      return null;
    }
    if (packet.payloadLength() == 0) {
      return null;
    }
    if (entry.kind() == CodecTable.Kind.MEDIA) {
      codec = entry.codec();
    }
    return packet;
  }

  /**
   * Takes a packet of the source that retransmits this one.
   *
   * @return the packet in its original form if it was missing, good until the next call; or else
   *     null
   */
  public @Nullable RtpPacket handleRetransmission(RtpPacket packet, long now) {
    tally.packet(packet, now);
    tally.retransmittedPackets++;
    tally.retransmittedBytes += packet.payloadLength();
    RtpPacket wanted = null;
    // Senders probe the network with padding, and with packets that nobody misses.
    if (packet.payloadLength() >= RetransmittedPacket.OSN_LENGTH && sequence.hasBegun()) {
      wanted = acceptRetransmission(packet, now);
    }
    handleTimeout(now);
    return wanted;
  }

  private @Nullable RtpPacket acceptRetransmission(RtpPacket packet, long now) {
    Integer payloadType = codecs.original(packet.payloadType());
    if (payloadType == null) {
      tally.unknownPayloadTypes++;
      return null;
    }
    long index = sequence.nearest(RetransmittedPacket.originalNumber(packet));
    if (index > sequence.highest() + MAX_RETRANSMISSION_AHEAD || !seen.add(index)) {
      tally.discarded++;
      return null;
    }
    try {
      RtpPacket original = retransmitted.restore(packet, payloadType, ssrc);
      return take(original, index, timestamps.unwrap(original.timestamp()), true, now);
    } catch (DecodeException impossible) {
      tally.malformed++;
      return null;
    }
  }

  /** Takes a sender report of this source. */
  public void handleSenderReport(SenderReport report, long now) {
    senderClock.report(report, now);
  }

  /** Does what time has come for. */
  public void handleTimeout(long now) {
    this.now = now;
    missing.handleTimeout(now);
    long lost = missing.takeGivenUp();
    if (buffer != null) {
      if (lost != MissingPackets.NONE) {
        buffer.lost(lost, now);
      }
      buffer.handleTimeout(now);
    }
    requests.handleTimeout(missing.roundTrip(), now);
    output.queue().time(now);
  }

  /** When {@link #handleTimeout} is wanted, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    long frames = buffer == null ? Deadline.NEVER : buffer.nextDeadline();
    return Math.min(
        Math.min(missing.nextDeadline(), requests.nextDeadline()),
        Math.min(frames, output.queue().nextDeadline()));
  }

  /** Asks the peer for a key frame, which is no more than a wish. Without effect on audio. */
  public void requestKeyFrame(long now) {
    if (config.video()) {
      if (buffer != null) {
        requests.want(now);
      } else {
        requests.wantOnce(now);
      }
      handleTimeout(now);
    }
  }

  /** The next frame, or null. */
  public @Nullable ReceivedFrame pollFrame() {
    return output.queue().poll();
  }

  /**
   * What is to be asked for now, or null; there may be several in a row.
   *
   * @param senderSsrc our own source, which asks
   */
  public @Nullable GenericNack pollNack(long senderSsrc) {
    GenericNack nack = missing.poll(senderSsrc, ssrc);
    if (nack != null) {
      tally.nacks++;
    }
    return nack;
  }

  /**
   * A PLI or FIR, as negotiated, if a key frame is to be asked for now; or null.
   *
   * @param senderSsrc our own source, which asks
   */
  public @Nullable RtcpPacket pollKeyFrameRequest(long senderSsrc) {
    return requests.poll(senderSsrc);
  }

  /**
   * The report about this source, or null if nothing of it has come. Each call ends the interval
   * that "fraction lost" speaks of, so it is asked for once for each report that is sent.
   */
  public @Nullable ReportBlock reportBlock(long now) {
    return statistics.isEmpty()
        ? null
        : statistics.report(ssrc, senderClock.lastSr(), senderClock.delaySinceLastSr(now));
  }

  /** What has happened so far. */
  public ReceiveCounters counters() {
    return tally.counters(statistics, requests);
  }
}
