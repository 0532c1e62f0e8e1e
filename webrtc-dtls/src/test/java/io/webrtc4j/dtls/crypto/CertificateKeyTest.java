package io.webrtc4j.dtls.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.DecodeException;
import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateKeyTest {
  private static final Instant FROM = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant TO = Instant.parse("2026-03-31T10:00:00Z");
  private static final SigningKey KEY = SigningKey.generateP256(new SplittableRandom(4));
  private static final byte[] CERTIFICATE =
      SelfSignedCertificate.encode(KEY, new SplittableRandom(5), FROM, TO);
  private static final byte[] CONTENT = {1, 2, 3};

  @Test
  void theJdkTakesOurCertificate() throws Exception {
    X509Certificate certificate = jdks();
    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getVersion()).isEqualTo(3);
    assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=WebRTC");
    assertThat(certificate.getIssuerX500Principal().getName()).isEqualTo("CN=WebRTC");
    assertThat(certificate.getNotBefore().toInstant()).isEqualTo(FROM);
    assertThat(certificate.getNotAfter().toInstant()).isEqualTo(TO);
    assertThat(certificate.getSerialNumber().signum()).isPositive();
    assertThat(certificate.getSerialNumber().bitLength()).isGreaterThan(64);
  }

  @Test
  void theJdkVerifiesOurSignature() throws Exception {
    Signature verifier = Signature.getInstance("SHA256withECDSA");
    verifier.initVerify(jdks().getPublicKey());
    verifier.update(CONTENT);
    byte[] signature = KEY.sign(SignatureScheme.ECDSA_SECP256R1_SHA256, CONTENT);
    assertThat(verifier.verify(signature)).isTrue();
  }

  private static X509Certificate jdks() throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(CERTIFICATE));
  }

  @Test
  void aCurveThatIsNotKnownIsRefused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp521r1"));
    byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
    byte[] certificate = ForgedCertificate.of(SubjectPublicKeyInfo.getInstance(encoded));
    assertThatThrownBy(() -> CertificateKey.parse(certificate))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("neither RSA nor ECDSA on secp256r1 or secp384r1");
  }

  @ParameterizedTest
  @CsvSource({
    "secp256r1, SHA256withECDSA, ECDSA_SECP256R1_SHA256",
    "secp256r1, SHA384withECDSA, ECDSA_SECP384R1_SHA384",
    "secp384r1, SHA256withECDSA, ECDSA_SECP256R1_SHA256",
    "secp384r1, SHA384withECDSA, ECDSA_SECP384R1_SHA384"
  })
  void ecdsaSignaturesOfTheJdkAreVerified(String curve, String jdkName, SignatureScheme scheme)
      throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    KeyPair pair = generator.generateKeyPair();
    Signature signer = Signature.getInstance(jdkName);
    signer.initSign(pair.getPrivate());
    signer.update(CONTENT);
    byte[] signature = signer.sign();
    CertificateKey key =
        CertificateKey.parse(
            ForgedCertificate.of(SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())));
    assertThat(key.type()).isEqualTo(CertificateType.ECDSA_SIGN);
    assertThat(key.verify(scheme, CONTENT, signature)).isTrue();
    assertThat(key.verify(scheme, new byte[3], signature)).isFalse();
    assertThat(key.verify(SignatureScheme.RSA_PKCS1_SHA256, CONTENT, signature)).isFalse();
  }

  @Test
  void onlyTheOwnersSignatureOfThatContentIsVerified() throws DecodeException {
    CertificateKey key = CertificateKey.parse(CERTIFICATE);
    SignatureScheme scheme = SignatureScheme.ECDSA_SECP256R1_SHA256;
    byte[] signature = KEY.sign(scheme, CONTENT);
    assertThat(key.fits(scheme)).isTrue();
    assertThat(key.verify(scheme, CONTENT, signature)).isTrue();
    assertThat(key.verify(scheme, new byte[3], signature)).isFalse();
    byte[] others = SigningKey.generateP256(new SplittableRandom(6)).sign(scheme, CONTENT);
    assertThat(key.verify(scheme, CONTENT, others)).isFalse();
    for (int at = 0; at < signature.length; at++) {
      byte[] changed = signature.clone();
      changed[at] ^= 1;
      assertThat(key.verify(scheme, CONTENT, changed)).isFalse();
    }
  }

  @Property(tries = 500)
  void anyBytesAreNoSignature(@ForAll @Size(max = 100) byte[] signature) throws DecodeException {
    CertificateKey key = CertificateKey.parse(CERTIFICATE);
    assertThat(key.verify(SignatureScheme.ECDSA_SECP256R1_SHA256, CONTENT, signature)).isFalse();
  }

  @Property(tries = 500)
  void anyBytesAreNoCertificate(@ForAll @Size(max = 300) byte[] bytes) {
    assertThatThrownBy(() -> CertificateKey.parse(bytes)).isInstanceOf(DecodeException.class);
  }

  @Test
  void aChangedCertificateIsReadOrRefused() {
    for (int at = 0; at < CERTIFICATE.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = CERTIFICATE.clone();
        changed[at] ^= (byte) (1 << bit);
        try {
          assertThat(CertificateKey.parse(changed)).isNotNull();
        } catch (DecodeException e) {
          assertThat(e).hasMessageContaining(" ");
        }
      }
    }
  }

  @Test
  void theSameRandomNumbersGiveTheSameCertificate() {
    assertThat(SelfSignedCertificate.encode(KEY, new SplittableRandom(5), FROM, TO))
        .isEqualTo(CERTIFICATE);
  }
}
