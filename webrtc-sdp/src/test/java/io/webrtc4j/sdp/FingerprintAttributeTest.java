package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FingerprintAttributeTest {
  private static final String SHA_1 = "4A:AD:B9:B1:3F:82:18:3B:54:02:12:DF:3E:5D:49:6B:19:E5:7C:AB";

  private static FingerprintAttribute parse(String value) {
    return (FingerprintAttribute) Parsing.line("a=fingerprint:" + value);
  }

  @Test
  void theExampleOfRfc8122IsUnderstood() {
    FingerprintAttribute fingerprint = parse("SHA-1 " + SHA_1);
    assertThat(fingerprint.isBy("sha-1")).isTrue();
    assertThat(fingerprint.isBy("sha-256")).isFalse();
    assertThat(fingerprint.digest()).hasSize(20).startsWith(0x4A, 0xAD);
    assertThat(fingerprint.digestText()).isEqualTo(SHA_1);
  }

  @Test
  void letterCaseIsKept() {
    for (String value :
        new String[] {
          "SHA-1 " + SHA_1, "sha-1 " + SHA_1, "sHa-1 " + SHA_1.toLowerCase(Locale.ROOT)
        }) {
      assertThat(parse(value).value()).isEqualTo(value);
    }
  }

  @Test
  void aDigestOfDigitsAloneHasNoLetterCase() {
    String digits = "md5 " + "00:".repeat(15) + "12";
    assertThat(parse(digits)).isEqualTo(FingerprintAttribute.of("md5", parse(digits).digest()));
  }

  @Test
  void mixedCaseBecomesUpperCase() {
    assertThat(parse("sha-1 " + SHA_1.replace("4A", "4a")).digestText()).isEqualTo(SHA_1);
  }

  @Test
  void aHashFunctionToComeIsKept() {
    assertThat(parse("sha3-256 00:FF").digest()).containsExactly(0x00, 0xFF);
  }

  @Test
  void theDigestIsNotSharedWithTheCaller() {
    byte[] digest = new byte[32];
    FingerprintAttribute fingerprint = FingerprintAttribute.of("sha-256", digest);
    digest[0] = 1;
    fingerprint.digest()[0] = 1;
    assertThat(fingerprint).isEqualTo(FingerprintAttribute.of("sha-256", new byte[32]));
  }

  @Test
  void aDigestOfTheWrongLengthIsMisuse() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FingerprintAttribute.of("sha-256", new byte[20]))
        .withMessageContaining("sha-256");
  }
}
