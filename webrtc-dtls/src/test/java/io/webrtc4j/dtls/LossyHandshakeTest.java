package io.webrtc4j.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.handshake.ClientHello;
import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.handshake.HelloVerifyRequest;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import io.webrtc4j.sim.SimulatedLink;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The handshake over bad networks: RFC 6347 §4.2.4's retransmission, from every side. */
class LossyHandshakeTest {
  private static final LinkConditions PERFECT = LinkConditions.perfect();
  private static final byte[] PING = {1, 2, 3};

  @Test
  void aHandshakeSurvivesLossDuplicationAndReordering() {
    Seeds.forEach(
        200,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          LinkConditions rough =
              PERFECT
                  .withLoss(random.nextDouble(0.3))
                  .withDuplication(random.nextDouble(0.3))
                  .withReordering(random.nextDouble(0.5))
                  .withDelay(Deadline.millis(random.nextInt(1, 150)), Deadline.millis(20));
          int size = random.nextInt(4) == 0 ? random.nextInt(128, 400) : 1200;
          connectAndTalk(new Pair(rough, seed, config -> config.withMaxDatagramSize(size)));
        });
  }

  private static void connectAndTalk(Pair pair) {
    assertThat(pair.connect()).as("%s %s", pair.client.events, pair.server.events).isTrue();
    for (SimulatedLink<byte[]> link : List.of(pair.link.aToB(), pair.link.bToA())) {
      link.conditions(PERFECT);
      link.filter(packet -> true);
    }
    pair.link.runFor(Deadline.seconds(1));
    pair.client.send(PING);
    pair.server.send(PING);
    pair.link.runFor(Deadline.seconds(1));
    assertThat(pair.client.received).containsExactly(PING);
    assertThat(pair.server.received).containsExactly(PING);
    assertThat(pair.client.events).hasSize(1);
    assertThat(pair.server.events).hasSize(1);
  }

  @Test
  void anyLostDatagramIsMadeUpFor() {
    for (int lost = 0; lost < 4; lost++) {
      for (int size : new int[] {200, 1200}) {
        connectAndTalk(losing(size, 1L << lost, 0));
        connectAndTalk(losing(size, 0, 1L << lost));
      }
    }
  }

  @Test
  void anyPairOfLostDatagramsIsMadeUpFor() {
    // Bits 0 to 7 are the client's datagrams, 8 to 15 the server's. In datagrams of 350 bytes a
    // handshake has three of each, so that what is sent again is lost too in many of these.
    for (int first = 0; first < 16; first++) {
      for (int second = first + 1; second < 16; second++) {
        long both = 1L << first | 1L << second;
        connectAndTalk(losing(350, both & 0xff, both >>> 8));
      }
    }
  }

  /** Bit n of a mask: the side's nth datagram is lost. */
  private static Pair losing(int size, long clients, long servers) {
    Pair pair = new Pair(PERFECT, 7, config -> config.withMaxDatagramSize(size));
    AtomicInteger fromClient = new AtomicInteger();
    AtomicInteger fromServer = new AtomicInteger();
    pair.link.aToB().filter(packet -> isKept(clients, fromClient.getAndIncrement()));
    pair.link.bToA().filter(packet -> isKept(servers, fromServer.getAndIncrement()));
    return pair;
  }

  private static boolean isKept(long mask, int index) {
    return index >= Long.SIZE || (mask >>> index & 1) == 0;
  }

  @Test
  void aLostFinalFlightIsSentAgainWhenTheClientAsks() {
    Pair pair = losing(1200, 0, 0b10);
    assertThat(pair.link.runUntil(pair.server::isConnected, Pair.LIMIT)).isTrue();
    // The server is done and has no timer; the client's timer makes it repeat.
    assertThat(pair.server.nextDeadline()).isEqualTo(Deadline.NEVER);
    assertThat(pair.client.isConnected()).isFalse();
    connectAndTalk(pair);
    assertThat(pair.server.connection.counters().flightRetransmissions()).isEqualTo(1);
  }

  @Test
  void theClientsDataThatOvertakesTheServersFinishedIsKept() {
    Pair pair = losing(1200, 0, 0b10);
    pair.link.runUntil(pair.server::isConnected, Pair.LIMIT);
    pair.server.send(PING);
    pair.link.runFor(Deadline.millis(30));
    assertThat(pair.client.received).isEmpty();
    assertThat(pair.connect()).isTrue();
    assertThat(pair.client.received).containsExactly(PING);
  }

  @Test
  void fragmentsInReverseOrderMakeMessages() {
    DtlsEndpoint client = new DtlsEndpoint(Pair.clientConfig().withMaxDatagramSize(128), 1).start();
    DtlsEndpoint server = new DtlsEndpoint(Pair.serverConfig().withMaxDatagramSize(128), 2).start();
    for (int flight = 0; flight < 2; flight++) {
      deliverReversed(client, server);
      deliverReversed(server, client);
    }
    assertThat(client.isConnected()).isTrue();
    assertThat(server.isConnected()).isTrue();
    assertThat(client.connection.counters().flightRetransmissions()).isZero();
    assertThat(server.connection.counters().flightRetransmissions()).isZero();
  }

  private static void deliverReversed(DtlsEndpoint from, DtlsEndpoint to) {
    List<byte[]> datagrams = from.pollAll();
    for (int i = datagrams.size() - 1; i >= 0; i--) {
      to.receive(datagrams.get(i), 0);
    }
  }

  @Test
  void aCookieIsSentAgainWhenItsHelloIsLost() throws DecodeException {
    DtlsEndpoint client = new DtlsEndpoint(Pair.clientConfig(), 1).start();
    client.pollAll();
    byte[] cookie = {1, 2, 3, 4};
    byte[] request =
        Records.message(
            HandshakeType.HELLO_VERIFY_REQUEST, 0, new HelloVerifyRequest(0xfeff, cookie).encode());
    client.receive(request, Deadline.millis(40));
    assertCookie(client.pollAll(), cookie);
    // The timer begins anew with the new flight.
    assertThat(client.nextDeadline()).isEqualTo(Deadline.millis(140));
    client.timeout(Deadline.millis(140));
    assertCookie(client.pollAll(), cookie);
    // The server has got our first hello twice.
    client.receive(request, Deadline.millis(230));
    assertCookie(client.pollAll(), cookie);
    assertThat(client.connection.counters().flightRetransmissions()).isEqualTo(2);
  }

  private static void assertCookie(List<byte[]> datagrams, byte[] cookie) throws DecodeException {
    assertThat(datagrams).hasSize(1);
    byte[] datagram = datagrams.get(0);
    HandshakeFragment fragment =
        HandshakeFragment.parse(new ByteReader(datagram, 13, datagram.length));
    assertThat(fragment.messageSeq()).isEqualTo(1);
    assertThat(ClientHello.parse(fragment.bytes()).cookie()).isEqualTo(cookie);
  }

  @Test
  void theWaitDoublesUpToItsLimit() {
    DtlsEndpoint client = new DtlsEndpoint(Pair.clientConfig(), 1).start();
    long now = 0;
    long[] waits = {100, 200, 400, 800, 1600, 3000, 3000};
    for (long wait : waits) {
      assertThat(client.pollAll()).hasSize(1);
      now += Deadline.millis(wait);
      assertThat(client.nextDeadline()).isEqualTo(now);
      client.timeout(now);
    }
  }

  @Test
  void aRetransmittedRecordHasANewSequenceNumber() {
    DtlsEndpoint client = new DtlsEndpoint(Pair.clientConfig(), 1).start();
    byte[] first = client.pollAll().get(0);
    client.timeout(client.nextDeadline());
    byte[] second = client.pollAll().get(0);
    assertThat(first[10]).isZero();
    assertThat(second[10]).isEqualTo((byte) 1);
    second[10] = 0;
    assertThat(second).isEqualTo(first);
  }

  @Test
  void withoutAnAnswerTheHandshakeFailsInTime() {
    Pair pair = Pair.perfect();
    pair.link.aToB().up(false);
    assertThat(pair.fail()).isTrue();
    assertThat(pair.link.now()).isEqualTo(Deadline.seconds(30));
    assertThat(pair.client.failure()).contains("not complete in time", "awaited ServerHello");
    assertThat(pair.server.failure()).contains("awaited ClientHello");
    assertThat(pair.client.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void copiesMadeByTheNetworkDoNotMultiplyFlights() {
    Pair pair = new Pair(PERFECT.withDuplication(1), 1);
    connectAndTalk(pair);
    assertThat(pair.client.connection.counters().flightRetransmissions()).isZero();
    assertThat(pair.server.connection.counters().flightRetransmissions()).isZero();
  }
}
