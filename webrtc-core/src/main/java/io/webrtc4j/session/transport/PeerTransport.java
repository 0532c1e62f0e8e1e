package io.webrtc4j.session.transport;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.DtlsCertificate;
import io.webrtc4j.dtls.DtlsConfig;
import io.webrtc4j.dtls.DtlsConnection;
import io.webrtc4j.dtls.DtlsEvent;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.dtls.DtlsSession;
import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.dtls.SrtpProtectionProfile;
import io.webrtc4j.ice.IceAgent;
import io.webrtc4j.ice.IceCandidate;
import io.webrtc4j.ice.IceEvent;
import io.webrtc4j.ice.IcePath;
import io.webrtc4j.sctp.DataChannelConfig;
import io.webrtc4j.sctp.DataChannelTransport;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * ICE, DTLS and SCTP of one peer, stacked. What comes in is told apart by RFC 7983 and goes up;
 * what goes out is pulled down through the layers, each putting its header in front in place.
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
  private final long maxMessageSize;
  private final RandomGenerator random;
  private final EarlyPackets earlyPackets = new EarlyPackets();
  private final Queue<TransportEvent> events = new ArrayDeque<>();
  private final Counting counting = new Counting();
  private @Nullable DtlsConnection dtls;
  private @Nullable DataChannelTransport sctp;
  private @Nullable IceCandidate selectedLocal;
  private @Nullable IceCandidate selectedRemote;
  private @Nullable DtlsSession dtlsSession;
  private long closingSince = Deadline.NEVER;
  private boolean closed;

  /** The transports before anything is known of the peer. */
  public PeerTransport(
      IceAgent ice, DtlsCertificate certificate, long maxMessageSize, RandomGenerator random) {
    this.ice = ice;
    this.certificate = certificate;
    this.maxMessageSize = maxMessageSize;
    this.random = random;
  }

  /** The ICE agent, for candidates and reports. */
  public IceAgent ice() {
    return ice;
  }

  /**
   * The data channels.
   *
   * @throws IllegalStateException before {@link #begin}
   */
  public DataChannelTransport dataChannels() {
    if (sctp == null) {
      throw new IllegalStateException("there are no data channels before the transport begins");
    }
    return sctp;
  }

  /** Our end of the path in use, or null. */
  public @Nullable IceCandidate selectedLocal() {
    return selectedLocal;
  }

  /** The peer's end of the path in use, or null. */
  public @Nullable IceCandidate selectedRemote() {
    return selectedRemote;
  }

  /** What the DTLS handshake agreed on, or null before it is done. */
  public @Nullable DtlsSession dtlsSession() {
    return dtlsSession;
  }

  /** Whether {@link #begin} was called. */
  public boolean hasBegun() {
    return dtls != null;
  }

  /** Begins to connect to the peer that {@code parameters} describe; later calls do nothing. */
  public void begin(TransportParameters parameters, long now) {
    if (dtls != null) {
      return;
    }
    dtls =
        new DtlsConnection(
            DtlsConfig.of(parameters.dtlsRole(), certificate, parameters.remoteFingerprints())
                .withSrtpProtectionProfiles(SRTP_PROFILES),
            random,
            now);
    sctp = new DataChannelTransport(sctpConfig(parameters), random, now);
    ice.remoteCredentials(parameters.remoteCredentials(), now);
    settle(now);
  }

  /** Takes one datagram, which came along {@code path}. */
  public void handlePacket(PacketBuffer packet, IcePath path, long now) {
    counting.received++;
    counting.receivedBytes += packet.length();
    switch (PacketKind.of(packet)) {
      case STUN -> ice.handlePacket(packet, path, now);
      case DTLS -> handleDtls(packet, path, now);
      case RTP_OR_RTCP -> counting.unexpected++;
      default -> counting.unknown++;
    }
    settle(now);
  }

  /** Lets the layers whose deadline has come act. */
  public void handleTimeout(long now) {
    if (Deadline.isDue(ice.nextDeadline(), now)) {
      ice.handleTimeout(now);
    }
    if (dtls != null && Deadline.isDue(dtls.nextDeadline(), now)) {
      dtls.handleTimeout(now);
    }
    if (sctp != null && Deadline.isDue(sctp.nextDeadline(), now)) {
      sctp.handleTimeout(now);
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
    }
    counting.sent++;
    counting.sentBytes += out.length();
    return path;
  }

  /**
   * The next event or null.
   *
   * @param withData whether events of data channels are wanted; those left are in the peer's window
   */
  public @Nullable TransportEvent pollEvent(boolean withData) {
    TransportEvent event = events.poll();
    if (event != null || !withData || sctp == null) {
      return event;
    }
    var data = sctp.pollEvent();
    return data == null ? null : new TransportEvent.Data(data);
  }

  /** The earliest time at which {@link #handleTimeout} is wanted. */
  public long nextDeadline() {
    long deadline = ice.nextDeadline();
    if (dtls != null) {
      deadline = Math.min(deadline, dtls.nextDeadline());
    }
    if (sctp != null) {
      deadline = Math.min(deadline, sctp.nextDeadline());
    }
    return deadline;
  }

  /**
   * Ends it: what remains to be polled is the association's abort and DTLS' close_notify, for the
   * peer to know; after them {@link #isClosed} is true.
   */
  public void close(String reason, long now) {
    closingSince = now;
    abortSctp(reason, now);
  }

  /** Whether it was closed and everything that the peer should still hear was polled. */
  public boolean isClosed() {
    return closed;
  }

  /** What was counted. */
  public TransportCounters counters() {
    return counting.snapshot();
  }

  private DataChannelConfig sctpConfig(TransportParameters parameters) {
    return DataChannelConfig.builder()
        .dtlsClient(parameters.dtlsRole() == DtlsRole.CLIENT)
        .localPort(parameters.localSctpPort())
        .remotePort(parameters.remoteSctpPort())
        .maxMessageSize(maxMessageSize)
        .receiveWindow((int) Math.max(DataChannelConfig.DEFAULT_RECEIVE_WINDOW, 2 * maxMessageSize))
        .remoteMaxMessageSize(parameters.remoteMaxMessageSize())
        .build();
  }

  private void handleDtls(PacketBuffer packet, IcePath path, long now) {
    if (dtls != null && ice.isValidRemote(path)) {
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

  /** Carries what one layer has to tell to the next, bottom up. */
  private void settle(long now) {
    for (IceEvent event = ice.pollEvent(); event != null; event = ice.pollEvent()) {
      iceEvent(event, now);
    }
    if (dtls == null) {
      return;
    }
    for (DtlsEvent event = dtls.pollEvent(); event != null; event = dtls.pollEvent()) {
      dtlsEvent(event, now);
    }
    if (sctp != null) {
      for (byte[] data = dtls.pollApplicationData();
          data != null;
          data = dtls.pollApplicationData()) {
        sctp.handlePacket(PacketBuffer.wrap(data), now);
      }
    }
  }

  private void iceEvent(IceEvent event, long now) {
    if (event instanceof IceEvent.StateChanged changed) {
      events.add(new TransportEvent.IceStateChanged(changed.state(), changed.reason()));
    } else if (event instanceof IceEvent.SelectedPairChanged selected) {
      selectedLocal = selected.local();
      selectedRemote = selected.remote();
    }
    if (dtls != null && ice.selectedPath() != null) {
      startDtls(dtls, now);
    }
  }

  private void dtlsEvent(DtlsEvent event, long now) {
    if (event instanceof DtlsEvent.Connected connected) {
      dtlsSession = connected.session();
      events.add(new TransportEvent.DtlsConnected());
      if (sctp != null) {
        sctp.connect(now);
      }
    } else if (event instanceof DtlsEvent.Failed failed) {
      events.add(new TransportEvent.DtlsFailed(failed.reason()));
      abortSctp(failed.reason(), now);
    } else if (event instanceof DtlsEvent.Closed closed) {
      events.add(new TransportEvent.DtlsClosed(closed.reason()));
      abortSctp(closed.reason(), now);
    }
  }

  private void abortSctp(String reason, long now) {
    if (sctp != null) {
      sctp.abort(reason, now);
    }
  }

  private boolean pollSecured(PacketBuffer out) {
    if (dtls == null) {
      return false;
    }
    if (dtls.pollPacket(out)) {
      return true;
    }
    if (sctp != null && dtls.state() == DtlsState.CONNECTED && sctp.pollPacket(out)) {
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
