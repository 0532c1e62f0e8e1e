package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static io.webrtc4j.ice.Dialogue.millis;
import static io.webrtc4j.ice.TwoAgents.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.stun.IntegrityAlgorithm;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a peer or a stranger can make the agent keep and do. */
class LimitsTest {
  private static final int FLOOD = 5_000;

  @Test
  void thereAreNeverMoreThanAHundredPairsAndTheBestStay() {
    AgentPeer a =
        new AgentPeer(IceRole.CONTROLLING, 1)
            .on(at("10.0.0.1", 1), at("10.0.0.2", 2), at("10.0.0.3", 3));
    a.agent.remoteCredentials(Dialogue.Z_CREDENTIALS, 0);
    for (int i = 1; i <= 60; i++) {
      a.agent.addRemoteCandidate(candidate(i), 0);
    }
    List<CandidatePairReport> pairs = a.agent.pairs();
    assertThat(pairs).hasSize(100);
    assertThat(pairs).extracting(CandidatePairReport::priority).isSortedAccordingTo(descending());
    // The first pair is in progress already, and stays whatever better ones come.
    assertThat(pairs.subList(0, 99))
        .extracting(pair -> pair.remote().priority())
        .allMatch(priority -> priority > 25);
    assertThat(a.agent.counters().beyondLimits()).isEqualTo(0);
    a.agent.addRemoteCandidate(candidate(0), 0);
    assertThat(a.agent.counters().beyondLimits()).isEqualTo(3);
  }

  @Test
  void moreRemoteCandidatesThanTheLimitAreIgnored() {
    Dialogue dialogue = new Dialogue(IceRole.CONTROLLED);
    for (int i = 0; i < 1000; i++) {
      dialogue.a.agent.addRemoteCandidate(candidate(i), 0);
    }
    assertThat(dialogue.a.agent.counters().beyondLimits()).isGreaterThanOrEqualTo(1000 - 128);
    assertThat(dialogue.a.agent.pairs()).hasSize(100);
  }

  @Test
  void aTriggeredPairFindsRoomAmongOnesNotChecked() {
    Dialogue dialogue = new Dialogue(IceRole.CONTROLLED);
    dialogue.a.agent.remoteCredentials(Dialogue.Z_CREDENTIALS, 0);
    for (int i = 0; i < 120; i++) {
      dialogue.a.agent.addRemoteCandidate(candidate(i), 0);
    }
    dialogue.sent();
    dialogue.until(millis(100));
    dialogue.request(dialogue.check(true));
    assertThat(dialogue.a.agent.pairs()).hasSize(100);
    dialogue.answer(dialogue.after(millis(50)).get(1));
    assertThat(dialogue.a.agent.selectedPath()).isEqualTo(new IcePath(Dialogue.A, Dialogue.Z));
  }

  @Test
  void earlyChecksBeyondTheLimitAreAnsweredAndForgotten() {
    Dialogue dialogue = new Dialogue(IceRole.CONTROLLED);
    for (int i = 0; i < 100; i++) {
      dialogue.request(dialogue.check(false), stranger(i));
      assertThat(dialogue.sent()).hasSize(1);
    }
    dialogue.a.agent.remoteCredentials(Dialogue.Z_CREDENTIALS, 0);
    assertThat(dialogue.a.agent.pairs()).hasSize(32);
    assertThat(dialogue.a.agent.counters().beyondLimits()).isEqualTo(100 - 32);
  }

