package io.webrtc4j.rtp.srtp;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.RtpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Verifies and decrypts what is received under one master key, RTP and RTCP of any number of
 * sources (RFC 3711 §3.3). Packets are handled in place. Not thread-safe.
 *
 * <p>A source is remembered after its first authentic packet; what others make up leaves nothing
 * behind. A packet that is refused is left as it came.
 */
public final class SrtpReceiveContext {
  private final SrtpProfile profile;
  private final RtpProtection rtp;
  private final RtcpProtection rtcp;
  private final SourceTable<ReplayWindow> rtpSources = new SourceTable<>();
  private final SourceTable<ReplayWindow> rtcpSources = new SourceTable<>();

  /** Derives the session keys; {@code master} may be erased afterwards. */
  public SrtpReceiveContext(SrtpMasterKey master) {
    this.profile = master.profile();
    this.rtp = RtpProtection.of(master);
    this.rtcp = RtcpProtection.of(master);
  }

  /** The profile by which packets are protected. */
  public SrtpProfile profile() {
    return profile;
  }

  /** Takes the protection off an RTP packet. */
  public SrtpStatus unprotect(PacketBuffer packet) {
    int headerLength = RtpHeader.length(packet);
    if (headerLength == RtpHeader.MALFORMED
        || packet.length() < headerLength + profile.rtpOverhead()) {
      return SrtpStatus.MALFORMED;
    }
    int ssrc = RtpHeader.ssrcBits(packet);
    ReplayWindow window = rtpSources.get(ssrc);
    long highest = window == null ? -1 : window.highest();
    long index = PacketIndex.estimate(highest, RtpHeader.sequenceNumber(packet));
    SrtpStatus status = check(rtpSources, window, index, PacketIndex.MAX);
    if (status != SrtpStatus.OK) {
      return status;
    }
    if (!rtp.unprotect(packet, headerLength, ssrc, index)) {
      return SrtpStatus.AUTHENTICATION_FAILED;
    }
    remember(rtpSources, ssrc, window, index);
    return SrtpStatus.OK;
  }

  /** Takes the protection off an RTCP packet, compound or of reduced size. */
  public SrtpStatus unprotectRtcp(PacketBuffer packet) {
    if (packet.length() < RtcpProtection.HEADER_LENGTH + profile.rtcpOverhead()) {
      return SrtpStatus.MALFORMED;
    }
    int ssrc = Words.read(packet.array(), packet.start() + Integer.BYTES);
    int word = rtcp.esrtcpWord(packet);
    int index = word & ~RtcpProtection.E_FLAG;
    ReplayWindow window = rtcpSources.get(ssrc);
    SrtpStatus status = check(rtcpSources, window, index, PacketIndex.MAX_SRTCP);
    if (status != SrtpStatus.OK) {
      return status;
    }
    if (!rtcp.unprotect(packet, ssrc, word)) {
      return SrtpStatus.AUTHENTICATION_FAILED;
    }
    remember(rtcpSources, ssrc, window, index);
    return SrtpStatus.OK;
  }

  /**
   * Forgets a source that has ended, RTP and RTCP, to make room for others. Recordings of its
   * packets would be taken for new ones from then on.
   */
  public void forget(long ssrc) {
    rtpSources.remove((int) ssrc);
    rtcpSources.remove((int) ssrc);
  }

  private static SrtpStatus check(
      SourceTable<ReplayWindow> sources, @Nullable ReplayWindow window, long index, long max) {
    if (index > max) {
      return SrtpStatus.KEY_EXHAUSTED;
    }
    if (window != null) {
      return window.check(index);
    }
    return sources.isFull() ? SrtpStatus.TOO_MANY_SOURCES : SrtpStatus.OK;
  }

  private static void remember(
      SourceTable<ReplayWindow> sources, int ssrc, @Nullable ReplayWindow known, long index) {
    ReplayWindow window = known;
    if (window == null) {
      window = new ReplayWindow();
      sources.put(ssrc, window);
    }
    window.add(index);
  }

  /** For tests: the source was received as far as {@code index}. */
  void continueRtp(int ssrc, long index) {
    remember(rtpSources, ssrc, null, index);
  }

  /** For tests: how many sources are remembered, RTP and RTCP. */
  int sources() {
    return rtpSources.size() + rtcpSources.size();
  }
}
