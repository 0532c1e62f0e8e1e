package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What reliable channels carry, from many seeds. */
class WholePeersDataTest {
  private static final int SEEDS = 200;
  private static final int THERE = 10 << 20;
  private static final int BACK = 200_000;

  /** Seeds beyond these move a tenth, so that a nightly run ends before the morning. */
  private static final long ALL_OF_IT = 1000;

  @Test
  void tenMegabytesArriveAsTheyWereSentOnAPerfectNetwork() {
    Seeds.forEachAtOnce(SEEDS, seed -> transferBothWays(seed, LinkConditions.perfect()));
  }

  @Test
  void tenMegabytesArriveAsTheyWereSentAtOnePercentLoss() {
    Seeds.forEachAtOnce(SEEDS, seed -> transferBothWays(seed, rough(0.01)));
  }

  @Test
  void tenMegabytesArriveAsTheyWereSentAtFivePercentLoss() {
    Seeds.forEachAtOnce(SEEDS, seed -> transferBothWays(seed, rough(0.05)));
  }

  /** However often SCTP has to send again: ICE's consent says whether the peer is there. */
  @Test
  void dataThatIsLostForLongArrivesInTheEndAsLongAsConsentHolds() {
    int[] runs = {0};
    int[] kept = {0};
    Seeds.forEach(
        SEEDS,
        seed -> {
          runs[0]++;
          TwoPeers peers = new TwoPeers(seed, rough(0.05));
          assertThat(peers.open()).as("%s", peers).isTrue();
          ConsentRecord alices = new ConsentRecord(peers.a, peers.alice, peers.network);
          ConsentRecord bobs = new ConsentRecord(peers.b, peers.bob, peers.network);
          peers.alice.uplink().filter(WholePeersDataTest::carriesNoData);
          Transfer transfer = Transfer.begin(peers.channel, peers.offered.get(0), BACK, seed);
          peers.network.run(Duration.ofMinutes(new SplittableRandom(seed).nextInt(1, 60)));
          peers.alice.uplink().filter(datagram -> true);
          boolean arrived = peers.network.runUntil(transfer::isDone, Duration.ofMinutes(3));
          if (arrived) {
            kept[0]++;
          } else {
            // By chance; who lost it first stops answering the other.
            assertThat(alices.isLost() || bobs.isLost()).as("%s; %s", transfer, peers).isTrue();
            alices.confirmIfLost();
            bobs.confirmIfLost();
          }
        });
    if (Long.getLong("seed") == null) {
      assertThat(kept[0]).as("how often consent held").isGreaterThan(runs[0] * 9 / 10);
    }
  }

  static LinkConditions rough(double loss) {
    return LinkConditions.perfect()
        .withLoss(loss)
        .withReordering(0.05)
        .withDuplication(0.02)
        .withDelay(Duration.ofMillis(20), Duration.ofMillis(2));
  }

  private static boolean carriesNoData(Datagram datagram) {
    return datagram.kind() != PacketKind.DTLS_DATA;
  }

  private static void transferBothWays(long seed, LinkConditions conditions) {
    TwoPeers peers = new TwoPeers(seed, conditions);
    assertThat(peers.open()).as("the channel opens: %s", peers).isTrue();
    int there = seed <= ALL_OF_IT ? THERE : THERE / 10;
    Transfer toBob = Transfer.begin(peers.channel, peers.offered.get(0), there, seed);
    Transfer toAlice = Transfer.begin(peers.offered.get(0), peers.channel, BACK, ~seed);
    boolean arrived =
        peers.network.runUntil(() -> toBob.isDone() && toAlice.isDone(), Duration.ofHours(1));
    assertThat(arrived).as("%s; %s; %s", toBob, toAlice, peers).isTrue();
    assertThat(peers.signaling.failure()).isNull();
  }
}
