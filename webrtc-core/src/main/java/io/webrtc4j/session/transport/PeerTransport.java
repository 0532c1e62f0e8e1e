package io.webrtc4j.session.transport;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.DtlsCertificate;
import io.webrtc4j.dtls.DtlsConfig;
import io.webrtc4j.dtls.DtlsConnection;
import io.webrtc4j.dtls.DtlsEvent;
import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.dtls.DtlsSession;
import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.dtls.SrtpProtectionProfile;
import io.webrtc4j.ice.IceAgent;
import io.webrtc4j.ice.IceCandidate;
import io.webrtc4j.ice.IceEvent;
import io.webrtc4j.ice.IcePath;
import io.webrtc4j.ice.IceState;
import io.webrtc4j.rtp.session.SectionConfig;
import io.webrtc4j.rtp.srtp.SrtpStatus;
import io.webrtc4j.rtp.transport.RtpSession;
import io.webrtc4j.sctp.DataChannelTransport;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * ICE and DTLS of one transport, stacked, with SCTP on top if it carries data channels, and SRTP
 * beside DTLS if it carries media. What comes in is told apart by RFC 7983 and goes up; what goes
 * out is pulled down through the layers, each putting its header in front in place.
 *
 * <p>There is no queue between the layers: who does not poll, stops them.
 */
public final class PeerTransport {
  /** RFC 8827 §6.5; Pion 3.1 refuses a peer without any, even where only data is exchanged. */
  private static final List<SrtpProtectionProfile> SRTP_PROFILES =
      List.of(
          SrtpProtectionProfile.SRTP_AEAD_AES_128_GCM,
          SrtpProtectionProfile.SRTP_AEAD_AES_256_GCM,
          SrtpProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80);

  private final IceAgent ice;
  private final DtlsCertificate certificate;
  private final RandomGenerator random;
  private final EarlyPackets earlyPackets = new EarlyPackets();
  private final Queue<TransportEvent> events = new ArrayDeque<>();
  private final Counting counting = new Counting();
  private final Associations associations;
  private final Supplier<RtpSession> rtpSessions;
  private @Nullable MediaTransport media;
  private @Nullable DtlsConnection dtls;
  private boolean dtlsClient;
  private @Nullable IceCandidate selectedLocal;
  private @Nullable IceCandidate selectedRemote;
  private boolean pairSelected;
  private long selectedPairChanges;
  private @Nullable DtlsSession dtlsSession;
  private long lastNow;
  private long closingSince = Deadline.NEVER;
  private boolean silent;
  private boolean closed;

  /**
   * A transport before anything is known of the peer.
   *
   * @param rtpSessions makes its RTP session, if it has media
   */
  public PeerTransport(
      IceAgent ice,
      DtlsCertificate certificate,
      Supplier<RtpSession> rtpSessions,
      RandomGenerator random) {
    this.ice = ice;
    this.rtpSessions = rtpSessions;
    this.certificate = certificate;
    this.random = random;
    this.associations = new Associations(random);
  }

  /** The ICE agent, for candidates and reports. */
  public IceAgent ice() {
    return ice;
  }

  /** Our end of the path in use, or null. */
  public @Nullable IceCandidate selectedLocal() {
    return selectedLocal;
  }

  /** The peer's end of the path in use, or null. */
  public @Nullable IceCandidate selectedRemote() {
    return selectedRemote;
  }

  /**
   * What the DTLS handshake agreed on, SRTP's profile and keying material included, or null before
   * it is done.
   */
  public @Nullable DtlsSession dtlsSession() {
    return dtlsSession;
  }

  /** Whether {@link #begin} was called. */
  public boolean hasBegun() {
    return dtls != null;
  }

  /**
   * Begins DTLS, once ICE has a path; later calls do nothing.
   *
   * @param remoteFingerprints of the certificate that the peer must show
   * @param role ours
   */
  public void begin(List<DtlsFingerprint> remoteFingerprints, DtlsRole role, long now) {
    if (dtls == null) {
      dtlsClient = role == DtlsRole.CLIENT;
      dtls =
          new DtlsConnection(
              DtlsConfig.of(role, certificate, remoteFingerprints)
                  .withSrtpProtectionProfiles(SRTP_PROFILES),
              random,
              now);
    }
  }

  /**
   * Begins an SCTP association, which connects when DTLS has; its events are the caller's to poll.
   *
   * @throws IllegalStateException before {@link #begin}, or if there is one
   */
  public DataChannelTransport beginData(DataParameters parameters, long now) {
    if (dtls == null || associations.current() != null) {
      throw new IllegalStateException("begin the transport first, and end its last association");
    }
    DataChannelTransport begun = associations.begin(parameters, dtlsClient, now);
    if (dtls.state() == DtlsState.CONNECTED) {
      begun.connect(now);
    } else if (dtls.state() != DtlsState.NEW && dtls.state() != DtlsState.CONNECTING) {
      begun.abort("DTLS has ended", now);
    }
    return begun;
  }

