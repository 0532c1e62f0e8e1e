package io.webrtc4j.rtp.transport;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.receive.ArrivalLog;
import io.webrtc4j.rtp.rtcp.RtcpPacket;
import io.webrtc4j.rtp.send.NtpClock;
import io.webrtc4j.rtp.send.SendStream;
import io.webrtc4j.rtp.session.Delivery;
import io.webrtc4j.rtp.session.InboundStream;
import io.webrtc4j.rtp.session.OutboundStream;
import io.webrtc4j.rtp.session.OutgoingFrame;
import io.webrtc4j.rtp.session.RtpDropReason;
import io.webrtc4j.rtp.session.RtpEvent;
import io.webrtc4j.rtp.session.SectionConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The RTP session of one transport (RFC 3550): every media section that shares it, in both
 * directions, with its RTCP. Packets go in and out unprotected; SRTP is around this.
 *
 * <p>Packets of the network are never a reason to throw: what can't be used is counted, see {@link
 * #dropped}. Nor is the order of calls: a section that there is none of sends nothing and is asked
 * for nothing. Times are nanoseconds since the connection was made, and never go back. Not
 * thread-safe.
 */
public final class RtpSession {
  private static final long MAX_U32 = 0xffffffffL;

  private final long ownSsrc;
  private final Map<Integer, Section> sections = new LinkedHashMap<>();
  private final Events events = new Events();
  private final DropCounters dropped = new DropCounters();
  private final RtcpOutbox outbox = new RtcpOutbox();
  private final ArrivalLog arrivals = new ArrivalLog();
  private final PacketNames names = new PacketNames();
  private final RtpPacket packet = new RtpPacket();
  private final Sending sending;
  private final Receiving receiving;
  private final Reports reports;
  private final ControlReader control;
  private final RtcpInterval interval;
  private boolean reducedSize;
  private boolean closed;
  private long now;

  /**
   * A session without sections.
   *
   * @param cname the canonical name of all our sources (RFC 3550 §6.5.1)
   * @param ntpAtZero what the time 0 is in NTP's format of 64 bits: seconds since 1900 in the upper
   *     half, their fraction in the lower
   * @param random for sequence numbers, timestamps and the times of reports
   */
  public RtpSession(String cname, long ntpAtZero, RandomGenerator random) {
    this.ownSsrc = random.nextInt() & MAX_U32;
    this.sending = new Sending(new NtpClock(ntpAtZero), random, events);
    this.receiving = new Receiving(events, dropped);
    this.reports = new Reports(cname, ownSsrc, outbox);
    this.control = new ControlReader(sending, receiving, reports, dropped);
    this.interval = new RtcpInterval(random);
  }

  /**
   * Says which sections there are now, all of them. Doing so twice changes nothing the second time.
   * Sections and streams that are no longer listed end with a goodbye, sections that no longer
   * receive end the sources of theirs; those that are listed first begin.
   */
  public void apply(List<SectionConfig> listed, long now) {
    advance(now);
    if (closed) {
      return;
    }
    List<SendStream> gone = new ArrayList<>();
    Set<Integer> ids = listed.stream().map(SectionConfig::id).collect(Collectors.toSet());
    for (Section section : List.copyOf(sections.values())) {
      if (!ids.contains(section.id())) {
        sections.remove(section.id());
        gone.addAll(sending.end(section));
      }
    }
    for (SectionConfig config : listed) {
      Section section =
          sections.computeIfAbsent(config.id(), added -> new Section(config, ownSsrc));
      section.configure(config);
      gone.addAll(sending.configure(section, config));
    }
    receiving.configure(sections.values());
    names.configure(listed);
    reducedSize = listed.stream().allMatch(SectionConfig::reducedSizeRtcp);
    reports.goodbye(gone.stream().filter(SendStream::hasSent).toList());
    if (!listed.isEmpty()) {
      interval.begin(hasVideo(), this.now);
    } else {
      interval.end();
    }
    settle();
  }

