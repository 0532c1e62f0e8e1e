package io.webrtc4j.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against OpenSSL's DTLS 1.2 over the loopback, in both roles, with certificates on both sides. */
class OpenSslTest {
  private static final int HANDSHAKE_TYPE_OFFSET = 13;
  private static final byte HELLO_VERIFY_REQUEST = 3;

  private final ForeignIdentity identity = new ForeignIdentity();

  @TempDir private Path directory;
  private String pem = "";

  @BeforeEach
  void writeCertificate() throws IOException {
    Path file = directory.resolve("opponent.pem");
    identity.writePem(file);
    pem = file.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 1200})
  void ourClientTalksToItsServer(int mtu) throws IOException {
    DtlsEndpoint client = endpoint(DtlsRole.CLIENT, mtu);
    try (OpenSslProcess server = server("-mtu", String.valueOf(mtu))) {
      talk(client, server);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 1200})
  void ourServerTalksToItsClient(int mtu) throws IOException {
    DtlsEndpoint server = endpoint(DtlsRole.SERVER, mtu);
    try (OpenSslProcess client = client("-mtu", String.valueOf(mtu))) {
      talk(server, client);
    }
    assertThat(server.session().peerCertificate()).isEqualTo(identity.certificate);
  }

  @Test
  void ourClientAnswersAHelloVerifyRequest() throws IOException {
    DtlsEndpoint client = endpoint(DtlsRole.CLIENT, 1200);
    try (OpenSslProcess server = server("-listen")) {
      talk(client, server);
      assertThat(server.received().get(0)[HANDSHAKE_TYPE_OFFSET]).isEqualTo(HELLO_VERIFY_REQUEST);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"P-256", "X25519:P-256"})
  void bothGroupsAreUnderstood(String group) throws IOException {
    DtlsEndpoint client = endpoint(DtlsRole.CLIENT, 1200);
    try (OpenSslProcess server = server("-groups", group)) {
      talk(client, server);
    }
    DtlsEndpoint ours = endpoint(DtlsRole.SERVER, 1200);
    try (OpenSslProcess peer = client("-groups", group)) {
      talk(ours, peer);
    }
    assertThat(client.session().group())
        .isEqualTo(ours.session().group())
        .isEqualTo(group.equals("P-256") ? "secp256r1" : "x25519");
  }

  @Test
  void srtpKeysAreTheSameOnBothSides() throws IOException {
    DtlsConfig config =
        config(DtlsRole.CLIENT, 1200)
            .withSrtpProtectionProfiles(List.of(SrtpProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80));
    DtlsEndpoint client = new DtlsEndpoint(config, 9).start();
    String[] arguments = {
      "-use_srtp",
      "SRTP_AES128_CM_SHA1_80",
      "-keymatexport",
      "EXTRACTOR-dtls_srtp",
      "-keymatexportlen",
      "60"
    };
    try (OpenSslProcess server = verboseServer(arguments)) {
      assertThat(server.run(client, () -> server.output().contains("Keying material: ")))
          .as(server.output())
          .isTrue();
      String keys =
          HexFormat.of()
              .withUpperCase()
              .formatHex(client.session().exportKeyingMaterial("EXTRACTOR-dtls_srtp", 60));
      assertThat(server.output()).contains("Keying material: " + keys);
    }
    assertThat(client.session().srtpProtectionProfile())
        .isEqualTo(SrtpProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80);
  }

  @Test
  void aServerThatDoesNotAskForOurCertificateIsTalkedToAllTheSame() throws IOException {
    DtlsEndpoint client = endpoint(DtlsRole.CLIENT, 1200);
    try (OpenSslProcess server =
        OpenSslProcess.server(List.of("-cert", pem, "-key", pem, "-quiet"))) {
      talk(client, server);
    }
  }

  @Test
  void aClientThatHasNoCertificateIsRefused() throws IOException {
    DtlsEndpoint server = endpoint(DtlsRole.SERVER, 1200);
    try (OpenSslProcess client = OpenSslProcess.client(List.of("-quiet"))) {
      assertThat(client.run(server, () -> Pair.failed(server))).as(client.output()).isTrue();
    }
    assertThat(server.failure()).contains("expected the peer's certificate, came none");
  }

  @Test
  void itsAlertEndsOurHandshake() throws IOException {
    DtlsEndpoint client = endpoint(DtlsRole.CLIENT, 1200);
    try (OpenSslProcess server = server("-cipher", "ECDHE-ECDSA-CHACHA20-POLY1305")) {
      assertThat(server.run(client, () -> Pair.failed(client))).as(server.output()).isTrue();
    }
    assertThat(client.failure()).contains("handshake_failure", "awaited ServerHello");
  }

  @Test
  void itRefusesARenegotiationAsWeDo() throws IOException {
    DtlsEndpoint client = endpoint(DtlsRole.CLIENT, 1200);
    try (OpenSslProcess server = verboseServer()) {
      assertThat(server.run(client, client::isConnected)).isTrue();
      // The letter r makes s_server ask for a renegotiation.
      server.type("r");
      assertThat(server.run(client, () -> client.connection.counters().unexpectedRecords() > 0))
          .isTrue();
      assertThat(client.isConnected()).isTrue();
    }
  }

  private void talk(DtlsEndpoint ours, OpenSslProcess peer) throws IOException {
    assertThat(peer.run(ours, ours::isConnected))
        .as("%s %s", ours.failure(), peer.output())
        .isTrue();
    assertThat(ours.session().extendedMasterSecret()).isTrue();
    peer.type("from openssl");
    assertThat(peer.run(ours, () -> !ours.received.isEmpty())).as(peer.output()).isTrue();
    assertThat(new String(ours.received.get(0), StandardCharsets.UTF_8))
        .isEqualTo("from openssl\n");
    ours.send("from here\n".getBytes(StandardCharsets.UTF_8));
    assertThat(peer.run(ours, () -> peer.output().contains("from here")))
        .as(peer.output())
        .isTrue();
  }

  private DtlsConfig config(DtlsRole role, int maxDatagramSize) {
    return DtlsConfig.of(role, Pair.CLIENT_CERTIFICATE, List.of(identity.fingerprint()))
        .withMaxDatagramSize(maxDatagramSize);
  }

  private DtlsEndpoint endpoint(DtlsRole role, int maxDatagramSize) {
    return new DtlsEndpoint(config(role, maxDatagramSize), 9).start();
  }

  private OpenSslProcess server(String... arguments) throws IOException {
    return OpenSslProcess.server(with(List.of("-quiet"), arguments));
  }

  private OpenSslProcess verboseServer(String... arguments) throws IOException {
    return OpenSslProcess.server(with(List.of(), arguments));
  }

  private OpenSslProcess client(String... arguments) throws IOException {
    return OpenSslProcess.client(
        Stream.concat(
                Stream.of("-cert", pem, "-key", pem, "-quiet", "-nocommands"), Stream.of(arguments))
            .toList());
  }

  private List<String> with(List<String> common, String... arguments) {
    return Stream.of(List.of("-cert", pem, "-key", pem, "-Verify", "1"), common, List.of(arguments))
        .flatMap(List::stream)
        .toList();
  }
}