  /** Ends the association, of which the peer is told; does nothing if there is none. */
  public void endData(String reason, long now) {
    associations.end(reason, now);
  }

  /** Makes its media sections what {@code sections} say. */
  public void media(List<SectionConfig> sections, long now) {
    if (media == null && !sections.isEmpty()) {
      media = new MediaTransport(rtpSessions.get());
      if (dtlsSession != null) {
        media.keys(dtlsSession, dtlsClient);
      }
    }
    if (media != null) {
      media.session().apply(sections, now);
    }
  }

  /** The RTP session, or null if it has no media. */
  public @Nullable RtpSession media() {
    return media == null ? null : media.session();
  }

  /** Whether media can go over it now. */
  public boolean carriesMedia() {
    return media != null
        && media.isKeyed()
        && dtls != null
        && dtls.state() == DtlsState.CONNECTED
        && closingSince == Deadline.NEVER;
  }

  /** How many packets SRTP refused, by reason. */
  public Map<SrtpStatus, Long> refusedMedia() {
    return media == null ? Map.of() : media.refused();
  }

  /** Whether the descriptions may soon have another transport carry the association. */
  public void dataMayMove(boolean may, long now) {
    associations.mayMove(may, now);
  }

  /**
   * Lets go of the association as it is, for another transport to go on with; null if there is
   * none. From now on this one ends without a goodbye: Firefox, if it has not come as far, would
   * take that for the association's.
   */
  public @Nullable DataChannelTransport releaseData() {
    silent = true;
    return associations.release();
  }

  /**
   * Goes on with another transport's association.
   *
   * @throws IllegalStateException before {@link #begin}, or if there is one
   */
  public void adoptData(DataChannelTransport association) {
    if (dtls == null || associations.current() != null) {
      throw new IllegalStateException("begin the transport first, and end its last association");
    }
    silent = false;
    associations.adopt(association, dtlsClient);
  }

  /** Takes one datagram, which came along {@code path}. */
  public void handlePacket(PacketBuffer packet, IcePath path, long now) {
    lastNow = now;
    counting.received++;
    counting.receivedBytes += packet.length();
    PacketKind kind = PacketKind.of(packet);
    if (kind != PacketKind.STUN) {
      counting.dataReceived++;
      counting.dataReceivedBytes += packet.length();
      ice.countReceived(path, packet.length(), now);
    }
    switch (kind) {
      case STUN -> ice.handlePacket(packet, path, now);
      case DTLS -> handleDtls(packet, path, now);
      case RTP_OR_RTCP -> handleMedia(packet, path, now);
      default -> counting.unknown++;
    }
    settle(now);
  }

  /** Tells the time at which something was given to be sent, which polls do not. */
  public void noteTime(long now) {
    lastNow = now;
  }

  /** Lets the layers whose deadline has come act. */
  public void handleTimeout(long now) {
    lastNow = now;
    if (Deadline.isDue(ice.nextDeadline(), now)) {
      ice.handleTimeout(now);
    }
    if (dtls != null && Deadline.isDue(dtls.nextDeadline(), now)) {
      dtls.handleTimeout(now);
    }
    associations.handleTimeout(now);
    if (media != null) {
      media.handleTimeout(now);
    }
    settle(now);
  }

  /** The path of the next packet of data, or null while there is none. */
  public @Nullable IcePath selectedPath() {
    return ice.selectedPath();
  }

  /** Writes the next datagram into {@code out} and returns its path, or returns null. */
  public @Nullable IcePath pollPacket(PacketBuffer out) {
    IcePath path = closingSince == Deadline.NEVER ? ice.pollPacket(out) : null;
    if (path == null) {
      path = ice.selectedPath();
      if (path == null || !pollSecured(out)) {
        endIfClosing();
        return null;
      }
      counting.dataSent++;
      counting.dataSentBytes += out.length();
      ice.countSent(path, out.length(), lastNow);
    }
    counting.sent++;
    counting.sentBytes += out.length();
    return path;
  }

  /** The next event or null. */
  public @Nullable TransportEvent pollEvent() {
    return events.poll();
  }

  /** The earliest time at which {@link #handleTimeout} is wanted. */
  public long nextDeadline() {
    long deadline = ice.nextDeadline();
    if (dtls != null) {
      deadline = Math.min(deadline, dtls.nextDeadline());
    }
    if (media != null) {
      deadline = Math.min(deadline, media.nextDeadline());
    }
    return Math.min(deadline, associations.nextDeadline());
  }

  /**
   * Ends it: what remains to be polled is the association's abort and DTLS' close_notify, for the
   * peer to know; after them {@link #isClosed} is true.
   */
  public void close(String reason, long now) {
    if (closingSince == Deadline.NEVER) {
      closingSince = now;
      associations.abort(reason, now);
      if (media != null) {
        media.session().apply(List.of(), now); // Which tells that all sources have ended.
        media.session().close(now);
      }
      if (silent) {
        endIfClosing();
      }
    }
  }

