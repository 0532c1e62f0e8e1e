package io.webrtc4j.rtp.send;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.RtpWriter;
import io.webrtc4j.rtp.payload.Packetizer;
import io.webrtc4j.rtp.rtcp.FullIntraRequest;
import io.webrtc4j.rtp.rtcp.GenericNack;
import io.webrtc4j.rtp.rtcp.ReportBlock;
import io.webrtc4j.rtp.rtcp.SenderReport;
import io.webrtc4j.rtp.session.OutboundStream;
import io.webrtc4j.rtp.session.OutgoingFrame;
import io.webrtc4j.rtp.session.RtpCodec;
import io.webrtc4j.rtp.session.SectionConfig;
import io.webrtc4j.rtp.session.SendStreamConfig;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One source of ours, with the one that retransmits it (RFC 4588): frames come in, packets wait in
 * the {@link Pacer}, and are written when their turn has come. Not thread-safe.
 */
public final class SendStream {
  /** A datagram with RTP is no longer than this, protected; browsers stay a little below. */
  static final int MAX_DATAGRAM = 1200;

  // The longest tag: AEAD_AES_128_GCM, RFC 7714 §14.2.
  private static final int MAX_SRTP_OVERHEAD = 16;
  private static final int ORIGINAL_NUMBER_LENGTH = 2;
  private static final int MIN_PAYLOAD = 100;

  // What others cut may be a little longer than ours: their headers were shorter.
  private static final int MAX_FORWARDED_PAYLOAD = MAX_DATAGRAM;

  // RFC 3711 §3.3.1: so that a receiver who misses the first packets knows of no rollover.
  private static final int MAX_FIRST_NUMBER = 1 << 15;

  // The names of a stream are told until a report shows that it is known, and then so often, in
  // case that the peer forgets.
  private static final long NAMES_INTERVAL = Deadline.seconds(1);

  private static final long UNKNOWN_ROUND_TRIP = Deadline.millis(100);

  private final int section;
  private @Nullable String rid;
  private final long ssrc;
  private final long rtxSsrc;
  private final boolean video;
  private final NtpClock clock;
  private final int firstNumber;
  private final SentNumbers numbers;
  private final Timeline timeline;
  private final Forwarding forwarding = new Forwarding();
  private final SentPackets sent = new SentPackets();
  private final RemoteReports remote;
  private final KeyFrameDemand keyFrames = new KeyFrameDemand();
  private final Packetizers packetizers = new Packetizers();
  private final SendCounters counters = new SendCounters();
  private final RtpWriter writer = new RtpWriter();
  private final PacketBuffer scratch = PacketBuffer.allocate(MAX_DATAGRAM, 0);

  private final Map<Integer, RtpCodec> codecs = new HashMap<>();
  private SendExtensions extensions = new SendExtensions(Map.of(), "", null);
  private boolean active;
  private boolean needsKeyFrame;
  private int rtxNumber;
  private int waitingBytes;
  private @Nullable RtpCodec lastCodec;
  private long namesAt = Long.MIN_VALUE / 2;
  private boolean sentInThisInterval;
  private boolean sentInLastInterval;

  /** A stream that has sent nothing yet. */
  public SendStream(
      SectionConfig section, SendStreamConfig config, NtpClock clock, RandomGenerator random) {
    this.section = section.id();
    this.ssrc = config.ssrc();
    this.rtxSsrc = config.rtxSsrc();
    this.video = section.video();
    this.clock = clock;
    this.firstNumber = random.nextInt(MAX_FIRST_NUMBER);
    this.numbers = new SentNumbers(firstNumber);
    this.rtxNumber = random.nextInt(MAX_FIRST_NUMBER);
    this.timeline = new Timeline(random.nextInt());
    this.remote = new RemoteReports(clock);
    configure(section, config);
    needsKeyFrame = video;
  }

  /** Takes what was negotiated, which leaves what waits already as it is. */
  public void configure(SectionConfig section, SendStreamConfig config) {
    codecs.clear();
    section.sendCodecs().forEach(codec -> codecs.put(codec.payloadType(), codec));
    packetizers.retain(codecs.values());
    rid = config.rid();
    extensions = new SendExtensions(section.sendExtensions(), section.mid(), rid);
    boolean wasActive = active;
    active = section.sending() && config.active();
    if (active && !wasActive && lastCodec != null) {
      needKeyFrame();
    }
  }

  /** What comes next does not continue what was sent, so that of video it is to be a key frame. */
  public void needKeyFrame() {
    if (video) {
      needsKeyFrame = true;
      keyFrames.request();
    }
  }

  /** The section's number. */
  public int section() {
    return section;
  }

  /** The version of simulcast, or null. */
  public @Nullable String rid() {
    return rid;
  }

  /** The source. */
  public long ssrc() {
    return ssrc;
  }

  /** The source of retransmissions. */
  public long rtxSsrc() {
    return rtxSsrc;
  }

  /** Whether it is video, or else audio. */
  public boolean isVideo() {
    return video;
  }

  /** Bytes that wait for their turn. */
  public int waitingBytes() {
    return waitingBytes;
  }

