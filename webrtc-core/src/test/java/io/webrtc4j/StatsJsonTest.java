package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatsJsonTest {
  private static final double DATE = 1_767_225_600_123.25;

  @Test
  void membersHaveTheirNamesAndAbsentOnesAreAbsent() {
    RTCStats channel =
        new RTCDataChannelStats(
            "D1", DATE, "news", "", null, RTCDataChannelState.OPEN, 3L, 1L << 53, 0L, null);
    assertThat(StatsJson.of(List.of(channel)))
        .isEqualTo(
            "[{\"id\":\"D1\",\"timestamp\":1767225600123.25,\"type\":\"data-channel\","
                + "\"label\":\"news\",\"protocol\":\"\",\"state\":\"open\",\"messagesSent\":3,"
                + "\"bytesSent\":9007199254740992,\"messagesReceived\":0}]");
  }

  @Test
  void numbersAreWrittenAsAScriptDoes() {
    assertThat(json("totalEncodeTime", 0.0)).contains(":0}");
    assertThat(json("totalEncodeTime", 1.0)).contains(":1}");
    assertThat(json("totalEncodeTime", 0.1)).contains(":0.1}");
    assertThat(json("totalEncodeTime", 1e20)).contains(":100000000000000000000}");
    assertThat(json("totalEncodeTime", 1.5e-7)).contains(":0.00000015}");
    assertThat(json("totalEncodeTime", Double.NaN)).contains(":null}");
  }

  @Test
  void booleansEnumerationsAndMapsAreWritten() {
    assertThat(json("active", true)).contains("\"active\":true");
    assertThat(json("qualityLimitationReason", RTCQualityLimitationReason.CPU))
        .contains("\"qualityLimitationReason\":\"cpu\"");
    assertThat(json("qualityLimitationDurations", Map.of("cpu", 2.5)))
        .contains("\"qualityLimitationDurations\":{\"cpu\":2.5}");
  }

  @Test
  void textIsQuoted() {
    RTCStats channel =
        new RTCDataChannelStats(
            "D1",
            0,
            "a\"b\\c\nd\u0000\ud83d",
            "grüße",
            null,
            RTCDataChannelState.OPEN,
            null,
            null,
            null,
            null);
    assertThat(StatsJson.of(List.of(channel)))
        .contains("\"label\":\"a\\\"b\\\\c\\u000ad\\u0000\\ud83d\"")
        .contains("\"protocol\":\"grüße\"");
  }

  @Test
  void nothingIsAnEmptyArray() {
    assertThat(new RTCStatsReport(List.of()).toJson()).isEqualTo("[]");
  }

  private static String json(String member, Object value) {
    RTCStats stats =
        new StatsMembers("O1", DATE)
            .with("ssrc", 1L)
            .with("kind", "video")
            .with(member, value)
            .as(RTCOutboundRtpStreamStats.class);
    return StatsJson.of(List.of(stats)).replace("]", "");
  }
}
