package io.webrtc4j.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.captures.Capture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that come too early, too late or twice. */
class LifecycleTest {
  private static final byte[] DATA = {1, 2, 3};

  @Test
  void beforeTheStartNothingHappens() {
    DtlsEndpoint server = new DtlsEndpoint(Pair.serverConfig(), 1);
    Capture.CHROMIUM_HELLO.bytes().forEach(datagram -> server.receive(datagram, 0));
    server.timeout(Deadline.seconds(100));
    assertThat(server.connection.state()).isEqualTo(DtlsState.NEW);
    assertThat(server.pollAll()).isEmpty();
    assertThat(server.send(DATA)).isFalse();
    assertThat(server.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void aSecondStartDoesNothing() {
    DtlsEndpoint client = new DtlsEndpoint(Pair.clientConfig(), 1).start().start();
    assertThat(client.pollAll()).hasSize(1);
  }

  @Test
  void aConnectionThatWasClosedBeforeItsStartStaysClosed() {
    DtlsEndpoint client = new DtlsEndpoint(Pair.clientConfig(), 1);
    client.connection.close(0);
    client.start();
    assertThat(client.connection.state()).isEqualTo(DtlsState.CLOSED);
    assertThat(client.pollAll()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(DtlsRole.class)
  void aHandshakeCanBeGivenUp(DtlsRole role) {
    Pair pair = Pair.perfect();
    pair.link.runFor(Deadline.millis(45));
    DtlsEndpoint one = role == DtlsRole.CLIENT ? pair.client : pair.server;
    DtlsEndpoint other = role == DtlsRole.CLIENT ? pair.server : pair.client;
    one.connection.close(pair.link.now());
    pair.link.runFor(Deadline.seconds(5));
    assertThat(one.connection.state()).isEqualTo(DtlsState.CLOSED);
    assertThat(one.events).isEmpty();
    // The server's close_notify is in the clear, the client's encrypted and thus proven.
    assertThat(other.events)
        .last()
        .asString()
        .contains("close_notify")
        .startsWith(role == DtlsRole.CLIENT ? "Closed" : "Failed");
  }

  @Test
  void bothMayCloseAtOnceAndTwice() {
    Pair pair = Pair.connected();
    for (int i = 0; i < 2; i++) {
      pair.client.connection.close(pair.link.now());
      pair.server.connection.close(pair.link.now());
    }
    assertThat(pair.client.pollAll()).hasSize(1);
    pair.link.runFor(Deadline.seconds(1));
    assertThat(pair.client.connection.state()).isEqualTo(DtlsState.CLOSED);
    assertThat(pair.server.connection.state()).isEqualTo(DtlsState.CLOSED);
    assertThat(pair.client.events).hasSize(1);
  }

  @Test
  void dataThatCameBeforeTheEndCanBePolledAfterIt() {
    Pair pair = Pair.connected();
    byte[] record = pair.client.protect(DATA).orElseThrow();
    DtlsConnection server = pair.server.connection;
    server.handlePacket(PacketBuffer.wrap(record), pair.link.now());
    server.close(pair.link.now());
    assertThat(server.pollApplicationData()).isEqualTo(DATA);
    assertThat(server.pollApplicationData()).isNull();
  }

  @Test
  void whatNobodyPollsIsBounded() {
    Pair pair = Pair.connected();
    DtlsConnection server = pair.server.connection;
    for (int i = 0; i < 100; i++) {
      byte[] record = pair.client.protect(new byte[DtlsConnection.MAX_PAYLOAD]).orElseThrow();
      server.handlePacket(PacketBuffer.wrap(record), 0);
    }
    assertThat(server.counters().overflowedRecords()).isEqualTo(36);
    for (int i = 0; i < 64; i++) {
      assertThat(server.pollApplicationData()).isNotNull();
    }
    assertThat(server.pollApplicationData()).isNull();
  }

  @Test
  void aPayloadThatCannotBeProtectedIsTheCallersMistake() {
    DtlsConnection client = Pair.connected().client.connection;
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> client.protect(PacketBuffer.wrap(new byte[DtlsConnection.MAX_PAYLOAD + 1])))
        .withMessageContaining("split");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> client.protect(PacketBuffer.wrap(new byte[10])));
  }

  @Test
  void secretsAreNotPrinted() {
    DtlsEndpoint client = Pair.connected().client;
    assertThat(Pair.CLIENT_CERTIFICATE.toString()).startsWith("DtlsCertificate[sha-256 ");
    assertThat(client.session())
        .hasToString("DTLS 1.2 TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 x25519");
    assertThat(client.events.toString()).doesNotContain("Secret");
  }
}
