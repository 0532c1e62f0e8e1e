package io.webrtc4j;

import static io.webrtc4j.Errors.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C WebRTC §4.4.1.1 (Constructor) and §4.4.1.5 (Set the configuration). */
class ConfigurationRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final RTCConfiguration DEFAULTS = RTCConfiguration.defaults();

  private final RTCCertificate first = RTCCertificate.generate(new Random(1), NOW);
  private final RTCCertificate second = RTCCertificate.generate(new Random(2), NOW);

  @Test
  void theDefaultsAreValidAndKept() {
    assertThat(ConfigurationRules.check(DEFAULTS, NOW)).isEqualTo(DEFAULTS);
    assertThat(ConfigurationRules.checkChange(DEFAULTS, DEFAULTS, true)).isEqualTo(DEFAULTS);
  }

  @Test
  void anExpiredCertificateIsAnInvalidAccessErrorWhereverItStands() {
    RTCConfiguration configuration =
        RTCConfiguration.builder().certificates(first, shortLived()).build();
    assertThat(ConfigurationRules.check(configuration, NOW.plusSeconds(2)))
        .isEqualTo(configuration);
    assertError(
        "InvalidAccessError",
        () -> ConfigurationRules.check(configuration, NOW.plusSeconds(2).plusMillis(1)));
  }

  @Test
  void certificatesCannotChange() {
    RTCConfiguration before = RTCConfiguration.builder().certificates(first, second).build();
    assertThat(ConfigurationRules.checkChange(before, before.toBuilder().build(), false))
        .isEqualTo(before);
    assertFixed(before, before.toBuilder().certificates(second, first).build());
    assertFixed(before, before.toBuilder().certificates(first).build());
    assertFixed(before, DEFAULTS);
    assertFixed(DEFAULTS, before);
  }

  @Test
  void policiesCannotChange() {
    assertFixed(
        DEFAULTS, RTCConfiguration.builder().bundlePolicy(RTCBundlePolicy.MAX_BUNDLE).build());
    assertFixed(DEFAULTS, RTCConfiguration.builder().alwaysNegotiateDataChannels(true).build());
  }

  @Test
  void theTransportPolicyAndTheServersCanChange() {
    RTCConfiguration after =
        RTCConfiguration.builder()
            .iceTransportPolicy(RTCIceTransportPolicy.RELAY)
            .iceServers(new RTCIceServer("turn:turn.example.org", "user", "credential"))
            .build();
    assertThat(ConfigurationRules.checkChange(DEFAULTS, after, true)).isEqualTo(after);
  }

  @Test
  void thePoolSizeCanChangeUntilALocalDescriptionIsSet() {
    RTCConfiguration after = RTCConfiguration.builder().iceCandidatePoolSize(1).build();
    assertThat(ConfigurationRules.checkChange(DEFAULTS, after, false)).isEqualTo(after);
    assertFixed(DEFAULTS, after);
  }

  @Test
  void aServerNeedsAUrl() {
    assertServer("SyntaxError", new RTCIceServer(Collections.emptyList()));
  }

  @Test
  void everyUrlOfEveryServerIsLookedAt() {
    assertServer("SyntaxError", new RTCIceServer(List.of("stun:a.example.org", "")));
    assertError(
        "SyntaxError",
        () ->
            ConfigurationRules.checkChange(
                DEFAULTS,
                RTCConfiguration.builder()
                    .iceServers(new RTCIceServer("stun:a"), new RTCIceServer("stun:a/b"))
                    .build(),
                false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"turn:turn.example.org", "turns:turn.example.org"})
  void aTurnServerNeedsBothCredentials(String url) {
    assertServer("InvalidAccessError", new RTCIceServer(url));
    assertServer("InvalidAccessError", new RTCIceServer(url, "user", null));
    assertServer("InvalidAccessError", new RTCIceServer(url, null, "credential"));
    assertAccepted(new RTCIceServer(url, "user", "credential"));
    assertAccepted(new RTCIceServer(url, "", ""));
  }

  @Test
  void aStunServerNeedsNone() {
    assertAccepted(new RTCIceServer("stun:stun.example.org"));
    assertAccepted(new RTCIceServer("stun:stun.example.org", "user", null));
  }

  @ParameterizedTest
  @CsvSource({"508, true", "509, false"})
  void aUsernameHasFewerThan509Bytes(int bytes, boolean accepted) {
    RTCIceServer server =
        new RTCIceServer("turn:a", "\u00e9" + "u".repeat(bytes - 2), "credential");
    if (accepted) {
      assertAccepted(server);
    } else {
      assertServer("InvalidAccessError", server);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", "a\u007f", "\ud800"})
  void credentialsAreUnicodeWithoutControlCharacters(String text) {
    assertServer("InvalidAccessError", new RTCIceServer("turn:a", text, "credential"));
    assertServer("InvalidAccessError", new RTCIceServer("turn:a", "user", text));
  }

  @Test
  void serversBeyondThe32ndAreIgnored() {
    RTCIceServer valid = new RTCIceServer("stun:stun.example.org");
    List<RTCIceServer> servers =
        new ArrayList<>(Collections.nCopies(ConfigurationRules.MAX_ICE_SERVERS, valid));
    servers.add(new RTCIceServer("malformed"));
    RTCConfiguration configuration = RTCConfiguration.builder().iceServers(servers).build();
    assertThat(ConfigurationRules.check(configuration, NOW).iceServers()).hasSize(32);
    servers.remove(0);
    assertError(
        "SyntaxError",
        () ->
            ConfigurationRules.check(RTCConfiguration.builder().iceServers(servers).build(), NOW));
  }

  private RTCCertificate shortLived() {
    return RTCCertificate.generate(
        new KeygenRequest(RTCKeygenAlgorithm.ECDSA_P256, Duration.ofSeconds(2)),
        new Random(3),
        NOW);
  }

  private static void assertFixed(RTCConfiguration before, RTCConfiguration after) {
    assertError(
        "InvalidModificationError", () -> ConfigurationRules.checkChange(before, after, true));
  }

  private static void assertAccepted(RTCIceServer server) {
    RTCConfiguration configuration = RTCConfiguration.builder().iceServers(server).build();
    assertThat(ConfigurationRules.check(configuration, NOW)).isEqualTo(configuration);
  }

  private static void assertServer(String error, RTCIceServer server) {
    assertError(
        error,
        () -> ConfigurationRules.check(RTCConfiguration.builder().iceServers(server).build(), NOW));
  }
}
