package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.crypto.CertificateType;
import io.webrtc4j.dtls.crypto.KeyShare;
import io.webrtc4j.dtls.crypto.SignatureScheme;
import io.webrtc4j.dtls.extension.EcPointFormats;
import io.webrtc4j.dtls.extension.ExtensionType;
import io.webrtc4j.dtls.extension.Extensions;
import io.webrtc4j.dtls.extension.RenegotiationInfo;
import io.webrtc4j.dtls.extension.UseSrtp;
import io.webrtc4j.dtls.handshake.Certificate;
import io.webrtc4j.dtls.handshake.CertificateRequest;
import io.webrtc4j.dtls.handshake.ClientHello;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.handshake.ServerHello;
import io.webrtc4j.dtls.handshake.ServerHelloDone;
import io.webrtc4j.dtls.handshake.ServerKeyExchange;
import io.webrtc4j.dtls.record.FatalAlertException;
import io.webrtc4j.dtls.record.ProtocolVersion;
import java.util.Arrays;
import java.util.List;

/**
 * The server listens. It sends no HelloVerifyRequest: that the client can be reached where it says
 * it is, ICE has proven (RFC 6347 §4.2.1 leaves that to the application).
 */
record AwaitClientHello() implements HandshakeState {
  /** TLS_EMPTY_RENEGOTIATION_INFO_SCSV: says the same as the extension (RFC 5746 §3.3). */
  private static final int RENEGOTIATION_INFO_SCSV = 0x00ff;

  private static final byte[] EMPTY = {};

  @Override
  public String awaits() {
    return "ClientHello";
  }

  @Override
  public HandshakeState handle(HandshakeMessage message, HandshakeContext context)
      throws DecodeException, FatalAlertException {
    ClientHello hello = ClientHello.parse(context.expect(HandshakeType.CLIENT_HELLO, message));
    context.transcript().add(message);
    ServerChoice choice = ServerChoice.of(hello, context.settings());
    byte[] serverRandom = new byte[ClientHello.RANDOM_LENGTH];
    context.random().nextBytes(serverRandom);
    Agreement agreement =
        new Agreement(
            choice.suite(),
            hello.random(),
            serverRandom,
            hello.extensions().contains(ExtensionType.EXTENDED_MASTER_SECRET),
            choice.srtpProfile());
    KeyShare share = choice.group().generate(context.random());
    sendFlight(hello, choice, agreement, share, context);
    return new AwaitClientCertificate(agreement, choice.group(), share);
  }

  private static void sendFlight(
      ClientHello hello,
      ServerChoice choice,
      Agreement agreement,
      KeyShare share,
      HandshakeContext context) {
    ServerHello answer =
        new ServerHello(
            ProtocolVersion.DTLS_1_2,
            agreement.serverRandom(),
            EMPTY,
            choice.suite().code(),
            0,
            extensions(hello, agreement));
    context.send(HandshakeType.SERVER_HELLO, answer.encode());
    context.send(
        HandshakeType.CERTIFICATE,
        new Certificate(List.of(context.settings().certificate())).encode());
    context.send(
        HandshakeType.SERVER_KEY_EXCHANGE,
        keyExchange(choice, agreement, share.publicKey(), context.settings()).encode());
    context.send(
        HandshakeType.CERTIFICATE_REQUEST,
        new CertificateRequest(
                Arrays.stream(CertificateType.values()).map(CertificateType::code).toList(),
                SignatureScheme.codes())
            .encode());
    context.send(HandshakeType.SERVER_HELLO_DONE, new ServerHelloDone().encode());
  }

  /** Answers only to what the client said (RFC 5246 §7.4.1.4). */
  private static Extensions extensions(ClientHello hello, Agreement agreement) {
    Extensions offered = hello.extensions();
    Extensions answer = new Extensions();
    if (agreement.extendedMasterSecret()) {
      answer.with(ExtensionType.EXTENDED_MASTER_SECRET, EMPTY);
    }
    if (offered.contains(ExtensionType.RENEGOTIATION_INFO)
        || hello.cipherSuites().contains(RENEGOTIATION_INFO_SCSV)) {
      answer.with(ExtensionType.RENEGOTIATION_INFO, RenegotiationInfo.encodeEmpty());
    }
    if (offered.contains(ExtensionType.EC_POINT_FORMATS)) {
      answer.with(
          ExtensionType.EC_POINT_FORMATS,
          new EcPointFormats(List.of(EcPointFormats.UNCOMPRESSED)).encode());
    }
    if (agreement.srtpProfile() != null) {
      answer.with(ExtensionType.USE_SRTP, new UseSrtp(List.of(agreement.srtpProfile())).encode());
    }
    return answer;
  }

  private static ServerKeyExchange keyExchange(
      ServerChoice choice, Agreement agreement, byte[] publicKey, HandshakeSettings settings) {
    byte[] signed =
        ServerKeyExchange.signedContent(
            agreement.clientRandom(), agreement.serverRandom(), choice.group().code(), publicKey);
    return new ServerKeyExchange(
        choice.group().code(),
        publicKey,
        choice.scheme().code(),
        settings.key().sign(choice.scheme(), signed));
  }
}
