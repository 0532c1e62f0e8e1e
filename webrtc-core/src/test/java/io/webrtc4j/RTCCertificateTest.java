package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RTCCertificateTest {
  @ParameterizedTest
  @EnumSource(RTCKeygenAlgorithm.class)
  void bothKindsAreMadeForThirtyDays(RTCKeygenAlgorithm algorithm) throws Exception {
    RTCCertificate certificate =
        RTCPeerConnection.generateCertificate(algorithm).get(30, TimeUnit.SECONDS);
    assertThat(Duration.between(Instant.now(), certificate.expires()))
        .isBetween(Duration.ofDays(29), Duration.ofDays(30));
    assertThat(certificate.getFingerprints())
        .singleElement()
        .satisfies(fingerprint -> assertThat(fingerprint.algorithm()).isEqualTo("sha-256"));
    // A key of 2048 bits alone has more bytes than a whole certificate on P-256.
    assertThat(certificate.certificate().encoded().length > 500)
        .isEqualTo(algorithm == RTCKeygenAlgorithm.RSASSA_PKCS1_V1_5_2048);
  }
}
