package io.webrtc4j.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.dtls.crypto.CertificateType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Vector;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against Bouncy Castle's DTLS 1.2, in both roles, with certificates on both sides. */
class BouncyCastleTest {
  private static final byte[] GREETING = "from bouncy castle".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ANSWER = "from here".getBytes(StandardCharsets.UTF_8);
  private static final SignatureAndHashAlgorithm ECDSA_SHA256 =
      new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa);

  private static final SignatureAndHashAlgorithm RSA_SHA256 =
      new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.rsa);

  private int[] suites = {CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256};
  private boolean extendedMasterSecret = true;
  private final BcTlsCrypto crypto = new BcTlsCrypto(new SecureRandom());
  private ForeignIdentity identity = ForeignIdentity.ECDSA_P256;

  static Stream<Arguments> everyCertificateInDatagramsOfAnySize() {
    return Stream.of(ForeignIdentity.values())
        .flatMap(opponent -> Stream.of(128, 400, 1200).map(size -> Arguments.of(opponent, size)));
  }

  @ParameterizedTest
  @MethodSource
  void everyCertificateInDatagramsOfAnySize(ForeignIdentity opponent, int maxDatagramSize)
      throws Exception {
    identity = opponent;
    if (opponent.isRsa()) {
      suites = new int[] {CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256};
    }
    for (DtlsRole role : DtlsRole.values()) {
      talk(role, maxDatagramSize);
    }
  }

  @ParameterizedTest
  @EnumSource(io.webrtc4j.dtls.crypto.CipherSuite.class)
  void everySuiteInBothRoles(io.webrtc4j.dtls.crypto.CipherSuite suite) throws Exception {
    boolean rsa = suite.certificateType() == CertificateType.RSA_SIGN;
    identity = rsa ? ForeignIdentity.RSA_2048 : ForeignIdentity.ECDSA_P256;
    suites = new int[] {suite.code()};
    for (DtlsRole role : DtlsRole.values()) {
      assertThat(talk(role, 1200).cipherSuite()).isEqualTo(suite.name());
    }
  }

  @Test
  void aClientWithoutExtendedMasterSecretIsTalkedToAllTheSame() throws Exception {
    extendedMasterSecret = false;
    assertThat(talk(DtlsRole.SERVER, 1200).extendedMasterSecret()).isFalse();
  }

  private DtlsSession talk(DtlsRole role, int maxDatagramSize) throws Exception {
    DtlsEndpoint ours = endpoint(role, maxDatagramSize);
    try (BouncyCastlePeer peer =
        new BouncyCastlePeer(
            role == DtlsRole.CLIENT
                ? transport -> new DTLSServerProtocol().accept(new Server(), transport)
                : transport -> new DTLSClientProtocol().connect(new Client(), transport),
            GREETING)) {
      talk(ours, peer);
    }
    return ours.session();
  }

  private DtlsEndpoint endpoint(DtlsRole role, int maxDatagramSize) {
    DtlsConfig config =
        DtlsConfig.of(role, identity.likewise(), List.of(identity.fingerprint()))
            .withMaxDatagramSize(maxDatagramSize);
    return new DtlsEndpoint(config, 5).start();
  }

  private static void talk(DtlsEndpoint ours, BouncyCastlePeer peer) throws Exception {
    long start = System.nanoTime();
    long now = 0;
    while (!peer.firstData.isDone() && now < TimeUnit.SECONDS.toNanos(15)) {
      for (byte[] next = ours.poll(now); next != null; next = ours.poll(now)) {
        peer.toPeer.add(next);
      }
      byte[] datagram = peer.fromPeer.poll(5, TimeUnit.MILLISECONDS);
      now = System.nanoTime() - start;
      if (datagram != null) {
        ours.receive(datagram, now);
      }
      if (ours.nextDeadline() <= now) {
        ours.timeout(now);
      }
      if (!ours.received.isEmpty()) {
        assertThat(ours.received).containsExactly(GREETING);
        ours.received.clear();
        ours.send(ANSWER);
      }
    }
    assertThat(ours.failure()).isEmpty();
    assertThat(peer.firstData.get(1, TimeUnit.SECONDS)).isEqualTo(ANSWER);
  }

  private void checkOurs(TlsCertificate certificate) throws IOException {
    assertThat(certificate.getEncoded()).isEqualTo(identity.likewise().encoded());
  }

  private TlsCredentialedSigner credentials(TlsContext context) throws IOException {
    org.bouncycastle.tls.Certificate chain =
        new org.bouncycastle.tls.Certificate(
            new TlsCertificate[] {new BcTlsCertificate(crypto, identity.certificate)});
    return new BcDefaultTlsCredentialedSigner(
        new TlsCryptoParameters(context),
        crypto,
        PrivateKeyFactory.createKey(identity.pkcs8),
        chain,
        identity.isRsa() ? RSA_SHA256 : ECDSA_SHA256);
  }

  private final class Server extends DefaultTlsServer {
    Server() {
      super(crypto);
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
      return suites.clone();
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
      return credentials(context);
    }

    @Override
    protected TlsCredentialedSigner getRSASignerCredentials() throws IOException {
      return credentials(context);
    }

    @Override
    @SuppressWarnings("JdkObsolete") // Bouncy Castle's API has it.
    public CertificateRequest getCertificateRequest() {
      return new CertificateRequest(
          new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
          new Vector<>(List.of(ECDSA_SHA256, RSA_SHA256)),
          null);
    }

    @Override
    public void notifyClientCertificate(org.bouncycastle.tls.Certificate certificate)
        throws IOException {
      checkOurs(certificate.getCertificateAt(0));
    }
  }

  private final class Client extends DefaultTlsClient {
    Client() {
      super(crypto);
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
      return suites.clone();
    }

    @Override
    public boolean shouldUseExtendedMasterSecret() {
      return extendedMasterSecret;
    }

    @Override
    public TlsAuthentication getAuthentication() {
      return new TlsAuthentication() {
        @Override
        public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
          checkOurs(certificate.getCertificate().getCertificateAt(0));
        }

        @Override
        public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
          return credentials(context);
        }
      };
    }
  }
}
