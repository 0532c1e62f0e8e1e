package io.webrtc4j.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sim.LinkConditions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DtlsHandshakeTest {
  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

  @Test
  void clientAndServerAgreeInTwoRoundTrips() {
    Pair pair = Pair.perfect();
    assertThat(pair.connect()).isTrue();
    assertThat(pair.link.now()).isEqualTo(Deadline.millis(80));
    assertThat(pair.client.events).singleElement().isInstanceOf(DtlsEvent.Connected.class);
    assertThat(pair.server.events).singleElement().isInstanceOf(DtlsEvent.Connected.class);
    assertThat(pair.link.aToB().sent()).isEqualTo(2);
    assertThat(pair.link.bToA().sent()).isEqualTo(2);
  }

  @Test
  void bothSidesTellTheSameSession() {
    Pair pair = Pair.connected();
    for (DtlsSession session : List.of(pair.client.session(), pair.server.session())) {
      assertThat(session.protocolVersion()).isEqualTo("DTLS 1.2");
      assertThat(session.tlsVersion()).isEqualTo("FEFD");
      assertThat(session.cipherSuite()).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
      assertThat(session.group()).isEqualTo("x25519");
      assertThat(session.extendedMasterSecret()).isTrue();
      assertThat(session.srtpProtectionProfile()).isNull();
    }
    assertThat(pair.client.session().peerCertificate())
        .isEqualTo(Pair.SERVER_CERTIFICATE.encoded());
    assertThat(pair.server.session().peerCertificate())
        .isEqualTo(Pair.CLIENT_CERTIFICATE.encoded());
    assertThat(pair.client.session().exportKeyingMaterial("EXTRACTOR-dtls_srtp", 60))
        .isEqualTo(pair.server.session().exportKeyingMaterial("EXTRACTOR-dtls_srtp", 60))
        .hasSize(60);
  }

  @Test
  void bothSidesMayHaveCertificatesOfAnyKind() {
    DtlsCertificate ecdsa = Pair.CLIENT_CERTIFICATE;
    DtlsCertificate rsa = Pair.Rsa.CERTIFICATE;
    for (DtlsCertificate clients : List.of(ecdsa, rsa)) {
      for (DtlsCertificate servers : List.of(ecdsa, rsa)) {
        Pair pair =
            new Pair(
                Pair.config(DtlsRole.CLIENT, clients, servers),
                Pair.config(DtlsRole.SERVER, servers, clients),
                LinkConditions.perfect(),
                1);
        assertThat(pair.connect()).isTrue();
        // The suite says what the server has; the client's may be of the other kind.
        assertThat(pair.client.session().cipherSuite())
            .isEqualTo(pair.server.session().cipherSuite())
            .isEqualTo(
                servers == rsa
                    ? "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
                    : "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
      }
    }
  }

  @Test
  void dataFlowsBothWays() {
    Pair pair = Pair.connected();
    assertThat(pair.client.send(HELLO)).isTrue();
    assertThat(pair.server.send(HELLO)).isTrue();
    pair.link.runFor(Deadline.millis(30));
    assertThat(pair.client.received).containsExactly(HELLO);
    assertThat(pair.server.received).containsExactly(HELLO);
  }

  @Test
  void nothingIsProtectedBeforeTheHandshakeIsComplete() {
    Pair pair = Pair.perfect();
    assertThat(pair.client.send(HELLO)).isFalse();
    assertThat(pair.server.send(HELLO)).isFalse();
  }

  @Test
  void closeNotifyEndsBothSides() {
    Pair pair = Pair.connected();
    pair.client.connection.close(pair.link.now());
    pair.link.runFor(Deadline.seconds(1));
    assertThat(pair.client.connection.state()).isEqualTo(DtlsState.CLOSED);
    assertThat(pair.server.connection.state()).isEqualTo(DtlsState.CLOSED);
    assertThat(pair.server.events).last().isInstanceOf(DtlsEvent.Closed.class);
    assertThat(pair.client.events).hasSize(1);
    assertThat(pair.client.send(HELLO)).isFalse();
    assertThat(pair.server.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void anIdleConnectionWantsNothing() {
    Pair pair = Pair.connected();
    assertThat(pair.client.nextDeadline()).isEqualTo(Deadline.NEVER);
    assertThat(pair.server.nextDeadline()).isEqualTo(Deadline.NEVER);
    assertThat(pair.client.pollAll()).isEmpty();
  }

  @Test
  void srtpProfilesAreNegotiatedByTheServersPreference() {
    List<SrtpProtectionProfile> offered =
        List.of(
            SrtpProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80,
            SrtpProtectionProfile.SRTP_AEAD_AES_128_GCM);
    List<SrtpProtectionProfile> preferred =
        List.of(
            SrtpProtectionProfile.SRTP_AEAD_AES_256_GCM,
            SrtpProtectionProfile.SRTP_AEAD_AES_128_GCM,
            SrtpProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80);
    Pair pair =
        new Pair(
            Pair.clientConfig().withSrtpProtectionProfiles(offered),
            Pair.serverConfig().withSrtpProtectionProfiles(preferred),
            LinkConditions.perfect(),
            1);
    assertThat(pair.connect()).isTrue();
    assertThat(pair.client.session().srtpProtectionProfile())
        .isEqualTo(pair.server.session().srtpProtectionProfile())
        .isEqualTo(SrtpProtectionProfile.SRTP_AEAD_AES_128_GCM);
  }

  @Test
  void withoutACommonSrtpProfileThereIsNone() {
    Pair pair =
        new Pair(
            Pair.clientConfig()
                .withSrtpProtectionProfiles(
                    List.of(SrtpProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80)),
            Pair.serverConfig(),
            LinkConditions.perfect(),
            1);
    assertThat(pair.connect()).isTrue();
    assertThat(pair.client.session().srtpProtectionProfile()).isNull();
  }
}
