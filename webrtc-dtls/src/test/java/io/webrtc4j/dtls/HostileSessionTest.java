package io.webrtc4j.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.captures.Capture;
import io.webrtc4j.dtls.dtls12.HostilePeer.ReceivedAlert;
import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.Alert;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.ContentType;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.TwoPeers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a peer may do once it has the session's keys, and what strangers may do to a session. */
class HostileSessionTest {
  private static final byte[] DATA = {1, 2, 3};
  private static final int UNKNOWN_TYPE = 99;

  @ParameterizedTest
  @EnumSource(DtlsRole.class)
  void aRenegotiationIsRefusedAndTheSessionGoesOn(DtlsRole ours) {
    HostileScene scene = HostileScene.connected(ours);
    int asks = ours == DtlsRole.CLIENT ? HandshakeType.HELLO_REQUEST : HandshakeType.CLIENT_HELLO;
    scene.hostile.send(1, ContentType.HANDSHAKE, message(asks, 0, new byte[0]));
    scene.run();
    assertThat(scene.hostile.alerts)
        .containsExactly(new ReceivedAlert(1, Alert.warning(AlertDescription.NO_RENEGOTIATION)));
    assertGoesOn(scene);
  }

  @ParameterizedTest
  @EnumSource(DtlsRole.class)
  void aFloodOfRenegotiationsFillsNoMemory(DtlsRole ours) {
    HostileScene scene = HostileScene.connected(ours);
    for (int i = 0; i < 1000; i++) {
      scene.hostile.send(
          1, ContentType.HANDSHAKE, message(HandshakeType.CLIENT_HELLO, 0, new byte[10]));
    }
    for (byte[] next = scene.hostile.poll(0); next != null; next = scene.hostile.poll(0)) {
      scene.ours.connection.handlePacket(PacketBuffer.wrap(next), scene.now());
    }
    assertThat(scene.ours.pollAll()).hasSizeLessThanOrEqualTo(128);
    assertGoesOn(scene);
  }

  @ParameterizedTest
  @EnumSource(DtlsRole.class)
  void encryptedNonsenseIsIgnored(DtlsRole ours) {
    HostileScene scene = HostileScene.connected(ours);
    scene.hostile.send(1, ContentType.HANDSHAKE, new byte[] {1, 2, 3});
    scene.hostile.send(1, ContentType.HANDSHAKE, message(HandshakeType.FINISHED, 9, new byte[12]));
    scene.hostile.send(
        1, ContentType.HANDSHAKE, message(HandshakeType.CERTIFICATE, 6, new byte[5000]));
    scene.hostile.send(1, ContentType.CHANGE_CIPHER_SPEC, new byte[] {1});
    scene.hostile.send(1, ContentType.ALERT, new byte[] {2});
    scene.hostile.send(1, ContentType.ALERT, new byte[] {3, 0});
    scene.hostile.send(1, ContentType.ALERT, new byte[] {1, 90});
    scene.hostile.send(1, UNKNOWN_TYPE, DATA);
    scene.hostile.send(1, ContentType.APPLICATION_DATA, new byte[0]);
    scene.hostile.send(1, ContentType.APPLICATION_DATA, new byte[DtlsConnection.MAX_PAYLOAD + 1]);
    scene.run();
    assertThat(scene.hostile.alerts).isEmpty();
    assertThat(scene.ours.received).isEmpty();
    assertGoesOn(scene);
  }

