package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatsIdsTest {
  private final StatsIds ids = new StatsIds();

  @Test
  void anObjectKeepsItsIdFromReportToReport() {
    ids.begin();
    String first = ids.of("I", "a");
    assertThat(first).startsWith("I");
    assertThat(ids.of("I", "b")).isNotEqualTo(first);
    assertThat(ids.of("I", "a")).isEqualTo(first);
    ids.begin();
    assertThat(ids.of("I", "a")).isEqualTo(first);
  }

  @Test
  void theIdOfAnObjectThatIsGoneIsNotUsedAgain() {
    ids.begin();
    String first = ids.of("I", "a");
    ids.begin();
    ids.begin();
    assertThat(ids.of("I", "b")).isNotEqualTo(first);
    assertThat(ids.of("I", "a")).isNotEqualTo(first);
  }
}
