package io.webrtc4j.dtls.dtls12;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.captures.Capture;
import io.webrtc4j.dtls.crypto.CertificateKey;
import io.webrtc4j.dtls.crypto.CipherSuite;
import io.webrtc4j.dtls.crypto.NoCipher;
import io.webrtc4j.dtls.crypto.SignatureScheme;
import io.webrtc4j.dtls.extension.ExtensionType;
import io.webrtc4j.dtls.flight.IncomingMessages;
import io.webrtc4j.dtls.handshake.Certificate;
import io.webrtc4j.dtls.handshake.CertificateRequest;
import io.webrtc4j.dtls.handshake.CertificateVerify;
import io.webrtc4j.dtls.handshake.ClientHello;
import io.webrtc4j.dtls.handshake.ClientKeyExchange;
import io.webrtc4j.dtls.handshake.Finished;
import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.handshake.ServerHello;
import io.webrtc4j.dtls.handshake.ServerHelloDone;
import io.webrtc4j.dtls.handshake.ServerKeyExchange;
import io.webrtc4j.dtls.record.ContentType;
import io.webrtc4j.dtls.record.RecordCounters;
import io.webrtc4j.dtls.record.RecordCursor;
import io.webrtc4j.dtls.record.RecordLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A handshake between the two browsers, checked with the secret that one of them logged. */
class CapturedHandshakeTest {
  private static final int SCTP_PORT = 5000;

  static Stream<Capture> captures() {
    return Stream.of(Capture.FIREFOX_CLIENT, Capture.CHROMIUM_CLIENT);
  }

