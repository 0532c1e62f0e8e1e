package io.webrtc4j.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.dtls.crypto.CertificateType;
import io.webrtc4j.dtls.crypto.CipherSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against OpenSSL's DTLS 1.2 over the loopback, in both roles, with certificates on both sides. */
class OpenSslTest {
  private static final String LABEL = "EXTRACTOR-dtls_srtp";
  private static final Pattern KEYS = Pattern.compile("Keying material: [0-9A-F]{120}");
  private static final int HANDSHAKE_TYPE_OFFSET = 13;
  private static final byte HELLO_VERIFY_REQUEST = 3;

  private ForeignIdentity identity = ForeignIdentity.ECDSA_P256;
  private DtlsCertificate own = Pair.CLIENT_CERTIFICATE;

  @TempDir private Path directory;
  private String pem = "";

  @BeforeEach
  void writeCertificate() throws IOException {
    beAgainst(ForeignIdentity.ECDSA_P256);
  }

  private void beAgainst(ForeignIdentity opponent) throws IOException {
    identity = opponent;
    own = opponent.likewise();
    Path file = directory.resolve(opponent + ".pem");
    opponent.writePem(file);
    pem = file.toString();
  }

  static Stream<Arguments> everyCertificateInBothRolesAndInDatagramsOfAnySize() {
    return Stream.of(ForeignIdentity.values())
        .flatMap(
            opponent ->
                Stream.of(DtlsRole.values())
                    .flatMap(
                        role ->
                            Stream.of(256, 1200).map(mtu -> Arguments.of(opponent, role, mtu))));
  }

  @ParameterizedTest
  @MethodSource
  void everyCertificateInBothRolesAndInDatagramsOfAnySize(
      ForeignIdentity opponent, DtlsRole role, int mtu) throws IOException {
    beAgainst(opponent);
    DtlsEndpoint ours = endpoint(role, mtu);
    try (OpenSslProcess peer = peerOf(role, "-mtu", String.valueOf(mtu))) {
      talk(ours, peer);
      assertThat(peer.received())
          .allSatisfy(datagram -> assertThat(datagram.length).isLessThanOrEqualTo(mtu));
    }
    assertThat(ours.session().peerCertificate()).isEqualTo(opponent.certificate);
  }

  @ParameterizedTest
  @EnumSource(CipherSuite.class)
  void everySuiteInBothRoles(CipherSuite suite) throws IOException {
    boolean rsa = suite.certificateType() == CertificateType.RSA_SIGN;
    beAgainst(rsa ? ForeignIdentity.RSA_2048 : ForeignIdentity.ECDSA_P256);
    String name = suite.name().replace("TLS_", "").replace("_WITH", "").replace("_128", "128");
    String cipher =
        name.replace("_256_GCM", "256_GCM")
            .replace("POLY1305_SHA256", "POLY1305")
            .replace('_', '-');
    for (DtlsRole role : DtlsRole.values()) {
      DtlsEndpoint ours = endpoint(role, 1200);
      try (OpenSslProcess peer = peerOf(role, "-cipher", cipher)) {
        talk(ours, peer);
      }
      assertThat(ours.session().cipherSuite()).isEqualTo(suite.name());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RSA-PSS+SHA256",
        "RSA-PSS+SHA384",
        "RSA-PSS+SHA512",
        "RSA+SHA256",
        "RSA+SHA384",
        "RSA+SHA512"
      })
  void everyRsaSignatureInBothRoles(String scheme) throws IOException {
    beAgainst(ForeignIdentity.RSA_2048);
    for (DtlsRole role : DtlsRole.values()) {
      DtlsEndpoint ours = endpoint(role, 1200);
      // What it offers us, and what it signs with itself.
      try (OpenSslProcess peer = peerOf(role, "-sigalgs", scheme, "-client_sigalgs", scheme)) {
        talk(ours, peer);
      }
    }
  }

