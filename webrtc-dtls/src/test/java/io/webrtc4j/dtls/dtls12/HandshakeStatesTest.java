package io.webrtc4j.dtls.dtls12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.crypto.CipherSuite;
import io.webrtc4j.dtls.crypto.NamedGroup;
import io.webrtc4j.dtls.extension.EcPointFormats;
import io.webrtc4j.dtls.extension.ExtensionType;
import io.webrtc4j.dtls.extension.Extensions;
import io.webrtc4j.dtls.extension.SignatureAlgorithms;
import io.webrtc4j.dtls.extension.SupportedGroups;
import io.webrtc4j.dtls.extension.SupportedVersions;
import io.webrtc4j.dtls.flight.Flight;
import io.webrtc4j.dtls.handshake.Certificate;
import io.webrtc4j.dtls.handshake.CertificateRequest;
import io.webrtc4j.dtls.handshake.ClientHello;
import io.webrtc4j.dtls.handshake.ClientKeyExchange;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.handshake.HelloVerifyRequest;
import io.webrtc4j.dtls.handshake.ServerHello;
import io.webrtc4j.dtls.handshake.ServerKeyExchange;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.FatalAlertException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each state refuses, with which alert. */
class HandshakeStatesTest {
  /** Changes the body of a message. */
  interface BodyChange {
    byte[] of(byte[] body) throws DecodeException;
  }