  @ParameterizedTest
  @MethodSource("captures")
  void everyMessageIsReadAndWrittenBack(Capture capture) throws Exception {
    List<HandshakeMessage> messages = new Reading(capture).messages;
    assertThat(messages)
        .extracting(HandshakeMessage::type)
        .containsExactly(1, 2, 11, 12, 13, 14, 11, 16, 15, 20, 20);
    for (HandshakeMessage message : messages) {
      assertThat(readAndWritten(message)).as(message.toString()).isEqualTo(message.body());
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void signaturesAndFinishedAreWhatWeWouldCompute(Capture capture) throws Exception {
    Reading reading = new Reading(capture);
    Agreement agreement = reading.agreement;
    assertThat(agreement.extendedMasterSecret()).isTrue();
    MasterSecret secret = new MasterSecret(agreement, capture.masterSecret());
    Transcript transcript = new Transcript();
    List<CertificateKey> keys = new ArrayList<>();
    List<byte[]> finished = new ArrayList<>();
    for (HandshakeMessage message : reading.messages) {
      byte[] body = message.body();
      switch (message.type()) {
        case HandshakeType.CERTIFICATE ->
            keys.add(CertificateKey.parse(Certificate.parse(body).chain().get(0)));
        case HandshakeType.SERVER_KEY_EXCHANGE ->
            assertThat(isSigned(ServerKeyExchange.parse(body), agreement, keys.get(0))).isTrue();
        case HandshakeType.CERTIFICATE_VERIFY -> {
          CertificateVerify verify = CertificateVerify.parse(body);
          SignatureScheme scheme = SignatureScheme.of(verify.signatureScheme());
          assertThat(keys.get(1).verify(scheme, transcript.bytes(), verify.signature())).isTrue();
        }
        case HandshakeType.FINISHED -> {
          byte[] expected =
              finished.isEmpty()
                  ? secret.clientVerifyData(transcript)
                  : secret.serverVerifyData(transcript);
          assertThat(Finished.parse(body).verifyData()).isEqualTo(expected);
          finished.add(body);
        }
        default -> {}
      }
      transcript.add(message);
    }
    assertThat(finished).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("captures")
  void theFirstApplicationDataAreSctps(Capture capture) throws Exception {
    List<byte[]> data = new Reading(capture).applicationData;
    assertThat(data).hasSize(2);
    for (byte[] packet : data) {
      assertThat(new ByteReader(packet).u16()).isEqualTo(SCTP_PORT);
    }
  }

  private static boolean isSigned(
      ServerKeyExchange exchange, Agreement agreement, CertificateKey key) {
    byte[] content =
        ServerKeyExchange.signedContent(
            agreement.clientRandom(),
            agreement.serverRandom(),
            exchange.group(),
            exchange.publicKey());
    SignatureScheme scheme = SignatureScheme.of(exchange.signatureScheme());
    return key.verify(scheme, content, exchange.signature());
  }

  private static byte[] readAndWritten(HandshakeMessage message) throws Exception {
    byte[] body = message.body();
    return switch (message.type()) {
      case HandshakeType.CLIENT_HELLO -> ClientHello.parse(body).encode();
      case HandshakeType.SERVER_HELLO -> ServerHello.parse(body).encode();
      case HandshakeType.CERTIFICATE -> Certificate.parse(body).encode();
      case HandshakeType.SERVER_KEY_EXCHANGE -> ServerKeyExchange.parse(body).encode();
      case HandshakeType.CERTIFICATE_REQUEST -> CertificateRequest.parse(body).encode();
      case HandshakeType.SERVER_HELLO_DONE -> ServerHelloDone.parse(body).encode();
      case HandshakeType.CLIENT_KEY_EXCHANGE -> ClientKeyExchange.parse(body).encode();
      case HandshakeType.CERTIFICATE_VERIFY -> CertificateVerify.parse(body).encode();
      case HandshakeType.FINISHED -> Finished.parse(body).encode();
      default -> throw new AssertionError(message);
    };
  }

  /** Both sides' messages in the order of the handshake, and what follows them. */
  private static final class Reading {
    final List<HandshakeMessage> messages = new ArrayList<>();
    final List<byte[]> applicationData = new ArrayList<>();
    Agreement agreement =
        new Agreement(
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            new byte[32],
            new byte[32],
            false,
            null);
    private final RecordCounters counters = new RecordCounters();
    private final IncomingMessages fromClient = new IncomingMessages(counters);
    private final IncomingMessages fromServer = new IncomingMessages(counters);
    private final RecordLayer clientRecords = new RecordLayer(counters);
    private final RecordLayer serverRecords = new RecordLayer(counters);

    Reading(Capture capture) throws Exception {
      for (Capture.Datagram datagram : capture.datagrams()) {
        RecordCursor record = new RecordCursor().over(PacketBuffer.wrap(datagram.bytes()));
        while (record.next()) {
          boolean client = datagram.fromClient();
          if (record.epoch() == 1 && !clientRecords.canReadEncrypted()) {
            install(capture.masterSecret());
          }
          read(record, client ? clientRecords : serverRecords, client ? fromClient : fromServer);
        }
      }
      assertThat(counters.malformed + counters.unauthentic + counters.unexpected).isZero();
    }

    private void install(byte[] masterSecret) throws Exception {
      ClientHello hello = ClientHello.parse(messages.get(0).body());
      ServerHello answer = ServerHello.parse(messages.get(1).body());
      agreement =
          new Agreement(
              CipherSuite.of(answer.cipherSuite()),
              hello.random(),
              answer.random(),
              answer.extensions().contains(ExtensionType.EXTENDED_MASTER_SECRET),
              null);
      MasterSecret.Ciphers ciphers = new MasterSecret(agreement, masterSecret).ciphers();
      clientRecords.install(ciphers.client(), new NoCipher());
      serverRecords.install(ciphers.server(), new NoCipher());
    }

    private void read(RecordCursor record, RecordLayer layer, IncomingMessages incoming)
        throws Exception {
      byte[] content =
          record.epoch() == 0
              ? Arrays.copyOfRange(record.array(), record.bodyStart(), record.end())
              : layer.open(record);
      assertThat(content).isNotNull();
      if (record.type() == ContentType.APPLICATION_DATA) {
        applicationData.add(content);
      } else if (record.type() == ContentType.HANDSHAKE) {
        incoming.add(HandshakeFragment.parse(new ByteReader(content)), record.epoch());
        for (HandshakeMessage message = incoming.poll();
            message != null;
            message = incoming.poll()) {
          messages.add(message);
        }
      }
    }
  }
}
