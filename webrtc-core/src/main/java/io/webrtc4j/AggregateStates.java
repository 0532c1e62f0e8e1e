package io.webrtc4j;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The states of a connection that follow from those of its transports (W3C WebRTC §4.3). */
final class AggregateStates {
  private AggregateStates() {}

  static RTCIceGatheringState gathering(Collection<RTCDtlsTransport> transports) {
    List<RTCIceGathererState> states =
        transports.stream().map(each -> each.iceTransport().gatheringState()).toList();
    if (states.contains(RTCIceGathererState.GATHERING)) {
      return RTCIceGatheringState.GATHERING;
    }
    return states.isEmpty() || states.contains(RTCIceGathererState.NEW)
        ? RTCIceGatheringState.NEW
        : RTCIceGatheringState.COMPLETE;
  }

  static RTCIceConnectionState ice(Collection<RTCDtlsTransport> transports) {
    List<RTCIceTransportState> states = iceStates(transports);
    if (states.contains(RTCIceTransportState.FAILED)) {
      return RTCIceConnectionState.FAILED;
    }
    if (states.contains(RTCIceTransportState.DISCONNECTED)) {
      return RTCIceConnectionState.DISCONNECTED;
    }
    if (only(states, Set.of(RTCIceTransportState.NEW, RTCIceTransportState.CLOSED))) {
      return RTCIceConnectionState.NEW;
    }
    if (states.contains(RTCIceTransportState.NEW)
        || states.contains(RTCIceTransportState.CHECKING)) {
      return RTCIceConnectionState.CHECKING;
    }
    return only(states, Set.of(RTCIceTransportState.COMPLETED, RTCIceTransportState.CLOSED))
        ? RTCIceConnectionState.COMPLETED
        : RTCIceConnectionState.CONNECTED;
  }

  static RTCPeerConnectionState connection(Collection<RTCDtlsTransport> transports) {
    List<RTCIceTransportState> ice = iceStates(transports);
    List<RTCDtlsTransportState> dtls = transports.stream().map(RTCDtlsTransport::state).toList();
    if (ice.contains(RTCIceTransportState.FAILED) || dtls.contains(RTCDtlsTransportState.FAILED)) {
      return RTCPeerConnectionState.FAILED;
    }
    if (ice.contains(RTCIceTransportState.DISCONNECTED)) {
      return RTCPeerConnectionState.DISCONNECTED;
    }
    if (only(ice, Set.of(RTCIceTransportState.NEW, RTCIceTransportState.CLOSED))
        && only(dtls, Set.of(RTCDtlsTransportState.NEW, RTCDtlsTransportState.CLOSED))) {
      return RTCPeerConnectionState.NEW;
    }
    boolean iceUp =
        only(
            ice,
            Set.of(
                RTCIceTransportState.CONNECTED,
                RTCIceTransportState.COMPLETED,
                RTCIceTransportState.CLOSED));
    boolean dtlsUp =
        only(dtls, Set.of(RTCDtlsTransportState.CONNECTED, RTCDtlsTransportState.CLOSED));
    return iceUp && dtlsUp ? RTCPeerConnectionState.CONNECTED : RTCPeerConnectionState.CONNECTING;
  }

  private static List<RTCIceTransportState> iceStates(Collection<RTCDtlsTransport> transports) {
    return transports.stream().map(each -> each.iceTransport().state()).toList();
  }

  private static <S> boolean only(List<S> states, Set<S> allowed) {
    return allowed.containsAll(states);
  }
}
