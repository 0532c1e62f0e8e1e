package io.webrtc4j.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.ice.IceState;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whole peers in virtual time: ICE, DTLS, SCTP and data channels together. */
class PeerSessionSimulationTest {
  private static final int MEGABYTE = 1 << 20;
  private static final int CHUNK = 64 * 1024;
  private static final long HOUR = Deadline.seconds(3600);

  @Test
  void twoPeersConnectAndTalk() {
    TwoSessions peers = new TwoSessions(LinkConditions.perfect(), 1);
    int channel = peers.a.openChannel("chat");
    peers.negotiate();
    assertThat(peers.runUntilBothConnected()).isTrue();
    assertThat(
            peers.network.runUntil(
                () -> !peers.a.opened.isEmpty() && !peers.b.offered.isEmpty(), TwoSessions.MINUTE))
        .isTrue();

    int accepted = peers.b.offered.get(0);
    peers.a.session.send(channel, true, "hello".getBytes(UTF_8), peers.network.now());
    peers.b.session.send(accepted, false, new byte[0], peers.network.now());
    assertThat(
            peers.network.runUntil(
                () ->
                    peers.b.messagesOn(accepted).size() == 1
                        && peers.a.messagesOn(channel).size() == 1,
                TwoSessions.MINUTE))
        .isTrue();
    DataChannelEvent.MessageReceived text = peers.b.messagesOn(accepted).get(0);
    assertThat(text.text()).isTrue();
    assertThat(new String(text.payload(), UTF_8)).isEqualTo("hello");
    assertThat(peers.a.messagesOn(channel).get(0).payload()).isEmpty();
  }

  @Test
  void tenMegabytesArriveByteForByteOnAPerfectLink() {
    Seeds.forEach(10, seed -> transfer(LinkConditions.perfect(), seed, 10 * MEGABYTE));
  }

  @Test
  void tenMegabytesArriveByteForByteAtOnePercentLoss() {
    Seeds.forEach(10, seed -> transfer(rough(0.01), seed, 10 * MEGABYTE));
  }

  @Test
  void tenMegabytesArriveByteForByteAtFivePercentLoss() {
    Seeds.forEach(10, seed -> transfer(rough(0.05), seed, 10 * MEGABYTE));
  }

  @Test
  void aPeerWhoseCandidatesAreHiddenIsReachedThroughItsChecks() {
    TwoSessions peers = new TwoSessions(LinkConditions.perfect(), 3);
    peers.a.openChannel("x");
    peers.ofA.tellsCandidates = false;
    peers.negotiate();
    assertThat(peers.runUntilBothConnected()).isTrue();
  }

  @Test
  void closeIsHeardByThePeerAtOnce() {
    TwoSessions peers = connected(1);
    int accepted = peers.b.offered.get(0);
    peers.a.session.close(peers.network.now());
    assertThat(
            peers.network.runUntil(() -> peers.b.closed.contains(accepted), Deadline.millis(500)))
        .isTrue();
    assertThat(peers.a.session.isClosed()).isTrue();
  }

  @Test
  void aPeerThatVanishesIsNoticedByConsent() {
    TwoSessions peers = connected(1);
    peers.network.aToB().up(false);
    peers.network.bToA().up(false);
    assertThat(peers.network.runUntil(() -> peers.b.iceState() == IceState.DISCONNECTED, HOUR))
        .isTrue();
    long vanished = peers.network.now();
    assertThat(
            peers.network.runUntil(() -> peers.b.connectionState() == ConnectionState.FAILED, HOUR))
        .isTrue();
    assertThat(peers.network.now() - vanished).isLessThan(Deadline.seconds(40));
    assertThat(peers.b.lastReason).containsIgnoringCase("consent");
  }

