package io.webrtc4j.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SimulatedLinkTest {
  private static final int PACKETS = 10_000;
  private static final LinkConditions PERFECT = LinkConditions.perfect();

  @Test
  void aPerfectLinkKeepsOrderAndOnlyDelays() {
    SimulatedLink<Integer> link = link(PERFECT);
    link.send(1, 100, 0);
    link.send(2, 100, 0);
    assertThat(link.nextArrival()).isEqualTo(Deadline.millis(20));
    assertThat(link.poll(Deadline.millis(20) - 1)).isNull();
    assertThat(arrivals(link)).containsExactly(1, 2);
  }

  @Test
  void lossAndDuplicationComeAsOftenAsAsked() {
    SimulatedLink<Integer> lossy = link(PERFECT.withLoss(0.05));
    sendAll(lossy);
    assertThat(arrivals(lossy).size()).isBetween(9_400, 9_600);
    assertThat(lossy.lost()).isBetween(400L, 600L);

    SimulatedLink<Integer> doubling = link(PERFECT.withDuplication(0.1));
    sendAll(doubling);
    assertThat(arrivals(doubling).size()).isBetween(10_850, 11_150);
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    LinkConditions rough =
        PERFECT.withLoss(0.1).withReordering(0.2).withDelay(Deadline.millis(5), 1000);
    SimulatedLink<Integer> one = link(rough);
    SimulatedLink<Integer> other = link(rough);
    sendAll(one);
    sendAll(other);
    List<Integer> arrivals = arrivals(one);
    assertThat(arrivals).isEqualTo(arrivals(other));
    assertThat(arrivals).isNotEqualTo(arrivals.stream().sorted().toList());
  }

  @Test
  void aRateSpreadsPacketsAndItsQueueIsBounded() {
    // 1 Mbit/s takes 8 ms for 1000 bytes; the queue holds three of them beside the one on the wire.
    SimulatedLink<Integer> link = link(PERFECT.withDelay(0, 0).withRate(1_000_000, 3000));
    for (int i = 0; i < 10; i++) {
      link.send(i, 1000, 0);
    }
    assertThat(link.nextArrival()).isEqualTo(Deadline.millis(8));
    assertThat(arrivals(link)).containsExactly(0, 1, 2, 3);
    assertThat(link.lost()).isEqualTo(6);
  }

  @Test
  void whatIsSentWhileTheLinkIsDownIsLost() {
    SimulatedLink<Integer> link = link(PERFECT);
    link.up(false);
    link.send(1, 100, 0);
    link.up(true);
    link.send(2, 100, 0);
    assertThat(arrivals(link)).containsExactly(2);
  }

  @Test
  void burstsLoseTheAverageThatWasAskedForInRowsOfPackets() {
    SimulatedLink<Integer> link = link(PERFECT.withBursts(LossBursts.of(0.1, 8)));
    sendAll(link);
    assertThat(link.lost()).isBetween(700L, 1_300L);
    List<Integer> arrived = arrivals(link);
    int gaps = 0;
    for (int i = 1; i < arrived.size(); i++) {
      if (arrived.get(i) != arrived.get(i - 1) + 1) {
        gaps++;
      }
    }
    assertThat((double) link.lost() / gaps).isBetween(5.5, 11.0);
  }

  @Test
  void burstsDoNotChangeWhatElseHappens() {
    LinkConditions rough = PERFECT.withDelay(Deadline.millis(5), Deadline.millis(3));
    SimulatedLink<Integer> without = link(rough);
    SimulatedLink<Integer> with = link(rough.withBursts(LossBursts.of(0.1, 8)));
    sendAll(without);
    sendAll(with);
    List<Integer> survivors = arrivals(with);
    List<Integer> all = arrivals(without);
    all.retainAll(survivors);
    assertThat(survivors).isEqualTo(all);
  }

  @Test
  void aPacketLargerThanTheMtuVanishes() {
    SimulatedLink<Integer> link = link(PERFECT.withMtu(1280));
    assertThat(link.send(1, 1281, 0)).isEqualTo(LinkFate.TOO_LARGE);
    assertThat(link.send(2, 1280, 0)).isEqualTo(LinkFate.ARRIVES);
    assertThat(arrivals(link)).containsExactly(2);
  }

  @Test
  void conditionsThatAreNoneAreRefused() {
    assertThatThrownBy(() -> PERFECT.withLoss(1.1)).hasMessageContaining("from 0 to 1");
    assertThatThrownBy(() -> PERFECT.withDelay(-1, 0)).hasMessageContaining("0 or more");
    assertThatThrownBy(() -> PERFECT.withRate(0, 1)).hasMessageContaining("more than 0");
    assertThatThrownBy(() -> LossBursts.of(1, 2)).hasMessageContaining("from 0 to 1");
  }

  private static SimulatedLink<Integer> link(LinkConditions conditions) {
    return new SimulatedLink<>(conditions, new SplittableRandom(1));
  }

  private static void sendAll(SimulatedLink<Integer> link) {
    for (int i = 0; i < PACKETS; i++) {
      link.send(i, 100, Deadline.millis(i));
    }
  }

  private static List<Integer> arrivals(SimulatedLink<Integer> link) {
    List<Integer> arrived = new ArrayList<>();
    for (@Nullable Integer p = link.poll(Long.MAX_VALUE);
        p != null;
        p = link.poll(Long.MAX_VALUE)) {
      arrived.add(p);
    }
    return arrived;
  }
}
