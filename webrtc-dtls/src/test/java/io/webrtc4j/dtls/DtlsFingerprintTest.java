package io.webrtc4j.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DtlsFingerprintTest {
  private static final byte[] CERTIFICATE = Pair.CLIENT_CERTIFICATE.encoded();

  @Test
  void isReadAndWrittenAsInSessionDescriptions() {
    DtlsFingerprint fingerprint = Pair.CLIENT_CERTIFICATE.fingerprint();
    assertThat(fingerprint.algorithm()).isEqualTo("sha-256");
    assertThat(fingerprint.colonHex()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    assertThat(fingerprint).hasToString("sha-256 " + fingerprint.colonHex());
    assertThat(DtlsFingerprint.parse("SHA-256", fingerprint.colonHex().toLowerCase(Locale.ROOT)))
        .isEqualTo(fingerprint)
        .hasSameHashCodeAs(fingerprint);
  }

  @Test
  void otherFunctionsDifferAndSomeDoNotCount() {
    assertThat(DtlsFingerprint.of("sha-512", CERTIFICATE).digest()).hasSize(64);
    assertThat(DtlsFingerprint.of("sha-384", CERTIFICATE))
        .isNotEqualTo(DtlsFingerprint.of("sha-512", CERTIFICATE));
    assertThat(new DtlsFingerprint("sha-1", new byte[20]).isSupported()).isFalse();
    assertThat(new DtlsFingerprint("md5", new byte[16]).isSupported()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> DtlsFingerprint.of("sha-1", CERTIFICATE));
  }

  @Test
  void whatIsNoFingerprintIsRefused() {
    for (String bad : List.of("", "AB", "AB:CD", "ZZ:00", "ABCD", ":")) {
      assertThatIllegalArgumentException().isThrownBy(() -> DtlsFingerprint.parse("sha-256", bad));
    }
  }

  @Test
  void ofSeveralFunctionsTheBestCountsAlone() {
    DtlsFingerprint right256 = DtlsFingerprint.of("sha-256", CERTIFICATE);
    DtlsFingerprint wrong256 = Pair.STRANGER.fingerprint();
    DtlsFingerprint right512 = DtlsFingerprint.of("sha-512", CERTIFICATE);
    DtlsFingerprint sha1 = new DtlsFingerprint("sha-1", new byte[20]);
    assertThat(complaint(right256)).isNull();
    assertThat(complaint(right512)).isNull();
    assertThat(complaint(sha1, wrong256, right256)).isNull();
    assertThat(complaint(right512, wrong256)).contains("expected", "came");
    assertThat(complaint(wrong256)).contains(right256.toString(), wrong256.toString());
  }

  private static String complaint(DtlsFingerprint... offered) {
    return new RemoteFingerprints(List.of(offered)).complaint(CERTIFICATE);
  }

  @Test
  void aConfigurationNeedsAFingerprintThatProvesSomething() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DtlsConfig.of(
                    DtlsRole.CLIENT,
                    Pair.CLIENT_CERTIFICATE,
                    List.of(new DtlsFingerprint("sha-1", new byte[20]))))
        .withMessageContaining("SHA-256");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DtlsConfig.of(DtlsRole.CLIENT, Pair.CLIENT_CERTIFICATE, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pair.clientConfig().withMaxDatagramSize(127));
  }
}