  @Test
  void undisturbedTheyAgree() throws Exception {
    Dialogue dialogue = new Dialogue(message -> message);
    dialogue.run();
    assertThat(dialogue.clientResult().masterSecret().export("x", 20))
        .isEqualTo(dialogue.serverResult().masterSecret().export("x", 20));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 11, 12, 13, 14, 15, 16, 20})
  void aMessageOfAnotherTypeIsUnexpected(int type) {
    FatalAlertException failure =
        failure(
            message ->
                message.type() == type
                    ? new HandshakeMessage(99, message.messageSeq(), message.body())
                    : message);
    assertThat(failure.alert()).isEqualTo(AlertDescription.UNEXPECTED_MESSAGE);
    assertThat(failure.reason()).contains("expected", "came handshake message 99");
  }

  @ParameterizedTest
  @ValueSource(ints = {HandshakeType.CERTIFICATE_VERIFY, HandshakeType.SERVER_KEY_EXCHANGE})
  void aChangedSignatureIsADecryptError(int type) {
    FatalAlertException failure = failure(type, HandshakeStatesTest::lastByteChanged);
    assertThat(failure.alert()).isEqualTo(AlertDescription.DECRYPT_ERROR);
    assertThat(failure.reason()).startsWith(HandshakeType.nameOf(type));
  }

  @Test
  void aChangedFinishedIsADecryptError() {
    FatalAlertException failure =
        failure(HandshakeType.FINISHED, HandshakeStatesTest::lastByteChanged);
    assertThat(failure.alert()).isEqualTo(AlertDescription.DECRYPT_ERROR);
    assertThat(failure.reason()).contains("client's Finished");
  }

  @Test
  void aHelloThatWasChangedOnTheWayIsFoundOutAtTheEnd() {
    // Somebody takes the suite that both prefer out of the list.
    FatalAlertException failure =
        failureOfHello(
            hello ->
                hello(hello, hello.version(), List.of(0xc02c), List.of(0), hello.extensions()));
    assertThat(failure.alert()).isEqualTo(AlertDescription.DECRYPT_ERROR);
  }

  @Test
  void aClientWithoutACertificateIsRefused() {
    List<HandshakeMessage> seen = new ArrayList<>();
    FatalAlertException failure =
        failure(
            message -> {
              seen.add(message);
              // The client's is the second one.
              return message.type() == HandshakeType.CERTIFICATE && seen.size() > 5
                  ? changed(message, new Certificate(List.of()).encode())
                  : message;
            });
    assertThat(failure.alert()).isEqualTo(AlertDescription.HANDSHAKE_FAILURE);
    assertThat(failure.reason()).contains("came none");
  }

  @Test
  void aCertificateThatIsNoneIsUnsupported() {
    FatalAlertException failure =
        failure(
            HandshakeType.CERTIFICATE,
            body -> new Certificate(List.of(new byte[] {1, 2, 3})).encode());
    assertThat(failure.alert()).isEqualTo(AlertDescription.UNSUPPORTED_CERTIFICATE);
  }

  @Test
  void aTruncatedMessageIsADecodeError() {
    Dialogue dialogue = new Dialogue(message -> changed(message, new byte[] {1}));
    assertThat(catchThrowableOfType(DecodeException.class, dialogue::run)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0xfeff, 0xfefc, 0x0303})
  void aServerOfAnotherVersionIsRefused(int version) {
    FatalAlertException failure =
        failure(
            HandshakeType.SERVER_HELLO,
            body -> {
              ServerHello hello = ServerHello.parse(body);
              return new ServerHello(
                      version,
                      hello.random(),
                      hello.sessionId(),
                      hello.cipherSuite(),
                      0,
                      hello.extensions())
                  .encode();
            });
    assertThat(failure.alert()).isEqualTo(AlertDescription.PROTOCOL_VERSION);
  }

  @Test
  void aSuiteThatWasNotOfferedIsRefused() {
    FatalAlertException failure =
        failure(
            HandshakeType.SERVER_HELLO,
            body -> {
              ServerHello hello = ServerHello.parse(body);
              return new ServerHello(
                      0xfefd, hello.random(), new byte[0], 0xc00a, 0, hello.extensions())
                  .encode();
            });
    assertThat(failure.alert()).isEqualTo(AlertDescription.ILLEGAL_PARAMETER);
  }

  @Test
  void anExtensionThatWasNotOfferedIsRefused() {
    FatalAlertException failure =
        failure(
            HandshakeType.SERVER_HELLO,
            body -> {
              ServerHello hello = ServerHello.parse(body);
              hello.extensions().with(ExtensionType.SUPPORTED_VERSIONS, new byte[2]);
              return hello.encode();
            });
    assertThat(failure.alert()).isEqualTo(AlertDescription.UNSUPPORTED_EXTENSION);
  }

  @Test
  void aRenegotiationInfoWithContentIsRefused() {
    FatalAlertException failure =
        failure(
            HandshakeType.SERVER_HELLO,
            body -> {
              ServerHello hello = ServerHello.parse(body);
              hello.extensions().with(ExtensionType.RENEGOTIATION_INFO, new byte[] {1, 1});
              return hello.encode();
            });
    assertThat(failure.alert()).isEqualTo(AlertDescription.HANDSHAKE_FAILURE);
  }

  @Test
  void aServerThatCannotTakeOurSignatureIsRefused() {
    FatalAlertException failure =
        failure(
            HandshakeType.CERTIFICATE_REQUEST,
            body -> new CertificateRequest(List.of(64), List.of(0x0401)).encode());
    assertThat(failure.alert()).isEqualTo(AlertDescription.HANDSHAKE_FAILURE);
  }

  @Test
  void aKeyShareOfAGroupThatWasNotOfferedIsRefused() {
    FatalAlertException failure =
        failure(
            HandshakeType.SERVER_KEY_EXCHANGE,
            body -> {
              ServerKeyExchange exchange = ServerKeyExchange.parse(body);
              return new ServerKeyExchange(
                      0x0019, exchange.publicKey(), 0x0403, exchange.signature())
                  .encode();
            });
    assertThat(failure.alert()).isEqualTo(AlertDescription.ILLEGAL_PARAMETER);
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 31, 65})
  void aBadPublicKeyOfTheClientIsRefused(int length) {
    FatalAlertException failure =
        failure(
            HandshakeType.CLIENT_KEY_EXCHANGE,
            body -> new ClientKeyExchange(new byte[length]).encode());
    assertThat(failure.alert()).isEqualTo(AlertDescription.ILLEGAL_PARAMETER);
    assertThat(failure.reason()).startsWith("ClientKeyExchange");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xfeff, 0x0303, 0x0100})
  void aClientOfAnotherVersionIsRefused(int version) {
    FatalAlertException failure =
        failureOfHello(
            hello -> hello(hello, version, hello.cipherSuites(), List.of(0), hello.extensions()));
    assertThat(failure.alert()).isEqualTo(AlertDescription.PROTOCOL_VERSION);
  }

  @Test
  void aClientThatListsNewerVersionsOnlyIsRefused() {
    assertHelloRefused(
        ExtensionType.SUPPORTED_VERSIONS,
        new SupportedVersions(List.of(0xfefc)).encode(),
        AlertDescription.PROTOCOL_VERSION);
  }

  @Test
  void aClientWithNothingInCommonIsRefused() {
    assertHelloRefused(
        ExtensionType.SUPPORTED_GROUPS,
        new SupportedGroups(List.of(0x0019)).encode(),
        AlertDescription.HANDSHAKE_FAILURE);
    assertHelloRefused(
        ExtensionType.SIGNATURE_ALGORITHMS,
        new SignatureAlgorithms(List.of(0x0401)).encode(),
        AlertDescription.HANDSHAKE_FAILURE);
    assertHelloRefused(
        ExtensionType.EC_POINT_FORMATS,
        new EcPointFormats(List.of(1)).encode(),
        AlertDescription.ILLEGAL_PARAMETER);
    FatalAlertException failure =
        failureOfHello(
            hello -> hello(hello, 0xfefd, List.of(0xc013), List.of(0), hello.extensions()));
    assertThat(failure.alert()).isEqualTo(AlertDescription.HANDSHAKE_FAILURE);
    assertThat(failure.reason()).contains("cipher suite", "c013");
  }

  @Test
  void aClientThatOnlyCompressesIsRefused() {
    FatalAlertException failure =
        failureOfHello(
            hello -> hello(hello, 0xfefd, hello.cipherSuites(), List.of(1), hello.extensions()));
    assertThat(failure.alert()).isEqualTo(AlertDescription.ILLEGAL_PARAMETER);
  }

  @Test
  void aClientWithoutExtensionsGetsNoneBackAndP256() throws Exception {
    HandshakeSettings settings = Dialogue.settings(Dialogue.SERVER_KEY);
    Extensions extensions =
        new Extensions()
            .with(
                ExtensionType.SIGNATURE_ALGORITHMS,
                new SignatureAlgorithms(List.of(0x0403)).encode());
    ClientHello hello =
        new ClientHello(
            0xfefd,
            new byte[32],
            new byte[0],
            new byte[0],
            List.of(0xc02b),
            List.of(0),
            extensions);
    ServerChoice choice = ServerChoice.of(hello, settings);
    assertThat(choice.group()).isEqualTo(NamedGroup.SECP256R1);
    assertThat(choice.suite()).isEqualTo(CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256);
    Dialogue dialogue = new Dialogue(message -> message);
    new AwaitClientHello()
        .handle(
            new HandshakeMessage(HandshakeType.CLIENT_HELLO, 0, hello.encode()), dialogue.server);
    HandshakeMessage answer =
        ((Flight.Message) dialogue.server.takeFlight().items().get(0)).message();
    assertThat(ServerHello.parse(answer.body()).extensions().types()).isEmpty();
  }

  @Test
  void aServerWithoutExtensionsIsTaken() throws Exception {
    Dialogue dialogue = new Dialogue(message -> message);
    ServerHello bare =
        new ServerHello(0xfefd, new byte[32], new byte[32], 0xc02b, 0, new Extensions());
    Agreement agreement = ClientOffer.agree(ClientOffer.hello(dialogue.client), bare);
    assertThat(agreement.extendedMasterSecret()).isFalse();
    assertThat(agreement.srtpProfile()).isNull();
  }

  @Test
  void cookiesAreAnsweredAFewTimes() throws Exception {
    Dialogue dialogue = new Dialogue(message -> message);
    dialogue.client.takeFlight();
    HandshakeState state = new AwaitServerHello(ClientOffer.hello(dialogue.client), 2);
    for (int asked = 0; asked < 2; asked++) {
      byte[] cookie = {7, (byte) asked};
      state = state.handle(cookieRequest(cookie), dialogue.client);
      HandshakeMessage hello =
          ((Flight.Message) dialogue.client.takeFlight().items().get(0)).message();
      assertThat(ClientHello.parse(hello.body()).cookie()).isEqualTo(cookie);
      // RFC 6347 §4.2.6: only the last ClientHello is hashed.
      assertThat(dialogue.client.transcript().bytes()).isEqualTo(hello.encode());
    }
    HandshakeState last = state;
    FatalAlertException failure =
        catchThrowableOfType(
            FatalAlertException.class,
            () -> last.handle(cookieRequest(new byte[1]), dialogue.client));
    assertThat(failure.alert()).isEqualTo(AlertDescription.UNEXPECTED_MESSAGE);
  }

  private static HandshakeMessage cookieRequest(byte[] cookie) {
    return new HandshakeMessage(
        HandshakeType.HELLO_VERIFY_REQUEST, 0, new HelloVerifyRequest(0xfeff, cookie).encode());
  }

  private static void assertHelloRefused(int type, byte[] content, AlertDescription alert) {
    FatalAlertException failure =
        failureOfHello(
            hello -> {
              hello.extensions().with(type, content);
              return hello;
            });
    assertThat(failure.alert()).isEqualTo(alert);
    assertThat(failure.reason()).startsWith("ClientHello");
  }

  private static FatalAlertException failureOfHello(UnaryOperator<ClientHello> change) {
    return failure(
        HandshakeType.CLIENT_HELLO, body -> change.apply(ClientHello.parse(body)).encode());
  }

  private static ClientHello hello(
      ClientHello hello,
      int version,
      List<Integer> suites,
      List<Integer> methods,
      Extensions extensions) {
    return new ClientHello(
        version, hello.random(), hello.sessionId(), hello.cookie(), suites, methods, extensions);
  }

  private static FatalAlertException failure(int type, BodyChange change) {
    return failure(
        message -> {
          try {
            return message.type() == type ? changed(message, change.of(message.body())) : message;
          } catch (DecodeException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static FatalAlertException failure(UnaryOperator<HandshakeMessage> between) {
    FatalAlertException failure =
        catchThrowableOfType(FatalAlertException.class, new Dialogue(between)::run);
    assertThat(failure).isNotNull();
    return failure;
  }

  private static HandshakeMessage changed(HandshakeMessage message, byte[] body) {
    return new HandshakeMessage(message.type(), message.messageSeq(), body);
  }

  private static byte[] lastByteChanged(byte[] body) {
    byte[] changed = body.clone();
    changed[changed.length - 1] ^= 1;
    return changed;
  }
}