  void waiting(int change) {
    waitingBytes += change;
  }

  /** Whether anything was sent since the report before the last (RFC 3550 §6.4). */
  public boolean isSender() {
    return sentInThisInterval || sentInLastInterval;
  }

  /** Whether anything was sent at all. */
  public boolean hasSent() {
    return counters.packets > 0;
  }

  /** Bytes sent so far, headers included. */
  public long bytesSent() {
    return counters.payloadBytes + counters.headerBytes;
  }

  /** Whether packets have transport-wide numbers. */
  public boolean hasTransportNumber() {
    return extensions.hasTransportNumber();
  }

  /**
   * Cuts a frame into packets and has them wait for their turn.
   *
   * @return whether it will be sent
   */
  public boolean send(OutgoingFrame frame, Pacer pacer, long now) {
    boolean accepted = active && accept(frame, pacer, now);
    if (!accepted) {
      counters.framesRefused++;
    }
    return accepted;
  }

  private boolean accept(OutgoingFrame frame, Pacer pacer, long now) {
    RtpCodec codec = codecs.get(frame.payloadType());
    Packetizer packetizer = codec == null ? null : packetizers.of(codec, video);
    if (codec == null
        || packetizer == null
        || frame.data().length > pacer.space(this, now)
        || !begins(packetizer, frame)) {
      needKeyFrame();
      return false;
    }
    if (!isDecodable(packetizer.isKeyFrame())) {
      return false;
    }
    forwarding.end();
    long timestamp = timeline.map(Timeline.FRAMES, frame.timestamp(), codec.clockRate(), now);
    cut(packetizer, codec, timestamp, frame.marker(), pacer, now);
    return true;
  }

  private boolean begins(Packetizer packetizer, OutgoingFrame frame) {
    try {
      packetizer.begin(frame.data(), maxPayload());
    } catch (IllegalArgumentException e) {
      return false;
    }
    return packetizer.hasNext();
  }

  private boolean isDecodable(boolean keyFrame) {
    if (video && keyFrame) {
      needsKeyFrame = false;
      keyFrames.answered();
    } else if (needsKeyFrame) {
      keyFrames.request();
    }
    return !needsKeyFrame;
  }

  private int maxPayload() {
    int overhead = extensions.maxLength() + ORIGINAL_NUMBER_LENGTH + MAX_SRTP_OVERHEAD;
    return Math.max(MIN_PAYLOAD, MAX_DATAGRAM - overhead);
  }

  private void cut(
      Packetizer packetizer,
      RtpCodec codec,
      long timestamp,
      boolean begins,
      Pacer pacer,
      long now) {
    boolean first = true;
    while (packetizer.hasNext()) {
      scratch.clear();
      packetizer.next(scratch);
      boolean last = !packetizer.hasNext();
      // RFC 3551 §4.1: of audio, the first packet after silence; of video, a frame's last.
      boolean marker = video ? last : begins && first;
      OutgoingPacket.Ends ends =
          last ? ends(video && packetizer.isKeyFrame()) : OutgoingPacket.Ends.NOTHING;
      int number = numbers.next();
      numbers.use(number);
      add(codec, number, timestamp, marker, scratch.toByteArray(), ends, pacer, now);
      first = false;
    }
  }

  private static OutgoingPacket.Ends ends(boolean keyFrame) {
    return keyFrame ? OutgoingPacket.Ends.KEY_FRAME : OutgoingPacket.Ends.FRAME;
  }

  private void add(
      RtpCodec codec,
      int number,
      long timestamp,
      boolean marker,
      byte[] payload,
      OutgoingPacket.Ends ends,
      Pacer pacer,
      long now) {
    lastCodec = codec;
    pacer.add(
        new OutgoingPacket(this, codec, number, timestamp, marker, payload, ends, false, now));
  }

  /**
   * Has a packet of another source wait for its turn as one of this stream's.
   *
   * @return whether it will be sent
   */
  public boolean forward(RtpPacket packet, int payloadType, Pacer pacer, long now) {
    RtpCodec codec = codecs.get(payloadType);
    int length = packet.payloadLength();
    if (!active || codec == null || length > MAX_FORWARDED_PAYLOAD) {
      return false;
    }
    if (length > pacer.space(this, now)) {
      needKeyFrame();
      return false;
    }
    if (!forwarding.continues(packet)) {
      numbers.close();
      forwarding.begin(packet, numbers.next());
    }
    int number = forwarding.map(packet);
    if (!numbers.use(number)) {
      return false;
    }
    long timestamp = timeline.map(packet.ssrc(), packet.timestamp(), codec.clockRate(), now);
    byte[] payload = Arrays.copyOfRange(packet.array(), packet.payloadStart(), packet.payloadEnd());
    OutgoingPacket.Ends ends =
        packet.marker() || !video ? OutgoingPacket.Ends.FRAME : OutgoingPacket.Ends.NOTHING;
    add(codec, number, timestamp, packet.marker(), payload, ends, pacer, now);
    return true;
  }

