package io.webrtc4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables of W3C WebRTC §4.3.2 to §4.3.4, rule by rule. */
class ConnectionStateTest {
  @Test
  void withoutTransportsAllIsNew() {
    assertThat(ConnectionState.of(List.of())).isEqualTo(ConnectionState.NEW);
    assertThat(IceConnectionState.of(List.of())).isEqualTo(IceState.NEW);
    assertThat(GatheringState.of(List.of())).isEqualTo(GatheringState.NEW);
  }

  @Test
  void oneThatFailedOutweighsAll() {
    assertThat(ice(IceState.DISCONNECTED, IceState.FAILED)).isEqualTo(IceState.FAILED);
    assertThat(both(IceState.DISCONNECTED, DtlsState.CONNECTED, IceState.NEW, DtlsState.FAILED))
        .isEqualTo(ConnectionState.FAILED);
    assertThat(both(IceState.FAILED, DtlsState.CONNECTED, IceState.COMPLETED, DtlsState.CONNECTED))
        .isEqualTo(ConnectionState.FAILED);
  }

  @Test
  void oneThatIsDisconnectedOutweighsThoseThatWork() {
    assertThat(ice(IceState.CONNECTED, IceState.DISCONNECTED)).isEqualTo(IceState.DISCONNECTED);
    assertThat(both(IceState.DISCONNECTED, DtlsState.CONNECTED, IceState.CONNECTED, DtlsState.NEW))
        .isEqualTo(ConnectionState.DISCONNECTED);
  }

  @Test
  void oneThatIsNewAmongConnectedOnesIsChecking() {
    assertThat(ice(IceState.CONNECTED, IceState.NEW)).isEqualTo(IceState.CHECKING);
    assertThat(both(IceState.CONNECTED, DtlsState.CONNECTED, IceState.NEW, DtlsState.NEW))
        .isEqualTo(ConnectionState.CONNECTING);
  }

  @Test
  void closedOnesDoNotHinder() {
    assertThat(ice(IceState.CLOSED, IceState.NEW)).isEqualTo(IceState.NEW);
    assertThat(ice(IceState.CLOSED, IceState.COMPLETED)).isEqualTo(IceState.COMPLETED);
    assertThat(ice(IceState.COMPLETED, IceState.CONNECTED)).isEqualTo(IceState.CONNECTED);
    assertThat(both(IceState.COMPLETED, DtlsState.CLOSED, IceState.CONNECTED, DtlsState.CONNECTED))
        .isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void dtlsKeepsItConnecting() {
    assertThat(
            both(IceState.CONNECTED, DtlsState.CONNECTED, IceState.CONNECTED, DtlsState.CONNECTING))
        .isEqualTo(ConnectionState.CONNECTING);
    assertThat(both(IceState.NEW, DtlsState.NEW, IceState.NEW, DtlsState.CLOSED))
        .isEqualTo(ConnectionState.NEW);
  }

  @Test
  void gatheringGoesOnWhileAnyGathers() {
    assertThat(gathering(GatheringState.COMPLETE, GatheringState.GATHERING))
        .isEqualTo(GatheringState.GATHERING);
    assertThat(gathering(GatheringState.COMPLETE, GatheringState.NEW))
        .isEqualTo(GatheringState.NEW);
    assertThat(gathering(GatheringState.COMPLETE, GatheringState.COMPLETE))
        .isEqualTo(GatheringState.COMPLETE);
  }

  private static IceState ice(IceState... states) {
    return IceConnectionState.of(List.of(states));
  }

  private static GatheringState gathering(GatheringState... states) {
    return GatheringState.of(List.of(states));
  }

  private static ConnectionState both(
      IceState iceA, DtlsState dtlsA, IceState iceB, DtlsState dtlsB) {
    return ConnectionState.of(
        List.of(new TransportState(iceA, dtlsA), new TransportState(iceB, dtlsB)));
  }
}
