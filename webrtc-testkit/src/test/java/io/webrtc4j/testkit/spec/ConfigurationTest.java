package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCBundlePolicy;
import io.webrtc4j.RTCCertificate;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCIceServer;
import io.webrtc4j.RTCIceTransportPolicy;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtcpMuxPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a connection is configured with, and what of it may change (§4.4.1.6). */
class ConfigurationTest {
  private final Peers peers = new Peers();

  private static RTCConfiguration.Builder config() {
    return RTCConfiguration.builder();
  }

  private String constructed(RTCConfiguration configuration) {
    return Peers.thrown(() -> new RTCPeerConnection(configuration, peers.alice.settings()).close());
  }

  private String changed(RTCConfiguration.Builder change) {
    RTCConfiguration before = peers.a.getConfiguration();
    String error = Peers.thrown(() -> peers.a.setConfiguration(change.build()));
    assertThat(peers.a.getConfiguration()).isEqualTo(before);
    return error;
  }

  @Test
  void theDefaultsAreTheSpecifications() {
    RTCConfiguration configuration = peers.a.getConfiguration();
    assertThat(configuration.iceServers()).isEmpty();
    assertThat(configuration.iceTransportPolicy()).isEqualTo(RTCIceTransportPolicy.ALL);
    assertThat(configuration.bundlePolicy()).isEqualTo(RTCBundlePolicy.BALANCED);
    assertThat(configuration.rtcpMuxPolicy()).isEqualTo(RTCRtcpMuxPolicy.REQUIRE);
    assertThat(configuration.iceCandidatePoolSize()).isZero();
    assertThat(configuration.certificates()).isEmpty();
    assertThat(configuration.alwaysNegotiateDataChannels()).isFalse();
    peers.a.setConfiguration(RTCConfiguration.defaults());
  }

  @Test
  void whatIsSetIsGot() {
    RTCConfiguration configuration =
        config()
            .iceServers(
                new RTCIceServer("stun:stun.example.org"),
                new RTCIceServer("turn:turn.example.org:3478?transport=udp", "user", "secret"))
            .iceTransportPolicy(RTCIceTransportPolicy.RELAY)
            .bundlePolicy(RTCBundlePolicy.MAX_COMPAT)
            .iceCandidatePoolSize(4)
            .build();
    try (RTCPeerConnection connection =
        new RTCPeerConnection(configuration, peers.alice.settings())) {
      assertThat(connection.getConfiguration()).isEqualTo(configuration);
    }
  }

  @Test
  void urlsOfServersAreChecked() {
    for (String bad :
        List.of(
            "",
            "invalid",
            "stun.example.org",
            "http://example.org",
            "stun:",
            "stun://stun.example.org",
            "stun:stun.example.org/path",
            "stun:user@stun.example.org",
            "stun:stun.example.org#fragment",
            "stun:stun.example.org?transport=udp",
            "stun:stun.example.org:port")) {
      assertThat(constructed(config().iceServers(new RTCIceServer(bad)).build()))
          .as(bad)
          .isEqualTo("SyntaxError");
      assertThat(changed(config().iceServers(new RTCIceServer(bad))))
          .as(bad)
          .isEqualTo("SyntaxError");
    }
    assertThat(constructed(config().iceServers(new RTCIceServer(List.of())).build()))
        .isEqualTo("SyntaxError");
    for (String bad :
        List.of("turn:turn.example.org?transport=sctp", "turn:turn.example.org?foo=bar")) {
      assertThat(constructed(config().iceServers(new RTCIceServer(bad, "u", "p")).build()))
          .as(bad)
          .isEqualTo("SyntaxError");
    }
  }

  @Test
  void goodUrlsAreTaken() {
    peers.a.setConfiguration(
        config()
            .iceServers(
                new RTCIceServer("stun:stun.example.org"),
                new RTCIceServer("stun:192.0.2.1:3479"),
                new RTCIceServer("stun:[2001:db8::1]:3478"),
                new RTCIceServer("STUN:stun.example.org"),
                new RTCIceServer(
                    List.of("turn:turn.example.org", "turns:turn.example.org?transport=tcp"),
                    "user",
                    "secret"))
            .build());
    assertThat(peers.a.getConfiguration().iceServers()).hasSize(5);
  }

  @Test
  void turnNeedsCredentials() {
    for (RTCIceServer server :
        List.of(
            new RTCIceServer("turn:turn.example.org"),
            new RTCIceServer("turns:turn.example.org", "user", null),
            new RTCIceServer("turn:turn.example.org", null, "secret"))) {
      assertThat(constructed(config().iceServers(server).build())).isEqualTo("InvalidAccessError");
      assertThat(changed(config().iceServers(server))).isEqualTo("InvalidAccessError");
    }
  }

