package io.webrtc4j.rtp.srtp;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.RtpHeader;

/**
 * Protects what is sent with one master key, RTP and RTCP of any number of sources (RFC 3711
 * §3.2.3: a cryptographic context for each). Not thread-safe.
 *
 * <p>Packets are protected in place, and need {@link SrtpProfile#rtpOverhead} or {@link
 * SrtpProfile#rtcpOverhead} bytes of tailroom; without it there is an {@link
 * IndexOutOfBoundsException}. A source should begin with a sequence number below 2<sup>15</sup>: a
 * receiver that misses the packets before a rollover could not know of it (RFC 3711 §3.3.1).
 */
public final class SrtpSendContext {
  private final SrtpProfile profile;
  private final RtpProtection rtp;
  private final RtcpProtection rtcp;
  private final SourceTable<ReplayWindow> rtpSources = new SourceTable<>();
  private final SourceTable<NextIndex> rtcpSources = new SourceTable<>();

  /** The next index of a source's SRTCP packets. */
  private static final class NextIndex {
    private long index;
  }

  /** Derives the session keys; {@code master} may be erased afterwards. */
  public SrtpSendContext(SrtpMasterKey master) {
    this.profile = master.profile();
    this.rtp = RtpProtection.of(master);
    this.rtcp = RtcpProtection.of(master);
  }

  /** The profile by which packets are protected. */
  public SrtpProfile profile() {
    return profile;
  }

  /**
   * Protects an RTP packet. Packets of a source may come in another order than that of their
   * sequence numbers, but each sequence number once.
   */
  public SrtpStatus protect(PacketBuffer packet) {
    int headerLength = RtpHeader.length(packet);
    if (headerLength == RtpHeader.MALFORMED) {
      return SrtpStatus.MALFORMED;
    }
    int ssrc = RtpHeader.ssrcBits(packet);
    ReplayWindow window = rtpSources.get(ssrc);
    if (window == null) {
      if (rtpSources.isFull()) {
        return SrtpStatus.TOO_MANY_SOURCES;
      }
      window = new ReplayWindow();
      rtpSources.put(ssrc, window);
    }
    long index = PacketIndex.estimate(window.highest(), RtpHeader.sequenceNumber(packet));
    if (index > PacketIndex.MAX) {
      return SrtpStatus.KEY_EXHAUSTED;
    }
    SrtpStatus status = window.check(index);
    if (status == SrtpStatus.OK) {
      rtp.protect(packet, headerLength, ssrc, index);
      window.add(index);
    }
    return status;
  }

  /** Protects an RTCP packet, compound or of reduced size, by the SSRC at its beginning. */
  public SrtpStatus protectRtcp(PacketBuffer packet) {
    if (packet.length() < RtcpProtection.HEADER_LENGTH) {
      return SrtpStatus.MALFORMED;
    }
    int ssrc = Words.read(packet.array(), packet.start() + Integer.BYTES);
    NextIndex next = rtcpSources.get(ssrc);
    if (next == null) {
      if (rtcpSources.isFull()) {
        return SrtpStatus.TOO_MANY_SOURCES;
      }
      next = new NextIndex();
      rtcpSources.put(ssrc, next);
    }
    if (next.index > PacketIndex.MAX_SRTCP) {
      return SrtpStatus.KEY_EXHAUSTED;
    }
    rtcp.protect(packet, ssrc, (int) next.index);
    next.index++;
    return SrtpStatus.OK;
  }

  /**
   * Forgets a source that has ended, RTP and RTCP, to make room for others. It must not be used
   * again under this key: its packets would be protected a second time under one index.
   */
  public void forget(long ssrc) {
    rtpSources.remove((int) ssrc);
    rtcpSources.remove((int) ssrc);
  }

  /** For tests: the source has sent as far as {@code index}. */
  void continueRtp(int ssrc, long index) {
    ReplayWindow window = new ReplayWindow();
    window.add(index);
    rtpSources.put(ssrc, window);
  }

  /** For tests: the source sends SRTCP from {@code index} on. */
  void continueRtcp(int ssrc, long index) {
    NextIndex next = new NextIndex();
    next.index = index;
    rtcpSources.put(ssrc, next);
  }
}
