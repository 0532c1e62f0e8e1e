package io.webrtc4j;

import io.webrtc4j.session.SessionEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows the states of the transports and those of the connection that follow from them (W3C WebRTC
 * §5.5, §5.6, §4.4.1.3). All methods in a step; each sets all that it changes before anything is
 * told.
 */
final class TransportStates {
  private final Transports transports;
  private final VisibleState visible;
  private final ConnectionListeners listeners;
  private boolean broken;

  TransportStates(Transports transports, VisibleState visible, ConnectionListeners listeners) {
    this.transports = transports;
    this.visible = visible;
    this.listeners = listeners;
  }

  void gathering(SessionEvent.GatheringStateChanged changed, List<Runnable> told) {
    RTCDtlsTransport transport = transports.known(changed.transport());
    if (transport == null) {
      return;
    }
    RTCIceTransport ice = transport.iceTransport();
    if (ice.become(RTCIceGathererState.valueOf(changed.state().name()))) {
      boolean news = visible.gathering(AggregateStates.gathering(transports.inUse()));
      told.add(ice::fireGatheringStateChange);
      if (news) {
        told.add(() -> fireGathering(visible.gathering));
      }
    }
  }

  private void fireGathering(RTCIceGatheringState state) {
    listeners.iceGatheringStateChange.fire(new Event("icegatheringstatechange"));
    if (state == RTCIceGatheringState.COMPLETE) {
      listeners.iceCandidate.fire(new RTCPeerConnectionIceEvent(null));
    }
  }

  void ice(SessionEvent.IceStateChanged changed, List<Runnable> told) {
    RTCDtlsTransport transport = transports.known(changed.transport());
    if (transport != null && become(transport, changed)) {
      told.add(transport.iceTransport()::fireStateChange);
      update("ICE: " + changed.reason(), told);
    }
  }

  private static boolean become(RTCDtlsTransport transport, SessionEvent.IceStateChanged changed) {
    return transport.iceTransport().become(RTCIceTransportState.valueOf(changed.state().name()));
  }

  void selected(SessionEvent.SelectedPairChanged changed, List<Runnable> told) {
    RTCDtlsTransport transport = transports.known(changed.transport());
    if (transport != null) {
      transport
          .iceTransport()
          .select(
              new RTCIceCandidatePair(
                  transports.visible(changed.transport(), changed.local()),
                  transports.visible(changed.transport(), changed.remote())));
      SessionEvent.IceStateChanged state = changed.state();
      boolean news = state != null && become(transport, state);
      told.add(transport.iceTransport()::fireSelectedCandidatePairChange);
      if (state != null && news) {
        told.add(transport.iceTransport()::fireStateChange);
        update("ICE: " + state.reason(), told);
      }
    }
  }

  void role(SessionEvent.IceRoleChanged changed) {
    RTCDtlsTransport transport = transports.known(changed.transport());
    if (transport != null) {
      transport.iceTransport().role(changed.role() == io.webrtc4j.ice.IceRole.CONTROLLING);
    }
  }

  void dtls(SessionEvent.DtlsStateChanged changed, List<Runnable> told) {
    RTCDtlsTransport transport = transports.known(changed.transport());
    RTCDtlsTransportState next = RTCDtlsTransportState.valueOf(changed.state().name());
    if (transport == null || !transport.become(next)) {
      return;
    }
    if (next == RTCDtlsTransportState.CONNECTED) {
      transport.remoteCertificates(changed.remoteCertificates());
    }
    if (next == RTCDtlsTransportState.FAILED) {
      RTCError error =
          new RTCError(
              RTCErrorInit.builder(RTCErrorDetailType.DTLS_FAILURE).build(), changed.reason());
      told.add(() -> transport.fireError(new RTCErrorEvent(error)));
    }
    told.add(transport::fireStateChange);
    update("DTLS: " + changed.reason(), told);
  }

  /** Which transports there are has changed. */
  void transportsChanged(List<Runnable> told) {
    update("", told);
    if (visible.gathering(AggregateStates.gathering(transports.inUse()))) {
      told.add(() -> fireGathering(visible.gathering));
    }
  }

  /** A defect of ours. */
  void broken(String reason, List<Runnable> told) {
    broken = true;
    if (visible.connection(RTCPeerConnectionState.FAILED, reason)) {
      told.add(() -> listeners.connectionStateChange.fire(new Event("connectionstatechange")));
    }
  }

  private void update(String reason, List<Runnable> told) {
    if (broken) {
      return;
    }
    boolean iceNews = visible.ice(AggregateStates.ice(transports.inUse()));
    RTCPeerConnectionState connection = AggregateStates.connection(transports.inUse());
    @Nullable String failure = connection == RTCPeerConnectionState.FAILED ? reason : null;
    boolean connectionNews = visible.connection(connection, failure);
    if (iceNews) {
      told.add(
          () -> listeners.iceConnectionStateChange.fire(new Event("iceconnectionstatechange")));
    }
    if (connectionNews) {
      told.add(() -> listeners.connectionStateChange.fire(new Event("connectionstatechange")));
    }
  }
}
