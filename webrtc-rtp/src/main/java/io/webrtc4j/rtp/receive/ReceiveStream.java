package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.rtcp.GenericNack;
import io.webrtc4j.rtp.rtcp.ReportBlock;
import io.webrtc4j.rtp.rtcp.RtcpPacket;
import io.webrtc4j.rtp.rtcp.SenderReport;
import io.webrtc4j.rtp.session.ReceiveCounters;
import io.webrtc4j.rtp.session.ReceivedFrame;
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
  private final long ssrc;
  private ReceiveConfig config;

  /** A source of which nothing has come yet, 0 to 2<sup>32</sup> - 1. */
  public ReceiveStream(long ssrc, ReceiveConfig config) {
    this.ssrc = ssrc;
    this.config = config;
  }

  /** The source. */
  public long ssrc() {
    return ssrc;
  }

  /** Changes what the stream is told about its section, after a negotiation. */
  public void configure(ReceiveConfig config) {
    this.config = config;
  }

  /** The version of simulcast that it is, once that is known; null without simulcast. */
  public void rid(@Nullable String rid) {}

  /** Tells the round-trip time to the peer, in nanoseconds, when it is measured. */
  public void roundTripTime(long nanos) {}

  /**
   * Holds frames back until they are this old, in nanoseconds, counted from when the fastest
   * packets of the recent past would have brought them; 0, the ordinary case, gives them at once.
   */
  public void jitterBufferTarget(long nanos) {}

  /**
   * Takes a packet of the source itself, decrypted.
   *
   * @return the packet, if it is one for who wants packets: not padding, not of an unknown payload
   *     type, and not there already; or else null
   */
  public @Nullable RtpPacket handlePacket(RtpPacket packet, long now) {
    int type = packet.payloadType();
    return config.codecs().stream().anyMatch(c -> c.payloadType() == type) ? packet : null;
  }

  /**
   * Takes a packet of the source that retransmits this one.
   *
   * @return the packet in its original form if it was missing, good until the next call; or else
   *     null
   */
  public @Nullable RtpPacket handleRetransmission(RtpPacket packet, long now) {
    return null;
  }

  /** Takes a sender report of this source. */
  public void handleSenderReport(SenderReport report, long now) {}

  /** Does what time has come for. */
  public void handleTimeout(long now) {}

  /** When {@link #handleTimeout} is wanted, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    return Deadline.NEVER;
  }

  /** Asks the peer for a key frame, which is no more than a wish. Without effect on audio. */
  public void requestKeyFrame(long now) {}

  /** The next frame, or null. */
  public @Nullable ReceivedFrame pollFrame() {
    return null;
  }

  /**
   * What is to be asked for now, or null.
   *
   * @param senderSsrc our own source, which asks
   */
  public @Nullable GenericNack pollNack(long senderSsrc) {
    return null;
  }

  /**
   * A PLI or FIR, as negotiated, if a key frame is to be asked for now; or null.
   *
   * @param senderSsrc our own source, which asks
   */
  public @Nullable RtcpPacket pollKeyFrameRequest(long senderSsrc) {
    return null;
  }

  /**
   * The report about this source, or null if nothing of it has come. Each call ends the interval
   * that "fraction lost" speaks of, so it is asked for once for each report that is sent.
   */
  public @Nullable ReportBlock reportBlock(long now) {
    return null;
  }

  /** What has happened so far. */
  public ReceiveCounters counters() {
    return new ReceiveCounters(
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Deadline.NEVER);
  }
}