  private boolean hasVideo() {
    return sections.values().stream().anyMatch(section -> section.config().video());
  }

  private void advance(long to) {
    now = Math.max(now, to);
  }

  /** Makes ready what has come of an input. */
  private void settle() {
    sending.settle(now);
    sendFeedback();
  }

  private void sendFeedback() {
    List<RtcpPacket> feedback = new ArrayList<>(receiving.takeFeedback());
    RtcpPacket next = arrivals.pollFeedback(ownSsrc);
    for (; next != null; next = arrivals.pollFeedback(ownSsrc)) {
      feedback.add(next);
    }
    if (!feedback.isEmpty()) {
      reports.feedback(feedback, reducedSize);
    }
  }

  /** Says what is wanted of what a section receives; at first {@link Delivery#NONE}. */
  public void deliver(int section, Delivery wanted, long now) {
    advance(now);
    Section known = sections.get(section);
    if (known != null) {
      known.delivery(wanted);
      receiving.deliver(known);
    }
  }

  /** Takes an RTP packet that came; its bytes are borrowed for the call. */
  public void handleRtp(PacketBuffer datagram, long now) {
    advance(now);
    if (closed) {
      return;
    }
    try {
      packet.over(datagram);
    } catch (DecodeException e) {
      dropped.count(RtpDropReason.MALFORMED);
      return;
    }
    names.read(packet);
    if (names.hasTransportNumber()) {
      arrivals.arrived(names.transportNumber(), packet.ssrc(), datagram.length(), this.now);
    }
    if (sending.isOurs(packet.ssrc())) {
      dropped.count(RtpDropReason.OUR_SOURCE);
    } else {
      receiving.handle(packet, names, this.now);
    }
    sendFeedback();
  }

  /** Takes an RTCP datagram that came; its bytes are borrowed for the call. */
  public void handleRtcp(PacketBuffer datagram, long now) {
    advance(now);
    if (!closed) {
      control.handle(datagram, this.now);
      settle();
    }
  }

  /**
   * Sends a frame, at the pace that the network bears; audio before video. Whoever sends more than
   * fits in the queue, see {@link #queuedBytes}, has frames refused. After a refused frame of
   * video, all are until the next key frame, which is asked for by {@link
   * RtpEvent.KeyFrameRequested}.
   *
   * @param rid the version of simulcast, or null where there is but one
   * @return whether it will be sent: false if the section does not send or has no such version, the
   *     version is not active, the queue is full, the codec was not agreed on, or the bytes are no
   *     frame of it
   */
  public boolean send(int section, @Nullable String rid, OutgoingFrame frame, long now) {
    advance(now);
    SendStream stream = stream(section, rid);
    boolean accepted = stream != null && stream.send(frame, sending.pacer(), this.now);
    sending.settle(this.now);
    return accepted;
  }

  /**
   * Says that what a section sends next does not continue what it sent: of video, frames are
   * refused until a key frame, which is asked for by {@link RtpEvent.KeyFrameRequested}.
   */
  public void interrupt(int section, long now) {
    advance(now);
    Section known = sections.get(section);
    if (known != null && !closed) {
      known.streams().forEach(SendStream::needKeyFrame);
      sending.settle(this.now);
    }
  }

  private @Nullable SendStream stream(int section, @Nullable String rid) {
    Section known = sections.get(section);
    return known == null || closed ? null : known.stream(rid);
  }

  /**
   * Sends the payload of a packet that came elsewhere, whole and without being put together first.
   * The stream's SSRC replaces the packet's, its sequence numbers and timestamps go on from what
   * was sent before with the packet's distances, and header extensions are the stream's own. The
   * payload is copied once. Packets may come out of order; one that comes twice is sent once.
   *
   * @param rid the version of simulcast that it is sent as, or null where there is but one
   * @param payloadType the section's for this codec
   * @return as {@link #send}
   */
  public boolean forward(
      int section, @Nullable String rid, RtpPacket packet, int payloadType, long now) {
    advance(now);
    SendStream stream = stream(section, rid);
    boolean accepted =
        stream != null && stream.forward(packet, payloadType, sending.pacer(), this.now);
    sending.settle(this.now);
    return accepted;
  }

