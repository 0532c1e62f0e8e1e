package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C WebRTC §4.2. */
class RTCConfigurationTest {
  @Test
  void eachMemberHasTheW3cDefault() {
    RTCConfiguration configuration = RTCConfiguration.defaults();
    assertThat(configuration.iceServers()).isEmpty();
    assertThat(configuration.iceTransportPolicy()).isEqualTo(RTCIceTransportPolicy.ALL);
    assertThat(configuration.bundlePolicy()).isEqualTo(RTCBundlePolicy.BALANCED);
    assertThat(configuration.rtcpMuxPolicy()).isEqualTo(RTCRtcpMuxPolicy.REQUIRE);
    assertThat(configuration.certificates()).isEmpty();
    assertThat(configuration.iceCandidatePoolSize()).isZero();
    assertThat(configuration.alwaysNegotiateDataChannels()).isFalse();
  }

  @Test
  void aBuilderMadeOfAConfigurationKeepsEveryMember() {
    RTCConfiguration configuration =
        RTCConfiguration.builder()
            .iceServers(new RTCIceServer("stun:stun.example.org"))
            .iceTransportPolicy(RTCIceTransportPolicy.RELAY)
            .bundlePolicy(RTCBundlePolicy.MAX_BUNDLE)
            .certificates(RTCPeerConnection.generateCertificate().join())
            .iceCandidatePoolSize(255)
            .alwaysNegotiateDataChannels(true)
            .build();
    assertThat(configuration.toBuilder().build()).isEqualTo(configuration);
    assertThat(configuration.toBuilder().iceCandidatePoolSize(1).build())
        .isNotEqualTo(configuration);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 256})
  void aPoolSizeThatIsNoOctetIsATypeError(int size) {
    assertThatThrownBy(() -> RTCConfiguration.builder().iceCandidatePoolSize(size).build())
        .isInstanceOfSatisfying(
            RTCException.class, e -> assertThat(e.name()).isEqualTo("TypeError"));
  }

  @Test
  void aConfigurationDoesNotChangeWithTheListsItWasMadeOf() {
    List<String> urls = new ArrayList<>(List.of("stun:a.example.org"));
    RTCIceServer server = new RTCIceServer(urls);
    List<RTCIceServer> servers = new ArrayList<>(List.of(server));
    RTCConfiguration configuration = RTCConfiguration.builder().iceServers(servers).build();
    urls.add("stun:b.example.org");
    servers.add(new RTCIceServer("stun:c.example.org"));
    assertThat(configuration.iceServers()).containsExactly(new RTCIceServer("stun:a.example.org"));
  }

  @Test
  void credentialsAreNotShown() {
    RTCIceServer server = new RTCIceServer("turn:turn.example.org", "user", "secret");
    RTCConfiguration configuration = RTCConfiguration.builder().iceServers(server).build();
    assertThat(configuration.toString())
        .contains("turn:turn.example.org", "user")
        .doesNotContain("secret");
    assertThat(new RTCIceParameters("ufrag", "secret").toString())
        .contains("ufrag")
        .doesNotContain("secret");
  }

  @Test
  void offersRestartNothingByDefault() {
    assertThat(RTCOfferOptions.defaults()).isEqualTo(new RTCOfferOptions(false, null, null));
  }
}
