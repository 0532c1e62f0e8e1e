package io.webrtc4j.session.transport;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.DtlsSession;
import io.webrtc4j.dtls.SrtpProtectionProfile;
import io.webrtc4j.rtp.RtpHeader;
import io.webrtc4j.rtp.srtp.SrtpMasterKey;
import io.webrtc4j.rtp.srtp.SrtpProfile;
import io.webrtc4j.rtp.srtp.SrtpReceiveContext;
import io.webrtc4j.rtp.srtp.SrtpSendContext;
import io.webrtc4j.rtp.srtp.SrtpStatus;
import io.webrtc4j.rtp.transport.RtpSession;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The RTP session of one transport under the protection of SRTP, whose keys DTLS gives (RFC 5764
 * §4.2). Before there are keys nothing goes out, and what comes in is refused.
 */
final class MediaTransport {
  private static final String EXPORTER_LABEL = "EXTRACTOR-dtls_srtp";

  private final RtpSession session;
  private final Map<SrtpStatus, Long> refused = new EnumMap<>(SrtpStatus.class);
  private @Nullable SrtpSendContext outgoing;
  private @Nullable SrtpReceiveContext incoming;

  MediaTransport(RtpSession session) {
    this.session = session;
  }

  RtpSession session() {
    return session;
  }

  boolean isKeyed() {
    return outgoing != null;
  }

  /** Takes the keys of a handshake, which may have agreed on no SRTP. */
  void keys(DtlsSession dtls, boolean client) {
    SrtpProtectionProfile negotiated = dtls.srtpProtectionProfile();
    SrtpProfile profile = negotiated == null ? null : SrtpProfile.of(negotiated.code());
    if (profile == null) {
      return;
    }
    byte[] exported =
        dtls.exportKeyingMaterial(EXPORTER_LABEL, SrtpMasterKey.exportedLength(profile));
    SrtpMasterKey ofClient = SrtpMasterKey.ofClient(profile, exported);
    SrtpMasterKey ofServer = SrtpMasterKey.ofServer(profile, exported);
    outgoing = new SrtpSendContext(client ? ofClient : ofServer);
    incoming = new SrtpReceiveContext(client ? ofServer : ofClient);
    ofClient.erase();
    ofServer.erase();
    Arrays.fill(exported, (byte) 0);
  }

  /**
   * Takes an RTP or RTCP packet.
   *
   * @return whether it was the peer's
   */
  boolean handlePacket(PacketBuffer packet, long now) {
    if (incoming == null) {
      return false;
    }
    boolean control = RtpHeader.isRtcp(packet);
    SrtpStatus status = control ? incoming.unprotectRtcp(packet) : incoming.unprotect(packet);
    if (status != SrtpStatus.OK) {
      refused.merge(status, 1L, Long::sum);
      return false;
    }
    if (control) {
      session.handleRtcp(packet, now);
    } else {
      session.handleRtp(packet, now);
    }
    return true;
  }

  void handleTimeout(long now) {
    if (isKeyed() && Deadline.isDue(session.nextDeadline(), now)) {
      session.handleTimeout(now);
    }
  }

  /** Writes the next packet; reports before media, which they may be about. */
  boolean pollPacket(PacketBuffer out) {
    SrtpSendContext context = outgoing;
    if (context == null) {
      return false;
    }
    while (session.pollRtcp(out)) {
      if (isReady(context.protectRtcp(out), out)) {
        return true;
      }
    }
    while (session.pollRtp(out)) {
      if (isReady(context.protect(out), out)) {
        return true;
      }
    }
    return false;
  }

  /** What may not be protected, such as a sequence number's second packet, is not sent. */
  private boolean isReady(SrtpStatus status, PacketBuffer out) {
    if (status != SrtpStatus.OK) {
      refused.merge(status, 1L, Long::sum);
      out.clear();
    }
    return status == SrtpStatus.OK;
  }

  long nextDeadline() {
    return isKeyed() ? session.nextDeadline() : Deadline.NEVER;
  }

  /** How many packets SRTP refused, either way, by reason. */
  Map<SrtpStatus, Long> refused() {
    return Map.copyOf(refused);
  }
}
