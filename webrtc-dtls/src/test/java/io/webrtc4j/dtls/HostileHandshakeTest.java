package io.webrtc4j.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.dtls.crypto.ForgedCertificate;
import io.webrtc4j.dtls.dtls12.HostilePeer.ReceivedAlert;
import io.webrtc4j.dtls.extension.ExtensionType;
import io.webrtc4j.dtls.extension.SupportedVersions;
import io.webrtc4j.dtls.flight.Flight;
import io.webrtc4j.dtls.handshake.Certificate;
import io.webrtc4j.dtls.handshake.CertificateVerify;
import io.webrtc4j.dtls.handshake.ClientHello;
import io.webrtc4j.dtls.handshake.ClientKeyExchange;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.handshake.ServerHello;
import io.webrtc4j.dtls.handshake.ServerKeyExchange;
import io.webrtc4j.dtls.record.Alert;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.ContentType;
import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A peer with keys that breaks the rules of the handshake: which alert it gets for what. */
class HostileHandshakeTest {
  private static final byte[] DATA = {1, 2, 3};

  /**
   * Something that is refused.
   *
   * @param name what the peer does
   * @param ours our role
   * @param rewrite what it does to its flights
   * @param alert what it is told
   * @param reason what our user is told
   */
  record Case(
      String name,
      DtlsRole ours,
      UnaryOperator<List<Flight.Item>> rewrite,
      AlertDescription alert,
      String reason) {
    @Override
    public String toString() {
      return name + ": " + alert;
    }
  }

  private static Case server(
      String name, UnaryOperator<List<Flight.Item>> rewrite, AlertDescription alert, String why) {
    return new Case(name, DtlsRole.CLIENT, rewrite, alert, why);
  }

  private static Case client(
      String name, UnaryOperator<List<Flight.Item>> rewrite, AlertDescription alert, String why) {
    return new Case(name, DtlsRole.SERVER, rewrite, alert, why);
  }

  static Stream<Case> serversOutOfTurn() {
    AlertDescription alert = AlertDescription.UNEXPECTED_MESSAGE;
    return Stream.of(
        server(
            "a server that skips ServerHello",
            Rewrite.skip(HandshakeType.SERVER_HELLO),
            alert,
            "expected ServerHello, came Certificate"),
        server(
            "a server that skips its Certificate",
            Rewrite.skip(HandshakeType.CERTIFICATE),
            alert,
            "expected Certificate, came ServerKeyExchange"),
        server(
            "a server that skips ServerKeyExchange",
            Rewrite.skip(HandshakeType.SERVER_KEY_EXCHANGE),
            alert,
            "expected ServerKeyExchange, came CertificateRequest"),
        server(
            "a server that repeats ServerHello",
            Rewrite.twice(HandshakeType.SERVER_HELLO),
            alert,
            "expected Certificate, came ServerHello"),
        server(
            "a server that repeats its Certificate",
            Rewrite.twice(HandshakeType.CERTIFICATE),
            alert,
            "expected ServerKeyExchange, came Certificate"),
        server(
            "a server that repeats CertificateRequest",
            Rewrite.twice(HandshakeType.CERTIFICATE_REQUEST),
            alert,
            "expected ServerHelloDone, came CertificateRequest"),
        server(
            "a server that repeats ServerHelloDone",
            Rewrite.twice(HandshakeType.SERVER_HELLO_DONE),
            alert,
            "expected Finished, came ServerHelloDone"),
        server(
            "a server that sends its Certificate behind its key",
            Rewrite.late(HandshakeType.CERTIFICATE),
            alert,
            "expected Certificate, came ServerKeyExchange"),
        server(
            "a server that sends its key behind CertificateRequest",
            Rewrite.late(HandshakeType.SERVER_KEY_EXCHANGE),
            alert,
            "expected ServerKeyExchange, came CertificateRequest"));
  }

