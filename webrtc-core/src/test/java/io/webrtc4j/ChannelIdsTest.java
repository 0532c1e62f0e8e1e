package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChannelIdsTest {
  private final ChannelIds ids = new ChannelIds();

  @Test
  void theRoleDecidesWhetherIdsAreEvenOrOdd() {
    assertThat(ids.takeFree(true, 100)).hasValue(0);
    assertThat(ids.takeFree(true, 100)).hasValue(2);
    assertThat(new ChannelIds().takeFree(false, 100)).hasValue(1);
  }

  @Test
  void anIdThatWasGivenBackIsTheLastToBeGivenAgain() {
    assertThat(ids.takeFree(false, 6)).hasValue(1);
    ids.giveBack(1);
    assertThat(ids.takeFree(false, 6)).hasValue(3);
    assertThat(ids.takeFree(false, 6)).hasValue(5);
    assertThat(ids.takeFree(false, 6)).hasValue(1);
    assertThat(ids.takeFree(false, 6)).isEmpty();
  }

  @Test
  void idsThatThePeerOrTheUserChoseArePassedOver() {
    ids.take(0);
    ids.note(2);
    assertThat(ids.takeFree(true, 100)).hasValue(4);
  }
}