  /** Appends a packet that the pacer gave; {@code transportNumber} is written if agreed on. */
  public void write(OutgoingPacket packet, PacketBuffer out, int transportNumber, long now) {
    int start = out.length();
    boolean again = packet.isRetransmission();
    RtpCodec codec = packet.codec();
    writer.begin(
        out,
        packet.marker(),
        again ? codec.rtxPayloadType() : codec.payloadType(),
        again ? rtxNumber++ : packet.sequenceNumber(),
        packet.timestamp(),
        again ? rtxSsrc : ssrc);
    extensions.write(writer, tellsNames(again, now), again, transportNumber, clock.at(now));
    writer.endHeader();
    int header = out.length() - start;
    if (again) {
      // RFC 4588 §4: the original sequence number comes before the payload.
      out.append(ORIGINAL_NUMBER_LENGTH);
      out.array()[out.end() - 2] = (byte) (packet.sequenceNumber() >>> 8);
      out.array()[out.end() - 1] = (byte) packet.sequenceNumber();
    }
    out.put(packet.payload());
    count(packet, header, now);
  }

  private boolean tellsNames(boolean again, long now) {
    if (again || remote.isEmpty()) {
      return true;
    }
    boolean due = now - namesAt >= NAMES_INTERVAL;
    if (due) {
      namesAt = now;
    }
    return due;
  }

  private void count(OutgoingPacket packet, int header, long now) {
    counters.packets++;
    counters.payloadBytes += packet.payload().length;
    counters.headerBytes += header;
    counters.sendDelay += now - packet.queued();
    if (packet.isRetransmission()) {
      counters.retransmittedPackets++;
      counters.retransmittedBytes += packet.payload().length;
      return;
    }
    sentInThisInterval = true;
    if (packet.ends() != OutgoingPacket.Ends.NOTHING) {
      counters.frames++;
    }
    if (packet.ends() == OutgoingPacket.Ends.KEY_FRAME) {
      counters.keyFrames++;
    }
    if (packet.codec().rtxPayloadType() != RtpCodec.NO_RTX) {
      sent.add(packet, now);
    }
  }

  /** Has the packets that the peer misses wait for their turn once more. */
  public void handleNack(GenericNack nack, Pacer pacer, long now) {
    counters.nacks++;
    nack.forEach(
        number -> {
          OutgoingPacket packet = sent.take(number, resendInterval(), now);
          if (packet == null || !pacer.addAgain(packet.again(now))) {
            counters.unansweredNacks++;
          }
        });
  }

  /** A little less than a round trip, for the peer measures another one. */
  private long resendInterval() {
    long roundTrip = remote.roundTripTime();
    return roundTrip == RemoteReports.UNKNOWN ? UNKNOWN_ROUND_TRIP : roundTrip * 3 / 4;
  }

  /** The peer has lost a picture. */
  public void handlePictureLoss() {
    counters.plis++;
    keyFrames.request();
  }

  /** The peer wants a key frame; a request that is repeated is the same. */
  public void handleFullIntraRequest(long sender, FullIntraRequest.Request request) {
    counters.firs++;
    if (keyFrames.isNew(sender, request)) {
      keyFrames.request();
    }
  }

  /** Whether the program is to be asked for a key frame now. */
  public boolean takeKeyFrameRequest(long now) {
    return active && keyFrames.take(now);
  }

  /** When {@link #takeKeyFrameRequest} may become true, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    return active ? keyFrames.nextDeadline() : Deadline.NEVER;
  }

  /** Takes what the peer reports of this stream; returns whether it tells the round-trip time. */
  public boolean handleReport(ReportBlock block, long now) {
    RtpCodec codec = lastCodec;
    return codec != null && remote.add(block, firstNumber, codec.clockRate(), now);
  }

  /** The last round-trip time in nanoseconds, or -1 while unknown. */
  public long roundTripTime() {
    return remote.roundTripTime();
  }

  /** The sender report for now (RFC 3550 §6.4.1); an interval ends with it. */
  public SenderReport report(List<ReportBlock> blocks, long now) {
    return new SenderReport(
        ssrc,
        clock.at(now),
        timeline.at(now),
        counters.packets - counters.retransmittedPackets,
        counters.payloadBytes - counters.retransmittedBytes,
        blocks);
  }

  /** Ends the interval of a report. */
  public void endInterval(long now) {
    sentInLastInterval = sentInThisInterval;
    sentInThisInterval = false;
    sent.expire(now);
  }

  /** What was sent so far. */
  public OutboundStream snapshot(long targetBitrate) {
    return new OutboundStream(
        section,
        ssrc,
        rid,
        rtxSsrc,
        lastCodec,
        active,
        counters.packets,
        counters.payloadBytes,
        counters.headerBytes,
        counters.retransmittedPackets,
        counters.retransmittedBytes,
        counters.frames,
        counters.keyFrames,
        counters.framesRefused,
        counters.sendDelay,
        counters.nacks,
        counters.plis,
        counters.firs,
        counters.unansweredNacks,
        targetBitrate,
        remote.snapshot());
  }
}