  @ParameterizedTest
  @EnumSource(DtlsRole.class)
  void nonsenseInTheClearIsIgnoredInMidSession(DtlsRole ours) {
    HostileScene scene = HostileScene.connected(ours);
    scene.hostile.send(0, ContentType.ALERT, new byte[] {2, 40});
    scene.hostile.send(0, ContentType.ALERT, new byte[] {1, 0});
    scene.hostile.send(0, ContentType.APPLICATION_DATA, DATA);
    scene.hostile.send(0, ContentType.CHANGE_CIPHER_SPEC, new byte[] {1});
    scene.hostile.send(0, ContentType.HANDSHAKE, message(HandshakeType.FINISHED, 5, new byte[12]));
    scene.hostile.send(0, ContentType.HANDSHAKE, message(HandshakeType.HELLO_REQUEST, 0, DATA));
    for (Capture hello : List.of(Capture.CHROMIUM_HELLO, Capture.FIREFOX_HELLO)) {
      hello.bytes().forEach(datagram -> scene.ours.receive(datagram, scene.now()));
    }
    scene.run();
    assertThat(scene.hostile.alerts).isEmpty();
    assertThat(scene.ours.received).isEmpty();
    assertGoesOn(scene);
  }

  @Test
  void anEncryptedFatalAlertEndsTheSession() {
    HostileScene scene = HostileScene.connected(DtlsRole.SERVER);
    scene.hostile.send(1, ContentType.ALERT, new byte[] {2, 80});
    scene.run();
    assertThat(scene.ours.failure()).isEqualTo("DTLS: the peer sent the alert internal_error");
    assertThat(scene.hostile.alerts).isEmpty();
  }

  @Test
  void anEncryptedCloseNotifyIsAnsweredByOne() {
    HostileScene scene = HostileScene.connected(DtlsRole.CLIENT);
    scene.hostile.send(1, ContentType.ALERT, new byte[] {1, 0});
    scene.run();
    assertThat(scene.ours.connection.state()).isEqualTo(DtlsState.CLOSED);
    assertThat(scene.hostile.alerts)
        .containsExactly(new ReceivedAlert(1, Alert.warning(AlertDescription.CLOSE_NOTIFY)));
  }

  @ParameterizedTest
  @EnumSource(DtlsRole.class)
  void theFlightThatEndedTheHandshakeIsAnsweredAgainButSlowly(DtlsRole ours) {
    HostileScene scene = HostileScene.connected(ours);
    scene.run();
    for (int i = 0; i < 100; i++) {
      scene.hostile.repeatFlight();
      scene.link.runFor(Deadline.millis(1));
    }
    // A client owes nothing; a server its Finished, once in 50 ms.
    assertThat(scene.ours.connection.counters().flightRetransmissions())
        .isEqualTo(ours == DtlsRole.CLIENT ? 0 : 2);
    assertGoesOn(scene);
  }

  @Test
  void aLostAlertIsSentAgainWhenThePeerRepeatsItsFlight() {
    HostileScene scene =
        new HostileScene(DtlsRole.CLIENT, Rewrite.lastByte(HandshakeType.SERVER_KEY_EXCHANGE));
    scene.link.aToB().filter(packet -> packet[0] != ContentType.ALERT);
    scene.run();
    assertThat(Pair.failed(scene.ours)).isTrue();
    assertThat(scene.hostile.alerts).isEmpty();
    scene.link.aToB().filter(packet -> true);
    Alert alert = Alert.fatal(AlertDescription.DECRYPT_ERROR);
    for (int i = 1; i < 20; i++) {
      scene.hostile.repeatFlight();
      scene.hostile.repeatFlight();
      scene.run();
      assertThat(scene.hostile.alerts)
          .hasSize(Math.min(i, LastAlert.MAX_REPEATS))
          .containsOnly(new ReceivedAlert(0, alert));
    }
    assertThat(scene.ours.events).hasSize(1);
  }

  @Test
  void nothingButHandshakesBringsTheAlertAgain() {
    HostileScene scene =
        new HostileScene(DtlsRole.SERVER, Rewrite.lastByte(HandshakeType.FINISHED)).run();
    assertThat(scene.hostile.alerts).hasSize(1);
    scene.hostile.send(1, ContentType.APPLICATION_DATA, DATA);
    scene.hostile.send(0, ContentType.ALERT, new byte[] {2, 40});
    scene.hostile.send(0, ContentType.CHANGE_CIPHER_SPEC, new byte[] {1});
    scene.run();
    assertThat(scene.hostile.alerts).hasSize(1);
  }

