package io.webrtc4j.rtp.transport;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.session.Delivery;
import io.webrtc4j.rtp.session.InboundStream;
import io.webrtc4j.rtp.session.OutboundStream;
import io.webrtc4j.rtp.session.OutgoingFrame;
import io.webrtc4j.rtp.session.RtpDropReason;
import io.webrtc4j.rtp.session.RtpEvent;
import io.webrtc4j.rtp.session.SectionConfig;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
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

  /**
   * A session without sections.
   *
   * @param cname the canonical name of all our sources (RFC 3550 §6.5.1)
   * @param ntpAtZero what the time 0 is in NTP's format of 64 bits: seconds since 1900 in the upper
   *     half, their fraction in the lower
   * @param random for sequence numbers, timestamps and the times of reports
   */
  @SuppressWarnings("unused") // Until the session's parts are there.
  public RtpSession(String cname, long ntpAtZero, RandomGenerator random) {}

  /**
   * Says which sections there are now, all of them. Doing so twice changes nothing the second time.
   * Sections and streams that are no longer listed end with a goodbye, sections that no longer
   * receive end the sources of theirs; those that are listed first begin.
   */
  public void apply(List<SectionConfig> sections, long now) {}

  /** Says what is wanted of what a section receives; at first {@link Delivery#NONE}. */
  public void deliver(int section, Delivery wanted, long now) {}

  /** Takes an RTP packet that came; its bytes are borrowed for the call. */
  public void handleRtp(PacketBuffer packet, long now) {}

  /** Takes an RTCP datagram that came; its bytes are borrowed for the call. */
  public void handleRtcp(PacketBuffer packet, long now) {}

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
    return false;
  }

  /**
   * Sends the payload of a packet that came elsewhere, whole and without being put together first.
   * The stream's SSRC replaces the packet's, its sequence numbers and timestamps go on from what
   * was sent before with the packet's distances, and header extensions are the stream's own. The
   * payload is copied once. Packets may come out of order; those that came twice are sent twice.
   *
   * @param rid the version of simulcast that it is sent as, or null where there is but one
   * @param payloadType the section's for this codec
   * @return as {@link #send}
   */
  public boolean forward(
      int section, @Nullable String rid, RtpPacket packet, int payloadType, long now) {
    return false;
  }

  /**
   * Asks the peer for a key frame of what we receive, by PLI (RFC 4585 §6.3.1), or by FIR (RFC 5104
   * §4.3.1) where that alone is agreed on; at most a few times a second.
   *
   * @param rid the version of simulcast, or null for all sources of the section
   */
  public void requestKeyFrame(int section, @Nullable String rid, long now) {}

  /**
   * Says how long frames should wait in the section's jitter buffer at least.
   *
   * @param millis 0 to 4000; empty lets the measured jitter decide
   */
  public void jitterBufferTarget(int section, OptionalLong millis) {}

  /**
   * Appends the RTP packet that is sent next to {@code out}.
   *
   * @return whether there was one; if not, the session has a deadline for the next, or nothing
   */
  public boolean pollRtp(PacketBuffer out) {
    return false;
  }

  /**
   * Appends the RTCP datagram that is sent next to {@code out}.
   *
   * @return whether there was one
   */
  public boolean pollRtcp(PacketBuffer out) {
    return false;
  }

  /** What happened next, or null if nothing has. */
  public @Nullable RtpEvent pollEvent() {
    return null;
  }

  /** When {@link #handleTimeout} is wanted, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    return Deadline.NEVER;
  }

  /** Tells that the time is {@code now}. */
  public void handleTimeout(long now) {}

  /** Bytes of the section's frames and packets that wait for their turn. */
  public int queuedBytes(int section) {
    return 0;
  }

  /** How many bytes of frames the section's queue has room for. */
  public int queueSpace(int section) {
    return 0;
  }

  /** What is received at present, source by source. */
  public List<InboundStream> inboundStreams() {
    return List.of();
  }

  /** What is sent at present, stream by stream. */
  public List<OutboundStream> outboundStreams() {
    return List.of();
  }

  /** How many packets were dropped so far, by reason; reasons without any are left out. */
  public Map<RtpDropReason, Long> dropped() {
    return Map.of();
  }

  /** What can be sent on the transport by the last estimate, in bits per second; 0 if unknown. */
  public long availableOutgoingBitrate() {
    return 0;
  }

  /**
   * Says goodbye for all that we sent (RFC 3550 §6.6), to be polled; nothing is sent or received
   * after.
   */
  public void close(long now) {}
}
