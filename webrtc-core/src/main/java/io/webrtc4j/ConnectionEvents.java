package io.webrtc4j;

import io.webrtc4j.driver.PeerDriver;
import io.webrtc4j.driver.SessionListener;
import io.webrtc4j.jsep.SectionRef;
import io.webrtc4j.rtp.session.RtpEvent;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.session.PeerSession;
import io.webrtc4j.session.SessionEvent;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Carries a session's events from the event loop to the callback queue, where they are told. */
final class ConnectionEvents implements SessionListener {
  /** Completes when the connection has left nothing behind. */
  final CompletableFuture<@Nullable Void> ended;

  private final Connection connection;
  private final ConnectionListeners listeners;
  private final DataChannels channels;
  private @Nullable Transports transports;
  private @Nullable TransportStates states;
  private @Nullable PeerDriver driver;
  private @Nullable PeerSession session;

  ConnectionEvents(Connection connection, ConnectionListeners listeners, DataChannels channels) {
    this.connection = connection;
    this.listeners = listeners;
    this.channels = channels;
    this.ended = new CallbackFuture<>(connection.callbacks);
  }

  /** Completes the construction: the driver and this object need one another. */
  void attach(
      PeerDriver driver, PeerSession session, Transports transports, TransportStates states) {
    this.driver = driver;
    this.session = session;
    this.transports = transports;
    this.states = states;
    connection.callbacks.onDrained(driver::wake);
  }

  @Override
  public boolean acceptsMessages() {
    return connection.callbacks.hasRoom();
  }

  @Override
  public void onSent(PeerSession session) {
    channels.updateBuffered(session);
  }

  @Override
  public void onEvent(SessionEvent event) {
    TransportStates shown = Objects.requireNonNull(states);
    if (event instanceof SessionEvent.GatheringStateChanged changed) {
      connection.queueTask(told -> shown.gathering(changed, told));
    } else if (event instanceof SessionEvent.LocalCandidate local) {
      connection.queueTask(told -> candidate(local, told));
    } else if (event instanceof SessionEvent.EndOfLocalCandidates end) {
      connection.queueTask(told -> endOfCandidates(end, told));
    } else if (event instanceof SessionEvent.IceStateChanged changed) {
      connection.queueTask(told -> shown.ice(changed, told));
    } else if (event instanceof SessionEvent.SelectedPairChanged changed) {
      connection.queueTask(told -> shown.selected(changed, told));
    } else if (event instanceof SessionEvent.IceRoleChanged changed) {
      connection.queueTask(told -> shown.role(changed));
    } else if (event instanceof SessionEvent.DtlsStateChanged changed) {
      connection.queueTask(told -> shown.dtls(changed, told));
    } else if (event instanceof SessionEvent.Media media) {
      media(media.event());
    } else if (event instanceof SessionEvent.Broken broken) {
      channels.broken(broken.reason());
      connection.queueTask(told -> shown.broken(broken.reason(), told));
    } else if (event instanceof SessionEvent.Data data) {
      channels.handle(
          data.event(), Objects.requireNonNull(session), Objects.requireNonNull(driver));
    }
  }

  @Override
  public void onEnd() {
    connection.callbacks.execute(() -> ended.complete(null));
  }

  private void media(RtpEvent event) {
    if (event instanceof RtpEvent.KeyFrameRequested requested) {
      connection
          .transceivers
          .find(requested.section())
          .ifPresent(found -> found.sender().media().keyFrameRequested(requested.rid()));
    } else if (event instanceof RtpEvent.Received received) {
      connection
          .transceivers
          .find(received.section())
          .map(RTCRtpTransceiver::receiver)
          .ifPresent(receiver -> receiver.media().handle(received, receiver.track()));
    }
  }

  private void candidate(SessionEvent.LocalCandidate local, List<Runnable> told) {
    CandidateAttribute candidate = local.candidate();
    connection.jsep(
        connection.jsep().addLocalCandidate(local.transport(), local.ufrag(), candidate));
    surface(local.transport(), candidate.text(), local.ufrag(), told);
  }

  private void endOfCandidates(SessionEvent.EndOfLocalCandidates end, List<Runnable> told) {
    connection.jsep(connection.jsep().endOfLocalCandidates(end.transport(), end.ufrag()));
    surface(end.transport(), "", end.ufrag(), told);
  }

  /** "Surface the candidate", W3C WebRTC §5.6. */
  private void surface(int transport, String line, String ufrag, List<Runnable> told) {
    connection.visible.descriptions(connection.jsep());
    List<SectionRef> sections = connection.jsep().sections(transport);
    if (sections.isEmpty()) {
      return;
    }
    SectionRef section = sections.get(0);
    RTCIceCandidate candidate =
        new RTCIceCandidate(new RTCIceCandidateInit(line, section.mid(), section.index(), ufrag));
    if (!line.isEmpty()) {
      Objects.requireNonNull(transports).of(transport).iceTransport().addLocal(candidate);
    }
    told.add(() -> listeners.iceCandidate.fire(new RTCPeerConnectionIceEvent(candidate)));
  }
}
