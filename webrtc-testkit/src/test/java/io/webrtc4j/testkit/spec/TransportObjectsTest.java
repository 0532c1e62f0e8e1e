package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCBundlePolicy;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCDtlsTransport;
import io.webrtc4j.RTCIceRole;
import io.webrtc4j.RTCIceTransport;
import io.webrtc4j.RTCIceTransportState;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCSctpTransport;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * RTCDtlsTransport and RTCIceTransport, and the states that follow from theirs (§4.3, §5.5, §5.6).
 */
class TransportObjectsTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;

  @Test
  void transportsComeWithDescriptionsAndStayThose() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    assertThat(transceiver.sender().transport()).isNull();
    peers.offer(a, b);
    RTCDtlsTransport transport = transceiver.sender().transport();
    assertThat(transport).isNotNull();
    assertThat(transceiver.receiver().transport()).isSameAs(transport);
    assertThat(transport.state().toString()).isEqualTo("new");
    assertThat(transport.iceTransport()).isSameAs(transport.iceTransport());
    assertThat(b.getTransceivers().get(0).sender().transport()).isNull();
    peers.answer(b, a);
    assertThat(transceiver.sender().transport()).isSameAs(transport);
    assertThat(b.getTransceivers().get(0).receiver().transport()).isNotNull();
    peers.negotiate(b, a);
    assertThat(transceiver.sender().transport()).isSameAs(transport);
  }

  @Test
  void bundledSectionsShareOneTransport() {
    RTCRtpTransceiver audio = a.addTransceiver("audio");
    RTCRtpTransceiver video = a.addTransceiver("video");
    a.createDataChannel("data");
    peers.negotiate();
    assertThat(audio.sender().transport()).isSameAs(video.sender().transport());
    assertThat(a.sctp().transport()).isSameAs(audio.sender().transport());
    assertThat(b.sctp().transport()).isSameAs(b.getTransceivers().get(1).receiver().transport());
  }

  @Test
  void aTransportThatBundlingMakesNeedlessIsClosed() {
    Peers compat =
        new Peers(
            RTCConfiguration.builder().bundlePolicy(RTCBundlePolicy.MAX_COMPAT).build(),
            RTCConfiguration.defaults());
    RTCRtpTransceiver audio = compat.a.addTransceiver("audio");
    RTCRtpTransceiver video = compat.a.addTransceiver("video");
    compat.offer(compat.a, compat.b);
    RTCDtlsTransport needless = video.sender().transport();
    assertThat(needless).isNotSameAs(audio.sender().transport());
    compat.answer(compat.b, compat.a);
    compat.settle();
    assertThat(video.sender().transport()).isSameAs(audio.sender().transport());
    assertThat(needless.state().toString()).isEqualTo("closed");
    assertThat(needless.iceTransport().state().toString()).isEqualTo("closed");
  }

  @Test
  void dataGoesOnOverTheTransportThatFollowsABundlesFirstSection() {
    RTCRtpTransceiver first = a.addTransceiver("audio");
    a.addTransceiver("video");
    RTCDataChannel channel = a.createDataChannel("data");
    List<Object> received = new ArrayList<>();
    b.onDataChannel(event -> event.channel().onMessage(message -> received.add(message.data())));
    peers.connect();
    peers.settle();
    RTCSctpTransport sctp = a.sctp();
    RTCDtlsTransport before = sctp.transport();
    first.stop();
    peers.offer(a, b);
    channel.send("while the offer is open");
    peers.answer(b, a);
    channel.send("while they connect anew");
    peers.awaitConnected();
    peers.settle();
    assertThat(received).containsExactly("while the offer is open", "while they connect anew");
    assertThat(a.sctp()).isSameAs(sctp);
    assertThat(sctp.state().toString()).isEqualTo("connected");
    assertThat(sctp.transport()).isNotSameAs(before);
    assertThat(sctp.transport().state().toString()).isEqualTo("connected");
    assertThat(before.state().toString()).isEqualTo("closed");
    assertThat(channel.readyState().toString()).isEqualTo("open");
  }

  @Test
  void theStatesOfDtlsAreToldInTurnAndThePeersCertificateIsThere() throws CertificateException {
    a.addTrack(MediaStreamTrack.audio());
    peers.trickle();
    peers.offer(a, b);
    RTCDtlsTransport transport = a.getSenders().get(0).transport();
    List<String> states = new ArrayList<>();
    transport.onStateChange(event -> states.add(transport.state().toString()));
    assertThat(transport.getRemoteCertificates()).isEmpty();
    peers.answer(b, a);
    peers.awaitConnected();
    assertThat(states).containsExactly("connecting", "connected");
    List<byte[]> certificates = transport.getRemoteCertificates();
    assertThat(certificates).hasSize(1);
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificates.get(0)));
    assertThat(certificate.getPublicKey()).isNotNull();
  }

  @Test
  void thePeersGoodbyeClosesTheTransportAlone() {
    a.createDataChannel("data");
    peers.connect();
    b.close();
    peers.settle();
    assertThat(a.sctp().transport().state().toString()).isEqualTo("closed");
    assertThat(a.connectionState()).isEqualTo(RTCPeerConnectionState.CONNECTED);
  }

  @Test
  void iceHasItsRoleParametersAndPair() {
    a.createDataChannel("data");
    peers.trickle();
    peers.offer(a, b);
    RTCIceTransport ice = a.sctp().transport().iceTransport();
    assertThat(ice.role()).isEqualTo(RTCIceRole.CONTROLLING);
    assertThat(ice.component().toString()).isEqualTo("rtp");
    assertThat(ice.state().toString()).isEqualTo("new");
    assertThat(ice.getSelectedCandidatePair()).isNull();
    assertThat(a.localDescription().sdp())
        .contains("a=ice-ufrag:" + ice.getLocalParameters().usernameFragment())
        .contains("a=ice-pwd:" + ice.getLocalParameters().password());
    assertThat(ice.getRemoteParameters()).isNull();
    assertThat(ice.getRemoteCandidates()).isEmpty();
    List<String> pairs = new ArrayList<>();
    ice.onStateChange(
        event -> {
          if (ice.state() == RTCIceTransportState.CONNECTED) {
            assertThat(ice.getSelectedCandidatePair()).isNotNull();
            pairs.add("connected");
          }
        });
    ice.onSelectedCandidatePairChange(
        event -> {
          assertThat(ice.getSelectedCandidatePair()).isNotNull();
          pairs.add(event.type() + ", " + ice.state());
        });
    peers.answer(b, a);
    peers.awaitConnected();
    peers.settle();
    RTCIceTransport other = b.sctp().transport().iceTransport();
    assertThat(other.role()).isEqualTo(RTCIceRole.CONTROLLED);
    assertThat(ice.getRemoteParameters()).isEqualTo(other.getLocalParameters());
    assertThat(pairs).startsWith("selectedcandidatepairchange, connected", "connected");
    assertThat(ice.getSelectedCandidatePair().local().address()).isEqualTo("10.0.0.1");
    assertThat(ice.getSelectedCandidatePair().remote().address()).isEqualTo("10.0.0.2");
    assertThat(ice.getLocalCandidates()).isNotEmpty();
    assertThat(ice.getRemoteCandidates().stream().map(c -> c.address())).contains("10.0.0.2");
    assertThat(ice.gatheringState().toString()).isEqualTo("complete");
  }

  @Test
  void aLostPeerIsDisconnectedAndComesBack() {
    a.createDataChannel("data");
    peers.connect();
    peers.settle();
    List<String> states = new ArrayList<>();
    a.onConnectionStateChange(event -> states.add(a.connectionState().toString()));
    peers.bob.up(false);
    peers.network.run(Duration.ofSeconds(15));
    peers.bob.up(true);
    peers.network.run(Duration.ofSeconds(15));
    assertThat(states).startsWith("disconnected").endsWith("connected");
    states.clear();
    peers.bob.up(false);
    peers.network.run(Duration.ofMinutes(2));
    assertThat(states).containsExactly("disconnected", "failed");
    assertThat(a.iceConnectionState().toString()).isEqualTo("failed");
    assertThat(a.signalingState().toString()).isEqualTo("stable");
  }

  @Test
  void aRestartOfIceChangesParametersAndKeepsTheObject() {
    a.createDataChannel("data");
    peers.connect();
    peers.settle();
    RTCDtlsTransport transport = a.sctp().transport();
    String before = transport.iceTransport().getLocalParameters().usernameFragment();
    String peersBefore = transport.iceTransport().getRemoteParameters().usernameFragment();
    a.restartIce();
    peers.negotiate();
    peers.settle();
    assertThat(a.sctp().transport()).isSameAs(transport);
    assertThat(transport.iceTransport().getLocalParameters().usernameFragment())
        .isNotEqualTo(before);
    assertThat(transport.iceTransport().getRemoteParameters().usernameFragment())
        .isNotEqualTo(peersBefore);
    assertThat(transport.state().toString()).isEqualTo("connected");
    peers.network.run(Duration.ofMinutes(1));
    assertThat(a.connectionState()).isEqualTo(RTCPeerConnectionState.CONNECTED);
  }
}