  /** Whether it was closed and everything that the peer should still hear was polled. */
  public boolean isClosed() {
    return closed;
  }

  /** What was counted. */
  public TransportCounters counters() {
    return counting.snapshot();
  }

  /** All there is to tell of it, for statistics. */
  public TransportStatistics statistics() {
    DtlsRole role = dtlsClient ? DtlsRole.CLIENT : DtlsRole.SERVER;
    return new TransportStatistics(
        ice.statistics(),
        selectedPairChanges,
        dtls == null ? DtlsState.NEW : dtls.state(),
        dtls == null ? null : role,
        certificate,
        dtlsSession,
        counting.snapshot(),
        media == null ? List.of() : media.session().inboundStreams(),
        media == null ? List.of() : media.session().outboundStreams(),
        media == null ? 0 : media.session().availableOutgoingBitrate());
  }

  private void handleMedia(PacketBuffer packet, IcePath path, long now) {
    if (media == null || !media.isKeyed()) {
      counting.unexpected++;
    } else if (!ice.isValidRemote(path)) {
      counting.invalidPath++;
    } else if (media.handlePacket(packet, now)) {
      ice.heardData(path, now);
    }
  }

  private void handleDtls(PacketBuffer packet, IcePath path, long now) {
    if (dtls != null && ice.isValidRemote(path)) {
      ice.heardData(path, now);
      startDtls(dtls, now);
      dtls.handlePacket(packet, now);
    } else if (dtls != null && dtls.state() != DtlsState.NEW) {
      counting.invalidPath++;
    } else if (!earlyPackets.keep(packet, path)) {
      counting.unexpected++;
    }
  }

  /** Not before there is a path: the time that a handshake may take counts from its start. */
  private void startDtls(DtlsConnection connection, long now) {
    if (connection.state() != DtlsState.NEW) {
      return;
    }
    connection.start(now);
    events.add(new TransportEvent.DtlsStarted());
    earlyPackets.replay(ice::isValidRemote, packet -> connection.handlePacket(packet, now));
  }

  /**
   * Carries what one layer has to tell to the next, bottom up; wanted after calls to {@link #ice}.
   */
  public void settle(long now) {
    for (IceEvent event = ice.pollEvent(); event != null; event = ice.pollEvent()) {
      iceEvent(event);
    }
    if (dtls == null) {
      return;
    }
    if (ice.selectedPath() != null) {
      startDtls(dtls, now);
    }
    for (DtlsEvent event = dtls.pollEvent(); event != null; event = dtls.pollEvent()) {
      dtlsEvent(event, now);
    }
    associations.receiveFrom(dtls, now);
  }

  private void iceEvent(IceEvent event) {
    if (event instanceof IceEvent.StateChanged changed) {
      events.add(new TransportEvent.IceStateChanged(changed.state(), changed.reason()));
      if (changed.state() == IceState.FAILED && pairSelected) {
        pairSelected = false;
        selectedPairChanges++;
      }
    } else if (event instanceof IceEvent.SelectedPairChanged selected) {
      selectedLocal = selected.local();
      selectedRemote = selected.remote();
      pairSelected = true;
      selectedPairChanges++;
      events.add(new TransportEvent.SelectedPairChanged(selected.local(), selected.remote()));
    } else if (event instanceof IceEvent.RoleChanged changed) {
      events.add(new TransportEvent.IceRoleChanged(changed.role()));
    } else if (event instanceof IceEvent.LocalAddressesDropped) {
      events.add(new TransportEvent.LocalAddressesDropped());
    }
  }

  private void dtlsEvent(DtlsEvent event, long now) {
    if (event instanceof DtlsEvent.Connected connected) {
      dtlsSession = connected.session();
      if (media != null) {
        media.keys(connected.session(), dtlsClient);
      }
      events.add(new TransportEvent.DtlsConnected(connected.session()));
      associations.connect(now);
    } else if (event instanceof DtlsEvent.Failed failed) {
      events.add(new TransportEvent.DtlsFailed(failed.reason()));
      associations.abort(failed.reason(), now);
    } else if (event instanceof DtlsEvent.Closed closed) {
      events.add(new TransportEvent.DtlsClosed(closed.reason()));
      associations.dtlsEnded(closed.reason(), now);
    }
  }

  private boolean pollSecured(PacketBuffer out) {
    if (dtls == null || closed) {
      return false;
    }
    if (dtls.pollPacket(out)) {
      return true;
    }
    boolean connected = dtls.state() == DtlsState.CONNECTED;
    if (connected && media != null && media.pollPacket(out)) {
      return true;
    }
    if (connected && associations.pollPacket(out)) {
      return dtls.protect(out);
    }
    if (closingSince == Deadline.NEVER) {
      return false;
    }
    dtls.close(closingSince); // Behind the abort, which it has to carry.
    return dtls.pollPacket(out);
  }

  private void endIfClosing() {
    if (closingSince != Deadline.NEVER && !closed) {
      closed = true;
      ice.close(closingSince);
    }
  }
}
