package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StatsMembersTest {
  @Test
  void aDictionaryHasWhatItWasGivenAndNothingElse() {
    RTCOutboundRtpStreamStats stats =
        minimal().with("packetsSent", 7L).with("rid", "h").as(RTCOutboundRtpStreamStats.class);
    assertThat(stats.id()).isEqualTo("O1");
    assertThat(stats.timestamp()).isEqualTo(5.5);
    assertThat(stats.type()).isEqualTo(RTCStatsType.OUTBOUND_RTP);
    assertThat(stats.packetsSent()).isEqualTo(7);
    assertThat(stats.rid()).isEqualTo("h");
    assertThat(stats.bytesSent()).isNull();
    assertThat(StatsMembers.of(stats))
        .containsOnlyKeys("id", "timestamp", "type", "ssrc", "kind", "packetsSent", "rid");
  }

  @Test
  void nullTakesAMemberAway() {
    assertThat(minimal().with("rid", "h").with("rid", null).as(RTCOutboundRtpStreamStats.class))
        .isEqualTo(minimal().as(RTCOutboundRtpStreamStats.class));
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> minimal().with("colour", 1L).as(RTCOutboundRtpStreamStats.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour");
    assertThatThrownBy(() -> minimal().with("packetsSent", 1).as(RTCOutboundRtpStreamStats.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StatsMembers("O1", 0).as(RTCOutboundRtpStreamStats.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static StatsMembers minimal() {
    return new StatsMembers("O1", 5.5).with("ssrc", 1L).with("kind", "video");
  }
}
