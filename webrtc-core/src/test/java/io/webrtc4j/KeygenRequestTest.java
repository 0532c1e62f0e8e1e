package io.webrtc4j;

import static io.webrtc4j.Errors.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** generateCertificate of W3C WebRTC §4.9.1. */
class KeygenRequestTest {
  private static final Map<String, Object> ECDSA = Map.of("name", "ECDSA", "namedCurve", "P-256");
  private static final Map<String, Object> RSA =
      Map.of(
          "name",
          "RSASSA-PKCS1-v1_5",
          "modulusLength",
          2048,
          "publicExponent",
          new byte[] {1, 0, 1},
          "hash",
          "SHA-256");

  @Test
  void theTwoThatMustBeSupportedAre() {
    Duration thirtyDays = Duration.ofDays(30);
    assertThat(KeygenRequest.of(ECDSA))
        .isEqualTo(new KeygenRequest(RTCKeygenAlgorithm.ECDSA_P256, thirtyDays));
    assertThat(KeygenRequest.of(RSA))
        .isEqualTo(new KeygenRequest(RTCKeygenAlgorithm.RSASSA_PKCS1_V1_5_2048, thirtyDays));
  }

  @Test
  void theNameIsReadWithoutRegardToCaseAndTheExponentMayBeANumber() {
    assertThat(KeygenRequest.of(with(ECDSA, "name", "ecdsa")).algorithm())
        .isEqualTo(RTCKeygenAlgorithm.ECDSA_P256);
    assertThat(KeygenRequest.of(with(RSA, "publicExponent", 65_537)).algorithm())
        .isEqualTo(RTCKeygenAlgorithm.RSASSA_PKCS1_V1_5_2048);
  }

  @Test
  void anyOtherIsANotSupportedError() {
    assertError("NotSupportedError", () -> KeygenRequest.of(Map.of("name", "invalid-algo")));
    assertError("NotSupportedError", () -> KeygenRequest.of(with(ECDSA, "namedCurve", "P-384")));
    assertError("NotSupportedError", () -> KeygenRequest.of(with(RSA, "modulusLength", 1024)));
    assertError("NotSupportedError", () -> KeygenRequest.of(with(RSA, "hash", "SHA-1")));
    assertError(
        "NotSupportedError", () -> KeygenRequest.of(with(RSA, "publicExponent", new byte[] {3})));
    assertError("NotSupportedError", () -> KeygenRequest.of(with(RSA, "publicExponent", 3)));
  }

  @Test
  void aMissingMemberOrOneOfAnotherTypeIsATypeError() {
    assertError("TypeError", () -> KeygenRequest.of(Map.of()));
    assertError("TypeError", () -> KeygenRequest.of(Map.of("name", "ECDSA")));
    assertError("TypeError", () -> KeygenRequest.of(with(RSA, "modulusLength", "2048")));
    assertError("TypeError", () -> KeygenRequest.of(with(RSA, "publicExponent", "65537")));
    assertError("TypeError", () -> KeygenRequest.of(with(RSA, "hash", 256)));
    assertError("TypeError", () -> KeygenRequest.of(with(ECDSA, "expires", "invalid")));
    assertError("TypeError", () -> KeygenRequest.of(with(ECDSA, "expires", -1)));
    assertError("TypeError", () -> KeygenRequest.of(with(ECDSA, "expires", Double.NaN)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "2000, 2000",
    "31536000000, 31536000000",
    "31536000001, 31536000000",
    "9007199254740991, 31536000000"
  })
  void aCertificateIsValidForWhatWasAskedButAYearAtMost(long asked, long given) {
    assertThat(KeygenRequest.of(with(ECDSA, "expires", asked)).validity())
        .isEqualTo(Duration.ofMillis(given));
  }

  @Test
  void aCertificateExpiresAtTheMillisecond() {
    Instant now = Instant.parse("2026-01-01T00:00:00.250Z");
    RTCCertificate certificate =
        RTCCertificate.generate(KeygenRequest.of(with(ECDSA, "expires", 2000)), new Random(1), now);
    assertThat(certificate.expires()).isEqualTo(now.plusMillis(2000));
    // What the peer reads ends within the next second, and not before.
    assertThat(certificate.certificate().notAfter())
        .isEqualTo(Instant.parse("2026-01-01T00:00:03Z"));
    assertThat(certificate.getFingerprints())
        .singleElement()
        .satisfies(
            fingerprint -> {
              assertThat(fingerprint.algorithm()).isEqualTo("sha-256");
              assertThat(fingerprint.value()).matches("[0-9a-f]{2}(:[0-9a-f]{2}){31}");
            });
  }

  private static Map<String, Object> with(
      Map<String, Object> algorithm, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(algorithm);
    changed.put(name, value);
    return changed;
  }
}
