package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCOfferOptions;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCSessionDescriptionInit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** restartIce and what it asks of the offers after it (§4.4.2, §4.7). */
class RestartIceTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;

  private static List<String> ufrags(String sdp) {
    return sdp.lines().filter(line -> line.startsWith("a=ice-ufrag:")).distinct().toList();
  }

  private static List<String> local(RTCPeerConnection connection) {
    return ufrags(connection.localDescription().sdp());
  }

  private void establish() {
    a.addTransceiver("audio");
    peers.negotiate();
    peers.settle();
  }

  @Test
  void withoutItAnOfferKeepsTheCredentials() {
    establish();
    List<String> before = local(a);
    List<String> peersBefore = local(b);
    peers.negotiate();
    assertThat(local(a)).isEqualTo(before);
    assertThat(local(b)).isEqualTo(peersBefore);
  }

  @Test
  void beforeTheFirstOfferItChangesNothing() {
    a.restartIce();
    establish();
    List<String> before = local(a);
    peers.negotiate();
    assertThat(local(a)).isEqualTo(before);
  }

  @Test
  void theNextOfferAndItsAnswerHaveNewCredentials() {
    establish();
    List<String> before = local(a);
    List<String> peersBefore = local(b);
    a.restartIce();
    assertThat(local(a)).isEqualTo(before);
    peers.negotiate();
    assertThat(local(a)).doesNotContainAnyElementsOf(before);
    assertThat(local(b)).doesNotContainAnyElementsOf(peersBefore);
    List<String> after = local(a);
    peers.negotiate();
    assertThat(local(a)).isEqualTo(after);
  }

  @Test
  void theOptionOfAnOfferDoesTheSame() {
    establish();
    List<String> before = local(a);
    RTCSessionDescriptionInit offer = peers.await(a.createOffer(new RTCOfferOptions(true)));
    assertThat(ufrags(offer.sdp())).doesNotContainAnyElementsOf(before);
    RTCSessionDescriptionInit without = peers.await(a.createOffer());
    assertThat(ufrags(without.sdp())).isEqualTo(before);
  }

  @Test
  void aRollbackDoesNotForgetIt() {
    establish();
    List<String> before = local(a);
    a.restartIce();
    peers.await(a.setLocalDescription());
    assertThat(local(a)).doesNotContainAnyElementsOf(before);
    List<String> events = Peers.events(a);
    peers.await(a.setLocalDescription(Peers.rollback()));
    assertThat(local(a)).isEqualTo(before);
    peers.settle();
    assertThat(events).contains("negotiationneeded");
    peers.negotiate();
    assertThat(local(a)).doesNotContainAnyElementsOf(before);
  }

  @Test
  void itMayBeAskedForWhileAnOfferIsPending() {
    establish();
    List<String> before = local(a);
    peers.offer(a, b);
    a.restartIce();
    List<String> events = new ArrayList<>();
    a.onNegotiationNeeded(event -> events.add(event.type()));
    peers.settle();
    assertThat(events).isEmpty();
    peers.answer(b, a);
    peers.settle();
    assertThat(events).hasSize(1);
    assertThat(local(a)).isEqualTo(before);
    peers.negotiate();
    assertThat(local(a)).doesNotContainAnyElementsOf(before);
    peers.settle();
    assertThat(events).hasSize(1);
  }

  @Test
  void theAnswererMayAskForItAndThePeersOwnRestartIsEnough() {
    establish();
    List<String> before = local(b);
    b.restartIce();
    peers.negotiate(); // An answer without restart of the offerer cannot restart.
    assertThat(local(b)).isEqualTo(before);
    List<String> events = new ArrayList<>();
    b.onNegotiationNeeded(event -> events.add(event.type()));
    a.restartIce();
    peers.negotiate();
    peers.settle();
    assertThat(local(b)).doesNotContainAnyElementsOf(before);
    assertThat(events).isEmpty();
  }

  @Test
  void aClosedConnectionLetsItPass() {
    a.close();
    a.restartIce();
    assertThat(a.signalingState().toString()).isEqualTo("closed");
  }
}