  @Test
  void bothSidesMayHaveDifferentKindsOfCertificates() throws IOException {
    beAgainst(ForeignIdentity.RSA_2048);
    own = Pair.CLIENT_CERTIFICATE;
    for (DtlsRole role : DtlsRole.values()) {
      DtlsEndpoint ours = endpoint(role, 1200);
      try (OpenSslProcess peer = peerOf(role)) {
        talk(ours, peer);
      }
    }
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

  static Stream<Arguments> srtpKeysAreTheSameOnBothSides() {
    return Stream.of(
        Arguments.of(DtlsRole.CLIENT, "SRTP_AES128_CM_SHA1_80", ForeignIdentity.RSA_2048),
        Arguments.of(DtlsRole.SERVER, "SRTP_AES128_CM_SHA1_80", ForeignIdentity.ECDSA_P256),
        Arguments.of(DtlsRole.CLIENT, "SRTP_AES128_CM_SHA1_32", ForeignIdentity.ECDSA_P256),
        Arguments.of(DtlsRole.SERVER, "SRTP_AEAD_AES_128_GCM", ForeignIdentity.RSA_2048),
        Arguments.of(DtlsRole.CLIENT, "SRTP_AEAD_AES_256_GCM", ForeignIdentity.ECDSA_P256),
        Arguments.of(DtlsRole.SERVER, "SRTP_AEAD_AES_256_GCM", ForeignIdentity.ECDSA_P256));
  }

  @ParameterizedTest
  @MethodSource
  void srtpKeysAreTheSameOnBothSides(DtlsRole role, String profile, ForeignIdentity opponent)
      throws IOException {
    beAgainst(opponent);
    DtlsConfig config =
        config(role, 300).withSrtpProtectionProfiles(List.of(SrtpProtectionProfile.values()));
    DtlsEndpoint ours = new DtlsEndpoint(config, 9).start();
    String[] arguments = {
      "-use_srtp", profile, "-keymatexport", LABEL, "-keymatexportlen", "60", "-mtu", "300"
    };
    try (OpenSslProcess peer = verbosePeerOf(role, arguments)) {
      assertThat(peer.run(ours, () -> KEYS.matcher(peer.output()).find()))
          .as(ours.failure() + peer.output())
          .isTrue();
      String keys =
          HexFormat.of().withUpperCase().formatHex(ours.session().exportKeyingMaterial(LABEL, 60));
      assertThat(peer.output()).contains("Keying material: " + keys).contains("profile=" + profile);
      assertThat(String.valueOf(ours.session().srtpProtectionProfile()).replace("HMAC_", ""))
          .isEqualTo(profile);
    }
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
    try (OpenSslProcess server = server("-cipher", "ECDHE-ECDSA-AES256-CCM")) {
      assertThat(server.run(client, () -> Pair.failed(client))).as(server.output()).isTrue();
    }
    assertThat(client.failure()).contains("handshake_failure", "awaited ServerHello");
  }

  @Test
  void itUnderstandsOurAlert() throws IOException {
    DtlsConfig config = DtlsConfig.of(DtlsRole.CLIENT, own, List.of(Pair.STRANGER.fingerprint()));
    DtlsEndpoint client = new DtlsEndpoint(config, 9).start();
    try (OpenSslProcess server = verboseServer()) {
      assertThat(server.run(client, () -> server.output().contains("alert"))).isTrue();
      assertThat(server.output()).contains("alert bad certificate");
    }
  }

  @ParameterizedTest
  @EnumSource(DtlsRole.class)
  void itIsToldThatWeDoNotRenegotiate(DtlsRole role) throws IOException {
    DtlsEndpoint ours = endpoint(role, 1200);
    try (OpenSslProcess peer = verbosePeerOf(role)) {
      assertThat(peer.run(ours, ours::isConnected)).as(peer.output()).isTrue();
      // The letter makes s_server and s_client begin a renegotiation.
      peer.type(role == DtlsRole.CLIENT ? "r" : "R");
      assertThat(peer.run(ours, () -> peer.output().contains("no renegotiation")))
          .as(peer.output())
          .isTrue();
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
    return DtlsConfig.of(role, own, List.of(identity.fingerprint()))
        .withMaxDatagramSize(maxDatagramSize);
  }

  private DtlsEndpoint endpoint(DtlsRole role, int maxDatagramSize) {
    return new DtlsEndpoint(config(role, maxDatagramSize), 9).start();
  }

  private OpenSslProcess peerOf(DtlsRole role, String... arguments) throws IOException {
    return role == DtlsRole.CLIENT ? server(arguments) : client(arguments);
  }

  private OpenSslProcess verbosePeerOf(DtlsRole role, String... arguments) throws IOException {
    return role == DtlsRole.CLIENT
        ? verboseServer(arguments)
        : OpenSslProcess.client(with(List.of(), arguments));
  }

  private OpenSslProcess server(String... arguments) throws IOException {
    return OpenSslProcess.server(with(List.of("-Verify", "1", "-quiet"), arguments));
  }

  private OpenSslProcess verboseServer(String... arguments) throws IOException {
    return OpenSslProcess.server(with(List.of("-Verify", "1"), arguments));
  }

  private OpenSslProcess client(String... arguments) throws IOException {
    return OpenSslProcess.client(with(List.of("-quiet", "-nocommands"), arguments));
  }

  private List<String> with(List<String> common, String... arguments) {
    return Stream.of(List.of("-cert", pem, "-key", pem), common, List.of(arguments))
        .flatMap(List::stream)
        .toList();
  }
}
