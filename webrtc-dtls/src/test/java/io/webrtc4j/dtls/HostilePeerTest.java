package io.webrtc4j.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.dtls.captures.Capture;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.ContentType;
import io.webrtc4j.sim.LinkConditions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that are not who they say, and strangers on the path who put in datagrams of their own. */
class HostilePeerTest {
  private static final int HANDSHAKE_FAILURE = 40;
  private static final byte[] DATA = {1, 2, 3};

  @Test
  void aServerWithAnotherCertificateIsRefused() {
    Pair pair =
        new Pair(
            Pair.clientConfig(),
            Pair.config(DtlsRole.SERVER, Pair.STRANGER, Pair.CLIENT_CERTIFICATE),
            LinkConditions.perfect(),
            1);
    assertThat(pair.fail()).isTrue();
    assertThat(pair.client.failure())
        .contains("fingerprint")
        .contains("expected [" + Pair.SERVER_CERTIFICATE.fingerprint() + "]")
        .contains("came " + Pair.STRANGER.fingerprint());
    assertThat(pair.server.failure()).contains("bad_certificate");
    assertThat(pair.client.events).hasSize(1);
    assertThat(pair.server.events).hasSize(1);
  }

  @Test
  void aClientWithAnotherCertificateIsRefused() {
    Pair pair =
        new Pair(
            Pair.config(DtlsRole.CLIENT, Pair.STRANGER, Pair.SERVER_CERTIFICATE),
            Pair.serverConfig(),
            LinkConditions.perfect(),
            1);
    assertThat(pair.fail()).isTrue();
    assertThat(pair.server.failure()).contains("came " + Pair.STRANGER.fingerprint());
    assertThat(pair.client.failure()).contains("bad_certificate");
    // A second after the alert in the clear, which anyone could have sent.
    assertThat(pair.link.now()).isEqualTo(Deadline.millis(80 + 1000));
  }

