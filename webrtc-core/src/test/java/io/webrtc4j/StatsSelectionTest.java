package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatsSelectionTest {
  private static final RTCStats SENT = outbound("O1", "C1", "R1");
  private static final RTCStats SENT_TOO = outbound("O2", "C2", null);
  private static final RTCStats CODEC = codec("C1");
  private static final RTCStats OTHER_CODEC = codec("C2");
  private static final RTCStats TRANSPORT =
      new StatsMembers("T1", 0)
          .with("dtlsState", RTCDtlsTransportState.CONNECTED)
          .with("iceLocalUsernameFragment", "C2")
          .as(RTCTransportStats.class);
  private static final RTCStats REPORTED =
      new StatsMembers("R1", 0)
          .with("ssrc", 1L)
          .with("kind", "video")
          .with("localId", "O1")
          .as(RTCRemoteInboundRtpStreamStats.class);
  private static final RTCStats CONNECTION = new RTCPeerConnectionStats("P", 0, 0L, 0L);
  private static final List<RTCStats> ALL =
      List.of(CODEC, OTHER_CODEC, SENT, SENT_TOO, REPORTED, CONNECTION, TRANSPORT);

  @Test
  void whatIsReferredToIsSelectedTooDirectlyOrIndirectly() {
    assertThat(StatsSelection.of(ALL, SENT::equals))
        .containsExactly(CODEC, SENT, REPORTED, TRANSPORT);
  }

  @Test
  void everythingAndNothingCanBeWanted() {
    assertThat(StatsSelection.of(ALL, any -> true)).isEqualTo(ALL);
    assertThat(StatsSelection.of(ALL, any -> false)).isEmpty();
  }

  private static RTCStats outbound(String id, String codec, String remote) {
    return new StatsMembers(id, 0)
        .with("ssrc", 1L)
        .with("kind", "video")
        .with("transportId", "T1")
        .with("codecId", codec)
        .with("remoteId", remote)
        .as(RTCOutboundRtpStreamStats.class);
  }

  private static RTCStats codec(String id) {
    return new RTCCodecStats(id, 0, 96, "T1", "video/VP8", 90_000L, null, null);
  }
}