  static Stream<Case> clientsOutOfTurn() {
    AlertDescription alert = AlertDescription.UNEXPECTED_MESSAGE;
    return Stream.of(
        client(
            "a client that skips its Certificate",
            Rewrite.skip(HandshakeType.CERTIFICATE),
            alert,
            "expected Certificate, came ClientKeyExchange"),
        client(
            "a client that skips ClientKeyExchange",
            Rewrite.skip(HandshakeType.CLIENT_KEY_EXCHANGE),
            alert,
            "expected ClientKeyExchange, came CertificateVerify"),
        client(
            "a client that skips CertificateVerify",
            Rewrite.skip(HandshakeType.CERTIFICATE_VERIFY),
            alert,
            "expected CertificateVerify, came Finished"),
        client(
            "a client that skips Certificate and CertificateVerify",
            items ->
                Rewrite.skip(HandshakeType.CERTIFICATE)
                    .apply(Rewrite.skip(HandshakeType.CERTIFICATE_VERIFY).apply(items)),
            alert,
            "expected Certificate, came ClientKeyExchange"),
        client(
            "a client that repeats its Certificate",
            Rewrite.twice(HandshakeType.CERTIFICATE),
            alert,
            "expected ClientKeyExchange, came Certificate"),
        client(
            "a client that repeats ClientKeyExchange",
            Rewrite.twice(HandshakeType.CLIENT_KEY_EXCHANGE),
            alert,
            "expected CertificateVerify, came ClientKeyExchange"),
        client(
            "a client that sends CertificateVerify before its key",
            Rewrite.late(HandshakeType.CLIENT_KEY_EXCHANGE),
            alert,
            "expected ClientKeyExchange, came CertificateVerify"),
        client(
            "a client that repeats ClientHello as a new message",
            Rewrite.twice(HandshakeType.CLIENT_HELLO),
            alert,
            "expected Certificate, came ClientHello"));
  }

  static Stream<Case> badProofs() {
    return Stream.of(
        server(
            "a server whose Finished is wrong",
            Rewrite.lastByte(HandshakeType.FINISHED),
            AlertDescription.DECRYPT_ERROR,
            "the server's Finished"),
        client(
            "a client whose Finished is wrong",
            Rewrite.lastByte(HandshakeType.FINISHED),
            AlertDescription.DECRYPT_ERROR,
            "the client's Finished"),
        client(
            "a client whose Finished is too long",
            Rewrite.body(HandshakeType.FINISHED, body -> new byte[13]),
            AlertDescription.DECODE_ERROR,
            "verify_data has 12 bytes, not 13"),
        client(
            "a client whose CertificateVerify is wrong",
            Rewrite.lastByte(HandshakeType.CERTIFICATE_VERIFY),
            AlertDescription.DECRYPT_ERROR,
            "CertificateVerify: the signature"),
        client(
            "a client that signs as its key cannot",
            Rewrite.body(
                HandshakeType.CERTIFICATE_VERIFY,
                body -> new CertificateVerify(0x0401, new byte[256]).encode()),
            AlertDescription.ILLEGAL_PARAMETER,
            "fits the certificate, came 0401"),
        client(
            "a client that signs by SHA-1",
            Rewrite.body(
                HandshakeType.CERTIFICATE_VERIFY,
                body ->
                    new CertificateVerify(0x0203, CertificateVerify.parse(body).signature())
                        .encode()),
            AlertDescription.ILLEGAL_PARAMETER,
            "came 0203"),
        server(
            "a server whose key is signed wrongly",
            Rewrite.lastByte(HandshakeType.SERVER_KEY_EXCHANGE),
            AlertDescription.DECRYPT_ERROR,
            "ServerKeyExchange: the signature"));
  }

  static Stream<Case> badContents() {
    return Stream.of(
        server(
            "a server whose key is of a group that was not offered",
            Rewrite.body(
                HandshakeType.SERVER_KEY_EXCHANGE,
                body -> {
                  ServerKeyExchange sent = ServerKeyExchange.parse(body);
                  return new ServerKeyExchange(
                          0x0019, sent.publicKey(), sent.signatureScheme(), sent.signature())
                      .encode();
                }),
            AlertDescription.ILLEGAL_PARAMETER,
            "came 0019"),
        client(
            "a client whose key is a point of small order",
            Rewrite.body(
                HandshakeType.CLIENT_KEY_EXCHANGE,
                body -> new ClientKeyExchange(new byte[32]).encode()),
            AlertDescription.ILLEGAL_PARAMETER,
            "ClientKeyExchange: "),
        client(
            "a client that has no certificate",
            Rewrite.body(HandshakeType.CERTIFICATE, body -> new Certificate(List.of()).encode()),
            AlertDescription.HANDSHAKE_FAILURE,
            "expected the peer's certificate, came none"),
        server(
            "a server that has no certificate",
            Rewrite.body(HandshakeType.CERTIFICATE, body -> new Certificate(List.of()).encode()),
            AlertDescription.HANDSHAKE_FAILURE,
            "expected the peer's certificate, came none"),
        server(
            "a server that sends a message with bytes too many",
            Rewrite.body(HandshakeType.SERVER_HELLO_DONE, body -> new byte[1]),
            AlertDescription.DECODE_ERROR,
            "a malformed ServerHelloDone"),
        client(
            "a client that sends a message that is cut off",
            Rewrite.body(HandshakeType.CERTIFICATE, body -> new byte[] {0, 1}),
            AlertDescription.DECODE_ERROR,
            "a malformed Certificate"));
  }