  @Test
  void afterAFailureNothingHappensAnyMore() {
    Pair pair =
        new Pair(
            Pair.clientConfig(),
            Pair.config(DtlsRole.SERVER, Pair.STRANGER, Pair.CLIENT_CERTIFICATE),
            LinkConditions.perfect(),
            1);
    pair.fail();
    DtlsEndpoint client = pair.client;
    client.connection.start(0);
    client.connection.close(0);
    Capture.CHROMIUM_CLIENT.bytes().forEach(datagram -> client.receive(datagram, 0));
    client.timeout(Deadline.seconds(100));
    assertThat(client.pollAll()).isEmpty();
    assertThat(client.send(DATA)).isFalse();
    assertThat(client.events).hasSize(1);
    assertThat(client.connection.state()).isEqualTo(DtlsState.FAILED);
    assertThat(client.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void aForgedAlertDoesNotEndAHandshakeThatGoesOn() {
    Pair pair = Pair.perfect();
    byte[] alert = Records.fatalAlert(HANDSHAKE_FAILURE);
    pair.client.receive(alert, 0);
    pair.server.receive(alert, 0);
    pair.link.runFor(Deadline.millis(50));
    pair.client.receive(alert, pair.link.now());
    pair.server.receive(alert, pair.link.now());
    assertThat(pair.connect()).isTrue();
    pair.link.runFor(Deadline.seconds(5));
    assertThat(pair.client.isConnected()).isTrue();
    assertThat(pair.server.isConnected()).isTrue();
    assertThat(pair.client.connection.counters().plaintextAlerts()).isEqualTo(2);
  }

  @Test
  void aPeerThatGivesUpIsBelievedAfterASecondOfSilence() {
    DtlsEndpoint client = new DtlsEndpoint(Pair.clientConfig(), 1).start();
    client.receive(Records.fatalAlert(HANDSHAKE_FAILURE), Deadline.millis(30));
    // More alerts do not put it off.
    client.receive(Records.fatalAlert(HANDSHAKE_FAILURE), Deadline.millis(500));
    client.timeout(Deadline.millis(1029));
    assertThat(client.failure()).isEmpty();
    client.timeout(Deadline.millis(1030));
    assertThat(client.failure()).contains("handshake_failure", "awaited ServerHello");
  }

  @Test
  void nothingInTheClearTouchesAnEstablishedSession() {
    Pair pair = Pair.connected();
    for (DtlsEndpoint endpoint : List.of(pair.client, pair.server)) {
      endpoint.receive(Records.fatalAlert(HANDSHAKE_FAILURE), 0);
      endpoint.receive(Records.plain(ContentType.ALERT, new byte[] {1, 0}), 0);
      endpoint.receive(Records.plain(ContentType.APPLICATION_DATA, DATA), 0);
      endpoint.receive(Records.plain(ContentType.CHANGE_CIPHER_SPEC, new byte[] {1}), 0);
      Capture.FIREFOX_CLIENT.bytes().forEach(datagram -> endpoint.receive(datagram, 0));
      endpoint.receive(Records.message(HandshakeType.HELLO_REQUEST, 9, new byte[0]), 0);
      endpoint.receive(Records.message(HandshakeType.FINISHED, 5, new byte[12]), 0);
      assertThat(endpoint.isConnected()).isTrue();
      assertThat(endpoint.pollAll()).isEmpty();
      assertThat(endpoint.received).isEmpty();
      assertThat(endpoint.events).hasSize(1);
    }
    assertThat(dataArrives(pair)).isTrue();
  }

  @Test
  void replayedRecordsAreDropped() {
    Pair pair = Pair.connected();
    byte[] record = pair.client.protect(DATA).orElseThrow();
    for (int i = 0; i < 3; i++) {
      pair.server.receive(record, 0);
    }
    assertThat(pair.server.received).containsExactly(DATA);
    assertThat(pair.server.connection.counters().replayedRecords()).isEqualTo(2);
  }

  @Test
  void recordsThatWereChangedOnTheWayAreDropped() {
    Pair pair = Pair.connected();
    byte[] record = pair.client.protect(DATA).orElseThrow();
    for (int bit = 0; bit < record.length * 8; bit++) {
      byte[] changed = record.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      pair.server.receive(changed, 0);
    }
    assertThat(pair.server.received).isEmpty();
    assertThat(pair.server.isConnected()).isTrue();
    pair.server.receive(record, 0);
    assertThat(pair.server.received).containsExactly(DATA);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 0xffff})
  void recordsOfOtherEpochsAreDropped(int epoch) {
    Pair pair = Pair.perfect();
    byte[] record = Records.record(ContentType.APPLICATION_DATA, epoch, 1, new byte[40]);
    pair.server.receive(record, 0);
    assertThat(pair.connect()).isTrue();
    pair.server.receive(record, 0);
    assertThat(pair.server.connection.counters().unexpectedRecords()).isEqualTo(2);
    assertThat(dataArrives(pair)).isTrue();
  }

  @Test
  void aFloodOfEncryptedRecordsBeforeThereAreKeysIsBounded() {
    Pair pair = Pair.perfect();
    for (int i = 0; i < 1000; i++) {
      pair.server.receive(Records.record(ContentType.APPLICATION_DATA, 1, i, new byte[1000]), 0);
    }
    assertThat(pair.server.connection.counters().overflowedRecords()).isEqualTo(984);
    assertThat(pair.connect()).isTrue();
    assertThat(dataArrives(pair)).isTrue();
  }

  @Test
  void aForgedFinishedInTheClearDoesNotTakeTheRealOnesPlace() {
    Pair pair = Pair.perfect();
    for (int seq = 0; seq < 8; seq++) {
      byte[] forged = Records.message(HandshakeType.FINISHED, seq, new byte[12]);
      pair.client.receive(forged, 0);
      pair.server.receive(forged, 0);
    }
    assertThat(pair.connect()).isTrue();
  }

  @Test
  void hugeMessagesAreNotWaitedFor() {
    Pair pair = Pair.perfect();
    HandshakeMessage huge = new HandshakeMessage(HandshakeType.CLIENT_HELLO, 0, new byte[1 << 20]);
    for (int at = 0; at < 100; at++) {
      pair.server.receive(Records.fragment(huge, at * 1000, 1000), 0);
    }
    assertThat(pair.server.connection.counters().unexpectedRecords()).isEqualTo(100);
    assertThat(pair.connect()).isTrue();
  }

  @Test
  void applicationDataBeforeFinishedWaitsForIt() {
    Pair pair = Pair.perfect();
    // The server's last flight is held back, its data comes before.
    pair.link.bToA().filter(packet -> packet[0] != ContentType.CHANGE_CIPHER_SPEC);
    pair.link.runUntil(pair.server::isConnected, Pair.LIMIT);
    byte[] data = pair.server.protect(DATA).orElseThrow();
    pair.client.receive(data, pair.link.now());
    assertThat(pair.client.received).isEmpty();
    pair.link.bToA().filter(packet -> true);
    assertThat(pair.connect()).isTrue();
    assertThat(pair.client.received).containsExactly(DATA);
  }

  @Test
  void dataOfAHandshakeThatFailsIsNeverShown() {
    Pair pair = Pair.perfect();
    pair.link.bToA().filter(packet -> packet[0] != ContentType.CHANGE_CIPHER_SPEC);
    pair.link.runUntil(pair.server::isConnected, Pair.LIMIT);
    pair.client.receive(pair.server.protect(DATA).orElseThrow(), pair.link.now());
    pair.link.runUntil(() -> Pair.failed(pair.client), Pair.LIMIT);
    assertThat(pair.client.failure()).contains("awaited the server's Finished");
    assertThat(pair.client.received).isEmpty();
  }

  @Test
  void aMessageOutOfTurnEndsTheHandshake() {
    DtlsEndpoint client = new DtlsEndpoint(Pair.clientConfig(), 1).start();
    client.pollAll();
    client.receive(Records.message(HandshakeType.SERVER_HELLO_DONE, 0, new byte[0]), 0);
    assertThat(client.failure())
        .isEqualTo("DTLS: expected ServerHello, came ServerHelloDone (message_seq 0)");
    assertAlert(client, 10);
  }

  @Test
  void aMalformedMessageEndsTheHandshake() {
    DtlsEndpoint server = new DtlsEndpoint(Pair.serverConfig(), 1).start();
    server.receive(Records.message(HandshakeType.CLIENT_HELLO, 0, new byte[] {1, 2, 3}), 0);
    assertThat(server.failure()).contains("expected ClientHello, came a malformed ClientHello");
    assertAlert(server, 50);
  }

  @Test
  void messagesTooFarAheadAreDropped() {
    DtlsEndpoint server = new DtlsEndpoint(Pair.serverConfig(), 1).start();
    for (int seq = 1; seq < 1000; seq++) {
      server.receive(Records.message(HandshakeType.CERTIFICATE, seq, new byte[100]), 0);
    }
    assertThat(server.connection.counters().unexpectedRecords()).isEqualTo(999 - 7);
  }

  private static void assertAlert(DtlsEndpoint endpoint, int description) {
    assertThat(endpoint.pollAll())
        .singleElement()
        .satisfies(
            datagram -> {
              assertThat(datagram[0]).isEqualTo((byte) ContentType.ALERT);
              assertThat(datagram[13]).isEqualTo((byte) 2);
              assertThat(datagram[14]).isEqualTo((byte) description);
            });
  }

  private static boolean dataArrives(Pair pair) {
    pair.client.send(DATA);
    pair.server.send(DATA);
    pair.link.runFor(Deadline.seconds(1));
    return pair.client.received.size() == 1 && pair.server.received.size() == 1;
  }
}