  @Test
  void aPeerThatChecksFromEverywhereIsLimited() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);
    for (int i = 0; i < FLOOD; i++) {
      dialogue.request(dialogue.check(i % 2 == 0), stranger(i));
      dialogue.sent();
    }
    assertThat(dialogue.a.agent.pairs()).hasSizeLessThanOrEqualTo(100);
    assertThat(dialogue.a.events).hasSizeLessThan(200);
    // Its checks are answered, and ours stay 50 ms apart.
    int before = dialogue.a.sent.size();
    dialogue.after(millis(499));
    assertThat(dialogue.a.sent.size() - before).isLessThanOrEqualTo(10);
  }

  @Test
  void aPeerThatChecksAllTheTimeDoesNotMakeUsCheckFaster() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);
    int checks = 0;
    for (int i = 0; i < FLOOD; i++) {
      dialogue.request(dialogue.check(false));
      checks += dialogue.after(millis(2)).size() - 1;
    }
    // 10 s: one every 50 ms at most.
    assertThat(checks).isBetween(100, 201);
    assertThat(dialogue.now()).isEqualTo(seconds(10));
  }

  @Test
  void packetsThatAreNotPolledAreLostBeyondALimit() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);
    byte[] bytes =
        dialogue.check(false).toMessage().toBytes(IntegrityAlgorithm.SHA1, dialogue.aKey);
    for (int i = 0; i < FLOOD; i++) {
      dialogue.a.agent.handlePacket(
          PacketBuffer.wrap(bytes), new IcePath(Dialogue.A, Dialogue.Z), 0);
    }
    assertThat(dialogue.sent()).hasSize(Outbox.LIMIT);
    assertThat(dialogue.a.agent.counters().beyondLimits()).isGreaterThan(FLOOD - Outbox.LIMIT - 1);
  }

  @Test
  void aStrangersFloodChangesNothing() {
    Dialogue dialogue = Dialogue.connected(IceRole.CONTROLLED);
    SplittableRandom random = new SplittableRandom(5);
    byte[] good = dialogue.check(true).toMessage().toBytes(IntegrityAlgorithm.SHA1, dialogue.aKey);
    for (int i = 0; i < FLOOD; i++) {
      byte[] bytes = good.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) random.nextInt(1, 256);
      }
      byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      dialogue.receive(stranger(i), random.nextBoolean() ? bytes : cut);
      dialogue.sent();
    }
    assertThat(dialogue.a.agent.pairs()).hasSize(1);
    assertThat(dialogue.a.nominated()).isNull();
    assertThat(dialogue.a.agent.counters().malformed()).isGreaterThan(FLOOD / 2);
    assertThat(dialogue.a.state()).isEqualTo(IceState.CONNECTED);
    assertThat(dialogue.a.agent.isValidRemote(new IcePath(Dialogue.A, stranger(1)))).isFalse();
  }

  @Test
  void noMessageIsLongerThanPromised() {
    String longest = "u".repeat(IceCredentials.MAX_LENGTH);
    Dialogue dialogue = new Dialogue(IceRole.CONTROLLING);
    dialogue.a.agent.remoteCredentials(new IceCredentials(longest, longest), 0);
    dialogue.a.agent.addRemoteCandidate(candidate(1), 0);
    assertThat(dialogue.expectOne().length())
        .isLessThan(IceAgent.MAX_MESSAGE_LENGTH)
        .isGreaterThan(IceCredentials.MAX_LENGTH);
  }

  @Test
  void aBufferThatIsTooSmallLosesNothing() {
    Dialogue dialogue = Dialogue.begun(IceRole.CONTROLLED);
    PacketBuffer small = PacketBuffer.allocate(10, 0);
    try {
      dialogue.a.agent.pollPacket(small);
    } catch (IndexOutOfBoundsException expected) {
      assertThat(small.length()).isZero();
    }
    assertThat(dialogue.sent()).hasSize(1);
  }

  private static Comparator<Long> descending() {
    return Comparator.reverseOrder();
  }

  private static InetSocketAddress stranger(int i) {
    return at("203.0." + (i >> 8) % 256 + "." + i % 256, 1 + i);
  }

  private static IceCandidate candidate(int i) {
    return new IceCandidate(
        "f" + i,
        1,
        CandidateTransport.UDP,
        i,
        at("198.51." + i / 256 + "." + i % 256, 1000),
        CandidateType.HOST,
        null);
  }
}