  static Stream<Case> downgradesByServers() {
    return Stream.of(
        server(
            "a server that answers with DTLS 1.0",
            Rewrite.body(HandshakeType.SERVER_HELLO, body -> serverHello(body, 0xfeff, 0xc02b)),
            AlertDescription.PROTOCOL_VERSION,
            "expected version fefd, came feff"),
        server(
            "a server that answers with TLS 1.2",
            Rewrite.body(HandshakeType.SERVER_HELLO, body -> serverHello(body, 0x0303, 0xc02b)),
            AlertDescription.PROTOCOL_VERSION,
            "expected version fefd, came 0303"),
        server(
            "a server that chooses a suite without forward secrecy",
            Rewrite.body(HandshakeType.SERVER_HELLO, body -> serverHello(body, 0xfefd, 0x009c)),
            AlertDescription.ILLEGAL_PARAMETER,
            "came 009c"),
        server(
            "a server that chooses a suite for another kind of certificate",
            Rewrite.body(HandshakeType.SERVER_HELLO, body -> serverHello(body, 0xfefd, 0xc02f)),
            AlertDescription.ILLEGAL_PARAMETER,
            "expected a key for RSA_SIGN, came ECDSA_SIGN"));
  }

  static Stream<Case> downgradesByClients() {
    return Stream.of(
        client(
            "a client that speaks DTLS 1.0 only",
            Rewrite.body(HandshakeType.CLIENT_HELLO, body -> new byte[] {(byte) 0xfe, (byte) 0xff}),
            AlertDescription.DECODE_ERROR,
            "malformed ClientHello"),
        client(
            "a client whose version is DTLS 1.0",
            Rewrite.body(
                HandshakeType.CLIENT_HELLO,
                body -> {
                  byte[] changed = body.clone();
                  changed[1] = (byte) 0xff;
                  return changed;
                }),
            AlertDescription.PROTOCOL_VERSION,
            "came feff"),
        client(
            "a client that lists DTLS 1.0 and 1.3 only",
            Rewrite.body(
                HandshakeType.CLIENT_HELLO,
                body -> {
                  ClientHello hello = ClientHello.parse(body);
                  hello
                      .extensions()
                      .with(
                          ExtensionType.SUPPORTED_VERSIONS,
                          new SupportedVersions(List.of(0xfefc, 0xfeff)).encode());
                  return hello.encode();
                }),
            AlertDescription.PROTOCOL_VERSION,
            "expected DTLS 1.2"),
        client(
            "a hello out of which somebody took the suite that both prefer",
            Rewrite.body(
                HandshakeType.CLIENT_HELLO,
                body -> {
                  ClientHello hello = ClientHello.parse(body);
                  return new ClientHello(
                          hello.version(),
                          hello.random(),
                          hello.sessionId(),
                          hello.cookie(),
                          List.of(0xcca9),
                          List.of(0),
                          hello.extensions())
                      .encode();
                }),
            AlertDescription.DECRYPT_ERROR,
            "CertificateVerify"));
  }

  private static byte[] serverHello(byte[] body, int version, int suite)
      throws io.webrtc4j.common.DecodeException {
    ServerHello hello = ServerHello.parse(body);
    return new ServerHello(version, hello.random(), hello.sessionId(), suite, 0, hello.extensions())
        .encode();
  }

  @ParameterizedTest
  @MethodSource({
    "serversOutOfTurn",
    "clientsOutOfTurn",
    "badProofs",
    "badContents",
    "downgradesByServers",
    "downgradesByClients"
  })
  void isRefusedWithTheRightAlert(Case wrong) {
    assertRefused(new HostileScene(wrong.ours, wrong.rewrite), wrong.alert, wrong.reason);
  }

  @ParameterizedTest
  @EnumSource(DtlsRole.class)
  void aCertificateOfAnotherFingerprintIsRefused(DtlsRole ours) {
    HostileScene scene =
        new HostileScene(
            ours, Rewrite.NOTHING, Pair.STRANGER.encoded(), Pair.SERVER_CERTIFICATE.fingerprint());
    assertRefused(scene, AlertDescription.BAD_CERTIFICATE, "wrong fingerprint: expected");
  }