  @Test
  void aPoolHasZeroTo255Transports() {
    assertThat(Peers.thrown(() -> config().iceCandidatePoolSize(-1).build()))
        .isEqualTo("TypeError");
    assertThat(Peers.thrown(() -> config().iceCandidatePoolSize(256).build()))
        .isEqualTo("TypeError");
    peers.a.setConfiguration(config().iceCandidatePoolSize(255).build());
    assertThat(peers.a.getConfiguration().iceCandidatePoolSize()).isEqualTo(255);
  }

  @Test
  void thePoolIsFixedOnceALocalDescriptionWasSet() {
    peers.a.setConfiguration(config().iceCandidatePoolSize(1).build());
    peers.await(peers.a.setLocalDescription());
    assertThat(changed(config().iceCandidatePoolSize(2))).isEqualTo("InvalidModificationError");
    peers.a.setConfiguration(config().iceCandidatePoolSize(1).build());
  }

  @Test
  void bundlePolicyAndCertificatesAreFixed() {
    assertThat(changed(config().bundlePolicy(RTCBundlePolicy.MAX_BUNDLE)))
        .isEqualTo("InvalidModificationError");
    RTCCertificate certificate = RTCPeerConnection.generateCertificate().join();
    assertThat(changed(config().certificates(certificate))).isEqualTo("InvalidModificationError");
    RTCCertificate other = RTCPeerConnection.generateCertificate().join();
    try (RTCPeerConnection connection =
        new RTCPeerConnection(config().certificates(certificate).build(), peers.alice.settings())) {
      connection.setConfiguration(config().certificates(certificate).build());
      assertThat(
              Peers.thrown(() -> connection.setConfiguration(config().certificates(other).build())))
          .isEqualTo("InvalidModificationError");
      assertThat(Peers.thrown(() -> connection.setConfiguration(RTCConfiguration.defaults())))
          .isEqualTo("InvalidModificationError");
    }
  }

  @Test
  void serversAndTransportPolicyMayChange() {
    RTCConfiguration next =
        config()
            .iceServers(new RTCIceServer("stun:stun.example.org"))
            .iceTransportPolicy(RTCIceTransportPolicy.RELAY)
            .build();
    peers.a.setConfiguration(next);
    assertThat(peers.a.getConfiguration()).isEqualTo(next);
  }

  @Test
  void aClosedConnectionKeepsItsConfiguration() {
    RTCConfiguration before = peers.a.getConfiguration();
    peers.a.close();
    assertThat(peers.a.getConfiguration()).isEqualTo(before);
    assertThat(Peers.thrown(() -> peers.a.setConfiguration(RTCConfiguration.defaults())))
        .isEqualTo("InvalidStateError");
  }

  @Test
  void theCertificatesFingerprintIsInTheDescription() {
    RTCCertificate certificate = RTCPeerConnection.generateCertificate().join();
    RTCConfiguration configuration = config().certificates(certificate).build();
    Peers own = new Peers(configuration, RTCConfiguration.defaults());
    own.a.createDataChannel("data");
    String sdp = own.await(own.a.createOffer()).sdp();
    assertThat(certificate.getFingerprints()).isNotEmpty();
    certificate
        .getFingerprints()
        .forEach(
            each ->
                assertThat(sdp)
                    .containsIgnoringCase(
                        "a=fingerprint:" + each.algorithm() + " " + each.value()));
    assertThat(Duration.between(Instant.now(), certificate.expires())).isPositive();
  }

  @Test
  void relayAloneTellsNoAddressOfThisHost() {
    Peers relay =
        new Peers(
            config().iceTransportPolicy(RTCIceTransportPolicy.RELAY).build(),
            RTCConfiguration.defaults());
    relay.a.addTransceiver("audio");
    relay.await(relay.a.setLocalDescription());
    relay.settle();
    assertThat(relay.a.iceGatheringState().toString()).isEqualTo("complete");
    assertThat(relay.a.localDescription().sdp()).doesNotContain("a=candidate");
  }

  @Test
  void theBundlePolicyShowsInTheOffer() {
    assertThat(bundleOnly(RTCBundlePolicy.MAX_BUNDLE)).isEqualTo(2);
    assertThat(bundleOnly(RTCBundlePolicy.BALANCED)).isEqualTo(1);
    assertThat(bundleOnly(RTCBundlePolicy.MAX_COMPAT)).isZero();
  }

  private static long bundleOnly(RTCBundlePolicy policy) {
    Peers peers = new Peers(config().bundlePolicy(policy).build(), RTCConfiguration.defaults());
    peers.a.addTransceiver("audio");
    peers.a.addTransceiver("audio");
    peers.a.addTransceiver("video");
    String sdp = peers.await(peers.a.createOffer()).sdp();
    return sdp.lines().filter("a=bundle-only"::equals).count();
  }
}