  @Test
  void afterAnAlertOfThePeersThereIsNoneOfOurs() {
    HostileScene scene = HostileScene.connected(DtlsRole.SERVER);
    scene.hostile.send(1, ContentType.ALERT, new byte[] {2, 80});
    scene.run();
    scene.hostile.repeatFlight();
    scene.run();
    assertThat(scene.hostile.alerts).isEmpty();
  }

  @Test
  void overlappingFragmentsThatDisagreeAreIgnored() {
    Pair pair = Pair.perfect();
    HandshakeMessage first = new HandshakeMessage(HandshakeType.CERTIFICATE, 1, new byte[600]);
    byte[] other = new byte[600];
    other[150] = 1;
    HandshakeMessage second = new HandshakeMessage(HandshakeType.CERTIFICATE, 1, other);
    DtlsEndpoint client = pair.client;
    client.receive(Records.fragment(first, 0, 200), 0);
    client.receive(Records.fragment(second, 100, 200), 0);
    client.receive(
        Records.fragment(
            new HandshakeMessage(HandshakeType.CERTIFICATE, 1, new byte[601]), 200, 100),
        0);
    client.receive(
        Records.fragment(
            new HandshakeMessage(HandshakeType.SERVER_HELLO_DONE, 1, new byte[600]), 200, 100),
        0);
    assertThat(client.connection.counters().malformedRecords()).isEqualTo(3);
    assertThat(client.events).isEmpty();
    assertThat(client.connection.state()).isEqualTo(DtlsState.CONNECTING);
  }

  @Test
  void messagesAndRecordsThatAreTooLargeAreIgnored() {
    Pair pair = Pair.perfect();
    HandshakeMessage huge = new HandshakeMessage(HandshakeType.CLIENT_HELLO, 0, new byte[1 << 17]);
    pair.server.receive(Records.fragment(huge, 0, 1000), 0);
    pair.server.receive(
        Records.plain(ContentType.HANDSHAKE, new byte[DtlsConnection.MAX_PAYLOAD + 1]), 0);
    assertThat(pair.server.connection.counters().unexpectedRecords()).isEqualTo(2);
    assertThat(pair.connect()).isTrue();
  }

  private static byte[] message(int type, int messageSeq, byte[] body) {
    ByteWriter out = ByteWriter.growing();
    HandshakeFragment.write(out, new HandshakeMessage(type, messageSeq, body), 0, body.length);
    return out.toByteArray();
  }

  private static void assertGoesOn(HostileScene scene) {
    assertThat(scene.ours.isConnected()).isTrue();
    assertThat(scene.ours.events).hasSize(1);
    scene.hostile.send(1, ContentType.APPLICATION_DATA, DATA);
    scene.ours.send(DATA);
    scene.run();
    assertThat(scene.ours.received).containsExactly(DATA);
    assertThat(scene.hostile.applicationData).containsExactly(DATA);
  }

  /** Not a hostile peer but a hostile network: RFC 6347 §4.1.1.1. */
  @ParameterizedTest
  @EnumSource(DtlsRole.class)
  void aPathThatCarriesNoLargeDatagramsIsFoundOut(DtlsRole narrow) {
    Pair pair =
        new Pair(
            Pair.config(DtlsRole.CLIENT, Pair.Rsa.CERTIFICATE, Pair.Rsa.CERTIFICATE),
            Pair.config(DtlsRole.SERVER, Pair.Rsa.CERTIFICATE, Pair.Rsa.CERTIFICATE),
            LinkConditions.perfect(),
            1);
    TwoPeers<byte[]> link = pair.link;
    (narrow == DtlsRole.CLIENT ? link.aToB() : link.bToA())
        .conditions(LinkConditions.perfect().withMtu(548));
    assertThat(pair.connect()).isTrue();
    assertThat(link.now()).isLessThan(Deadline.seconds(1));
  }
}