  @ParameterizedTest
  @EnumSource(DtlsRole.class)
  void aCertificateWhoseKeyThePeerDoesNotHaveIsRefused(DtlsRole ours) {
    HostileScene scene =
        new HostileScene(
            ours,
            Rewrite.NOTHING,
            Pair.SERVER_CERTIFICATE.encoded(),
            Pair.SERVER_CERTIFICATE.fingerprint());
    assertRefused(
        scene, AlertDescription.DECRYPT_ERROR, "the signature is not by the certificate's key");
  }

  @ParameterizedTest
  @EnumSource(DtlsRole.class)
  void anRsaKeyThatWouldBurnOurTimeIsRefused(DtlsRole ours) {
    BigInteger huge = BigInteger.ONE.shiftLeft(65_536).subtract(BigInteger.ONE);
    byte[] certificate = ForgedCertificate.rsa(huge, BigInteger.valueOf(65537));
    HostileScene scene =
        new HostileScene(
            ours, Rewrite.NOTHING, certificate, DtlsFingerprint.of("sha-256", certificate));
    assertRefused(scene, AlertDescription.UNSUPPORTED_CERTIFICATE, "has 65536 bits");
  }

  private static void assertRefused(HostileScene scene, AlertDescription alert, String reason) {
    scene.run();
    assertThat(scene.ours.failure()).startsWith("DTLS: ").contains(reason);
    assertThat(scene.ours.events).hasSize(1);
    // Only a client has sent ChangeCipherSpec before it refuses anything: a server's last flight.
    int epoch = reason.startsWith("the server's Finished") || reason.contains("Finished, ") ? 1 : 0;
    assertThat(scene.hostile.alerts).startsWith(new ReceivedAlert(epoch, Alert.fatal(alert)));
    assertThat(scene.ours.connection.state()).isEqualTo(DtlsState.FAILED);
    assertThat(scene.ours.received).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(DtlsRole.class)
  void aFinishedInTheClearIsIgnored(DtlsRole ours) {
    HostileScene scene = new HostileScene(ours, Rewrite.epoch(HandshakeType.FINISHED, 0)).run();
    assertIgnored(scene);
    assertThat(scene.ours.connection.counters().unexpectedRecords()).isEqualTo(1);
  }

  @Test
  void aCertificateVerifyThatIsEncryptedTooEarlyIsIgnored() {
    assertIgnored(
        new HostileScene(DtlsRole.SERVER, Rewrite.epoch(HandshakeType.CERTIFICATE_VERIFY, 1))
            .run());
  }

  private static void assertIgnored(HostileScene scene) {
    assertThat(scene.ours.connection.state()).isEqualTo(DtlsState.CONNECTING);
    assertThat(scene.ours.events).isEmpty();
    assertThat(scene.hostile.alerts).isEmpty();
  }

  /** The epoch of the records says the same, and unlike ChangeCipherSpec it cannot be lost. */
  @ParameterizedTest
  @EnumSource(DtlsRole.class)
  void withoutChangeCipherSpecTheEpochIsBelieved(DtlsRole ours) {
    HostileScene scene = new HostileScene(ours, Rewrite.withoutChangeCipherSpec()).run();
    assertThat(scene.ours.isConnected()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(DtlsRole.class)
  void applicationDataInTheClearIsNeverShown(DtlsRole ours) {
    HostileScene scene = new HostileScene(ours, Rewrite.NOTHING);
    scene.hostile.send(0, ContentType.APPLICATION_DATA, DATA);
    scene.run();
    assertThat(scene.ours.isConnected()).isTrue();
    assertThat(scene.ours.received).isEmpty();
    assertThat(scene.ours.connection.counters().unexpectedRecords()).isEqualTo(1);
  }

  @Test
  void applicationDataOfAClientThatIsThenRefusedAreNeverShown() {
    HostileScene scene =
        new HostileScene(DtlsRole.SERVER, Rewrite.lastByte(HandshakeType.FINISHED));
    scene.link.runUntil(scene.hostile::canEncrypt, 1_000_000_000L);
    scene.hostile.send(1, ContentType.APPLICATION_DATA, DATA);
    assertRefused(scene, AlertDescription.DECRYPT_ERROR, "the client's Finished");
  }
}
