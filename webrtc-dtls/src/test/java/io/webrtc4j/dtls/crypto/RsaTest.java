package io.webrtc4j.dtls.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.DecodeException;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** RSA keys, certificates and signatures, against the JDK's. */
class RsaTest {
  private static final Instant FROM = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant TO = Instant.parse("2026-03-31T10:00:00Z");
  private static final SigningKey KEY = SigningKey.generateRsa(new SplittableRandom(4));
  private static final byte[] CERTIFICATE =
      SelfSignedCertificate.encode(KEY, new SplittableRandom(5), FROM, TO);
  private static final byte[] CONTENT = {1, 2, 3};

  @Test
  void theJdkTakesOurCertificate() throws Exception {
    X509Certificate certificate = jdks();
    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getVersion()).isEqualTo(3);
    assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withRSA");
    RSAPublicKey key = (RSAPublicKey) certificate.getPublicKey();
    assertThat(key.getModulus().bitLength()).isEqualTo(2048);
    assertThat(key.getPublicExponent()).isEqualTo(65537);
  }

  @Test
  void theKeyIsAsFips186Wants() {
    RSAPrivateCrtKeyParameters key = RsaKeyPair.generate(new SplittableRandom(9));
    assertThat(key.getP().isProbablePrime(80)).isTrue();
    assertThat(key.getQ().isProbablePrime(80)).isTrue();
    assertThat(key.getP().multiply(key.getQ())).isEqualTo(key.getModulus());
    assertThat(key.getModulus().bitLength()).isEqualTo(2048);
    assertThat(key.getP().subtract(key.getQ()).bitLength()).isGreaterThan(924);
    assertThat(key.getExponent().bitLength()).isGreaterThan(1024);
    BigInteger message = BigInteger.valueOf(1234567);
    assertThat(
            message
                .modPow(key.getExponent(), key.getModulus())
                .modPow(key.getPublicExponent(), key.getModulus()))
        .isEqualTo(message);
  }

  static Stream<SignatureScheme> schemes() {
    return Arrays.stream(SignatureScheme.values())
        .filter(scheme -> scheme.certificateType() == CertificateType.RSA_SIGN);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void theJdkVerifiesOurSignatures(SignatureScheme scheme) throws Exception {
    Signature verifier = jdks(scheme);
    verifier.initVerify(jdks().getPublicKey());
    verifier.update(CONTENT);
    byte[] signature = KEY.sign(scheme, CONTENT);
    assertThat(verifier.verify(signature)).isTrue();
    assertThat(KEY.sign(scheme, CONTENT)).isEqualTo(signature);
  }

  private static X509Certificate jdks() throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(CERTIFICATE));
  }

  private static Signature jdks(SignatureScheme scheme) throws Exception {
    String bits = scheme.name().substring(scheme.name().length() - 3);
    if (scheme.name().startsWith("RSA_PKCS1")) {
      return Signature.getInstance("SHA" + bits + "withRSA");
    }
    Signature pss = Signature.getInstance("RSASSA-PSS");
    pss.setParameter(
        new PSSParameterSpec(
            "SHA-" + bits,
            "MGF1",
            new MGF1ParameterSpec("SHA-" + bits),
            Integer.parseInt(bits) / 8,
            1));
    return pss;
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void onlyTheOwnersSignatureOfThatContentIsVerified(SignatureScheme scheme)
      throws DecodeException {
    CertificateKey key = CertificateKey.parse(CERTIFICATE);
    byte[] signature = KEY.sign(scheme, CONTENT);
    assertThat(key.type()).isEqualTo(CertificateType.RSA_SIGN);
    assertThat(key.verify(scheme, CONTENT, signature)).isTrue();
    assertThat(key.verify(scheme, new byte[3], signature)).isFalse();
    assertThat(key.verify(SignatureScheme.ECDSA_SECP256R1_SHA256, CONTENT, signature)).isFalse();
    for (SignatureScheme other : SignatureScheme.values()) {
      assertThat(key.verify(other, CONTENT, signature)).isEqualTo(other == scheme);
    }
    for (int at = 0; at < signature.length; at += 15) {
      byte[] changed = signature.clone();
      changed[at] ^= 1;
      assertThat(key.verify(scheme, CONTENT, changed)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void noBytesOfAnyLengthAreASignature(SignatureScheme scheme) throws DecodeException {
    CertificateKey key = CertificateKey.parse(CERTIFICATE);
    for (int length : new int[] {0, 1, 100, 255, 256, 257, 1000, 65_535}) {
      for (int value : new int[] {0, 1, 0x7f, 0xff}) {
        byte[] signature = new byte[length];
        Arrays.fill(signature, (byte) value);
        assertThat(key.verify(scheme, CONTENT, signature)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "512, 65537, has 512 bits",
    "1024, 65537, has 1024 bits",
    "2047, 65537, has 2047 bits",
    "8193, 65537, has 8193 bits",
    "60000, 65537, has 60000 bits",
    "2048, 1, bad exponent",
    "2048, 2, bad exponent",
    "2048, 65536, bad exponent",
    "2048, 131073, bad exponent"
  })
  void keysThatProveNothingOrCostTooMuchAreRefused(int bits, int exponent, String reason) {
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    assertThatThrownBy(() -> parse(modulus, exponent))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void anEvenModulusIsRefused() {
    assertThatThrownBy(() -> parse(BigInteger.ONE.shiftLeft(2047), 3))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void theLongestKeysAreTaken() throws DecodeException {
    for (int bits : new int[] {2048, 3072, 4096, 8192}) {
      BigInteger modulus = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
      CertificateKey key = parse(modulus, 65537);
      byte[] signature = new byte[bits / 8];
      signature[bits / 8 - 1] = 2;
      for (SignatureScheme scheme : SignatureScheme.values()) {
        assertThat(key.verify(scheme, CONTENT, signature)).isFalse();
      }
    }
  }

  private static CertificateKey parse(BigInteger modulus, int exponent) throws DecodeException {
    return CertificateKey.parse(ForgedCertificate.rsa(modulus, BigInteger.valueOf(exponent)));
  }
}