  /**
   * Asks the peer for a key frame of what we receive, by PLI (RFC 4585 §6.3.1), or by FIR (RFC 5104
   * §4.3.1) where that alone is agreed on; at most a few times a second.
   *
   * @param rid the version of simulcast, or null for all sources of the section
   */
  public void requestKeyFrame(int section, @Nullable String rid, long now) {
    advance(now);
    Section known = sections.get(section);
    if (known != null && !closed) {
      receiving.requestKeyFrame(known, rid, this.now);
      settle();
    }
  }

  /**
   * Says how long frames should wait in the section's jitter buffer at least.
   *
   * @param millis 0 to 4000; empty lets the measured jitter decide
   */
  public void jitterBufferTarget(int section, OptionalLong millis) {
    Section known = sections.get(section);
    if (known != null) {
      known.jitterBufferTarget(Deadline.millis(millis.orElse(0)));
      receiving.deliver(known);
    }
  }

  /**
   * Appends the RTP packet that is sent next to {@code out}.
   *
   * @return whether there was one; if not, the session has a deadline for the next, or nothing
   */
  public boolean pollRtp(PacketBuffer out) {
    return sending.poll(out, now);
  }

  /**
   * Appends the RTCP datagram that is sent next to {@code out}.
   *
   * @return whether there was one
   */
  public boolean pollRtcp(PacketBuffer out) {
    return outbox.poll(out);
  }

  /** What happened next, or null if nothing has. */
  public @Nullable RtpEvent pollEvent() {
    return events.poll();
  }

  /** When {@link #handleTimeout} is wanted, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    if (closed) {
      return Deadline.NEVER;
    }
    long receiveNext = Math.min(receiving.nextDeadline(), arrivals.nextDeadline());
    return Math.min(Math.min(interval.next(), receiveNext), sending.nextDeadline(now));
  }

  /** Tells that the time is {@code now}. */
  public void handleTimeout(long now) {
    advance(now);
    if (closed) {
      return;
    }
    receiving.handleTimeout(this.now);
    arrivals.handleTimeout(this.now);
    if (Deadline.isDue(interval.next(), this.now)) {
      reports.report(sections.values(), receiving.sources(), this.now);
      interval.again(hasVideo(), this.now);
    }
    settle();
  }

  /** Bytes of the section's frames and packets that wait for their turn. */
  public int queuedBytes(int section) {
    Section known = sections.get(section);
    return known == null ? 0 : known.streams().stream().mapToInt(SendStream::waitingBytes).sum();
  }

  /** How many bytes of frames the section's queue has room for, whatever the version. */
  public int queueSpace(int section) {
    Section known = sections.get(section);
    if (known == null || closed) {
      return 0;
    }
    return known.streams().stream()
        .mapToInt(stream -> sending.pacer().space(stream, now))
        .min()
        .orElse(0);
  }

  /** What is received at present, source by source. */
  public List<InboundStream> inboundStreams() {
    return receiving.snapshots();
  }

  /** What is sent at present, stream by stream. */
  public List<OutboundStream> outboundStreams() {
    return sending.snapshots(now);
  }

  /** How many packets were dropped so far, by reason; reasons without any are left out. */
  public Map<RtpDropReason, Long> dropped() {
    return dropped.snapshot();
  }

  /** What can be sent on the transport by the last estimate, in bits per second; 0 if unknown. */
  public long availableOutgoingBitrate() {
    return sending.availableBitrate(now);
  }

  /**
   * Says goodbye for all that we sent (RFC 3550 §6.6), to be polled; nothing is sent or received
   * after.
   */
  public void close(long now) {
    advance(now);
    if (closed) {
      return;
    }
    reports.goodbye(sending.streams().stream().filter(SendStream::hasSent).toList());
    sending.close();
    closed = true;
  }
}
