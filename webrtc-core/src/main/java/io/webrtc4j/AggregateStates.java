package io.webrtc4j;

import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceState;
import io.webrtc4j.session.ConnectionState;
import io.webrtc4j.session.GatheringState;
import io.webrtc4j.session.IceConnectionState;
import io.webrtc4j.session.TransportState;
import java.util.List;

/** The states of a connection that follow from those of its transports (W3C WebRTC §4.3). */
final class AggregateStates {
  private AggregateStates() {}

  static RTCIceGatheringState gathering(List<RTCDtlsTransport> transports) {
    List<GatheringState> states =
        transports.stream()
            .map(each -> GatheringState.valueOf(each.iceTransport().gatheringState().name()))
            .toList();
    return RTCIceGatheringState.valueOf(GatheringState.of(states).name());
  }

  static RTCIceConnectionState ice(List<RTCDtlsTransport> transports) {
    List<IceState> states = transports.stream().map(AggregateStates::iceState).toList();
    return RTCIceConnectionState.valueOf(IceConnectionState.of(states).name());
  }

  static RTCPeerConnectionState connection(List<RTCDtlsTransport> transports) {
    List<TransportState> states =
        transports.stream()
            .map(each -> new TransportState(iceState(each), DtlsState.valueOf(each.state().name())))
            .toList();
    return RTCPeerConnectionState.valueOf(ConnectionState.of(states).name());
  }

  private static IceState iceState(RTCDtlsTransport transport) {
    return IceState.valueOf(transport.iceTransport().state().name());
  }
}
