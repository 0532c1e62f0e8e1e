package io.webrtc4j.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Vector;
import java.util.concurrent.TimeUnit;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Against Bouncy Castle's DTLS 1.2, in both roles, with certificates on both sides. */
class BouncyCastleTest {
  private static final byte[] GREETING = "from bouncy castle".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ANSWER = "from here".getBytes(StandardCharsets.UTF_8);
  private static final SignatureAndHashAlgorithm ECDSA_SHA256 =
      new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa);

  private final BcTlsCrypto crypto = new BcTlsCrypto(new SecureRandom());
  private final ForeignIdentity identity = new ForeignIdentity();

  @ParameterizedTest
  @ValueSource(ints = {128, 400, 1200})
  void ourClientTalksToItsServer(int maxDatagramSize) throws Exception {
    DtlsEndpoint client = endpoint(DtlsRole.CLIENT, maxDatagramSize);
    try (BouncyCastlePeer peer =
        new BouncyCastlePeer(
            transport -> new DTLSServerProtocol().accept(new Server(), transport), GREETING)) {
      talk(client, peer);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 400, 1200})
  void ourServerTalksToItsClient(int maxDatagramSize) throws Exception {
    DtlsEndpoint server = endpoint(DtlsRole.SERVER, maxDatagramSize);
    try (BouncyCastlePeer peer =
        new BouncyCastlePeer(
            transport -> new DTLSClientProtocol().connect(new Client(), transport), GREETING)) {
      talk(server, peer);
    }
  }

  @Test
  void aes256IsNegotiatedWithWhoWantsNothingElse() throws Exception {
    DtlsEndpoint server = endpoint(DtlsRole.SERVER, 1200);
    Client client = new Client();
    client.suite = CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384;
    try (BouncyCastlePeer peer =
        new BouncyCastlePeer(
            transport -> new DTLSClientProtocol().connect(client, transport), GREETING)) {
      talk(server, peer);
    }
    assertThat(server.session().cipherSuite()).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
  }

  @Test
  void aClientWithoutExtendedMasterSecretIsTalkedToAllTheSame() throws Exception {
    DtlsEndpoint server = endpoint(DtlsRole.SERVER, 1200);
    Client client = new Client();
    client.extendedMasterSecret = false;
    try (BouncyCastlePeer peer =
        new BouncyCastlePeer(
            transport -> new DTLSClientProtocol().connect(client, transport), GREETING)) {
      talk(server, peer);
    }
    assertThat(server.session().extendedMasterSecret()).isFalse();
  }

  private DtlsEndpoint endpoint(DtlsRole role, int maxDatagramSize) {
    DtlsConfig config =
        DtlsConfig.of(role, Pair.CLIENT_CERTIFICATE, List.of(identity.fingerprint()))
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

  private static void checkOurs(TlsCertificate certificate) throws IOException {
    assertThat(certificate.getEncoded()).isEqualTo(Pair.CLIENT_CERTIFICATE.encoded());
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
        ECDSA_SHA256);
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
      return new int[] {CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256};
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
      return credentials(context);
    }

    @Override
    @SuppressWarnings("JdkObsolete") // Bouncy Castle's API has it.
    public CertificateRequest getCertificateRequest() {
      return new CertificateRequest(
          new short[] {ClientCertificateType.ecdsa_sign},
          new Vector<>(List.of(ECDSA_SHA256)),
          null);
    }

    @Override
    public void notifyClientCertificate(org.bouncycastle.tls.Certificate certificate)
        throws IOException {
      checkOurs(certificate.getCertificateAt(0));
    }
  }

  private final class Client extends DefaultTlsClient {
    private int suite = CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;
    private boolean extendedMasterSecret = true;

    Client() {
      super(crypto);
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
      return new int[] {suite};
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