  @Test
  void anOutageShorterThanConsentIsSurvived() {
    TwoSessions peers = connected(1);
    peers.network.aToB().up(false);
    peers.network.bToA().up(false);
    peers.network.runFor(Deadline.seconds(15));
    peers.network.aToB().up(true);
    peers.network.bToA().up(true);
    assertThat(
            peers.network.runUntil(
                () -> peers.b.connectionState() == ConnectionState.CONNECTED, TwoSessions.MINUTE))
        .isTrue();
    peers.a.session.send(0, true, "still there".getBytes(UTF_8), peers.network.now());
    int accepted = peers.b.offered.get(0);
    assertThat(
            peers.network.runUntil(
                () -> !peers.b.messagesOn(accepted).isEmpty(), TwoSessions.MINUTE))
        .isTrue();
  }

  @Test
  void aWrongFingerprintFailsTheConnectionWithThatReason() {
    TwoSessions peers = new TwoSessions(LinkConditions.perfect(), 4);
    peers.a.openChannel("x");
    peers.ofB.fingerprint = peers.a.certificate.fingerprint();
    peers.negotiate();
    assertThat(
            peers.network.runUntil(
                () -> peers.a.connectionState() == ConnectionState.FAILED, TwoSessions.MINUTE))
        .isTrue();
    assertThat(peers.a.lastReason).contains("fingerprint");
  }

  @Test
  void aReaderThatStopsHoldsTheSenderBackAndLosesNothing() {
    TwoSessions peers = connected(5);
    peers.b.readsMessages = false;
    byte[] data = random(5, 12 * MEGABYTE);
    for (int at = 0; at < data.length; at += CHUNK) {
      peers.a.session.send(0, false, Arrays.copyOfRange(data, at, at + CHUNK), peers.network.now());
    }
    peers.network.runFor(Deadline.seconds(60));
    assertThat(peers.a.session.bufferedAmount(0)).isGreaterThan(4 * MEGABYTE);

    peers.b.readsMessages = true;
    int accepted = peers.b.offered.get(0);
    assertThat(
            peers.network.runUntil(
                () -> peers.b.messagesOn(accepted).size() == data.length / CHUNK, HOUR))
        .isTrue();
  }

  private static TwoSessions connected(long seed) {
    TwoSessions peers = new TwoSessions(LinkConditions.perfect(), seed);
    peers.a.openChannel("x");
    peers.negotiate();
    assertThat(peers.runUntilBothConnected()).isTrue();
    assertThat(
            peers.network.runUntil(
                () -> !peers.a.opened.isEmpty() && !peers.b.offered.isEmpty(), TwoSessions.MINUTE))
        .isTrue();
    return peers;
  }

  private static LinkConditions rough(double loss) {
    return LinkConditions.perfect().withLoss(loss).withReordering(0.02).withDuplication(0.01);
  }

  private static void transfer(LinkConditions conditions, long seed, int bytes) {
    TwoSessions peers = new TwoSessions(conditions, seed);
    int channel = peers.a.openChannel("file");
    peers.negotiate();
    assertThat(peers.network.runUntil(() -> peers.a.opened.contains(channel), TwoSessions.MINUTE))
        .as("the channel opens")
        .isTrue();
    byte[] data = random(seed, bytes);
    for (int at = 0; at < data.length; at += CHUNK) {
      peers.a.session.send(
          channel, false, Arrays.copyOfRange(data, at, at + CHUNK), peers.network.now());
    }
    boolean arrived =
        peers.network.runUntil(
            () ->
                !peers.b.offered.isEmpty()
                    && peers.b.messagesOn(peers.b.offered.get(0)).size() == bytes / CHUNK,
            HOUR);
    assertThat(arrived).as("all messages arrive, states %s", peers.b.connectionStates).isTrue();
    assertThat(concatenated(peers.b, bytes)).isEqualTo(data);
  }

  private static byte[] concatenated(SimulatedPeer peer, int bytes) {
    byte[] all = new byte[bytes];
    int at = 0;
    for (DataChannelEvent.MessageReceived message : peer.messagesOn(peer.offered.get(0))) {
      System.arraycopy(message.payload(), 0, all, at, message.payload().length);
      at += message.payload().length;
    }
    return all;
  }

  private static byte[] random(long seed, int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(seed).nextBytes(bytes);
    return bytes;
  }
}
