package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCException;
import io.webrtc4j.RTCIceCandidate;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.RTCTrackEvent;
import io.webrtc4j.testkit.VirtualHost;
import io.webrtc4j.testkit.VirtualNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * Two connections in virtual time whose descriptions a test carries by hand. Nothing happens
 * between two calls of the test unless it waits, as between two lines of a page's script.
 */
final class Peers {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  final VirtualNetwork network = new VirtualNetwork(1);
  final VirtualHost alice = network.host("alice").address("10.0.0.1");
  final VirtualHost bob = network.host("bob").address("10.0.0.2");
  final RTCPeerConnection a;
  final RTCPeerConnection b;

  Peers() {
    this(RTCConfiguration.defaults(), RTCConfiguration.defaults());
  }

  Peers(RTCConfiguration ofA, RTCConfiguration ofB) {
    this.a = new RTCPeerConnection(ofA, alice.settings());
    this.b = new RTCPeerConnection(ofB, bob.settings());
  }

  /** Waits for {@code stage} as {@code await} does in a script. */
  <T> T await(CompletionStage<T> stage) {
    return network.await(stage, LIMIT);
  }

  /** Lets an operation take its course, whatever comes of it. */
  static void start(CompletionStage<?> operation) {
    Objects.requireNonNull(operation);
  }

  /** The name of the error that {@code stage} fails with. */
  String refused(CompletionStage<?> stage) {
    return nameOf(() -> await(stage));
  }

  /** The name of the error that {@code call} throws at once. */
  static String thrown(ThrowingCallable call) {
    return nameOf(call);
  }

  private static String nameOf(ThrowingCallable call) {
    RTCException error = catchThrowableOfType(RTCException.class, call);
    assertThat(error).as("an error").isNotNull();
    return error.name();
  }

  /** Lets all that is under way happen. */
  void settle() {
    network.run(Duration.ofSeconds(1));
  }

  /** One applies an offer of its own, the other takes it over. */
  void offer(RTCPeerConnection from, RTCPeerConnection to) {
    await(from.setLocalDescription());
    await(to.setRemoteDescription(local(from)));
  }

  /** One applies an answer of its own, the other takes it over. */
  void answer(RTCPeerConnection from, RTCPeerConnection to) {
    await(from.setLocalDescription());
    await(to.setRemoteDescription(local(from)));
  }

  /** A whole exchange. */
  void negotiate(RTCPeerConnection offerer, RTCPeerConnection answerer) {
    offer(offerer, answerer);
    answer(answerer, offerer);
  }

  /** A whole exchange, by a. */
  void negotiate() {
    negotiate(a, b);
  }

  /** Candidates go to the other side as they come; to be called before there are any. */
  void trickle() {
    trickle(a, b);
    trickle(b, a);
  }

  private void trickle(RTCPeerConnection from, RTCPeerConnection to) {
    List<RTCIceCandidate> early = new ArrayList<>();
    from.onIceCandidate(
        event -> {
          if (event.candidate() != null) {
            early.add(event.candidate());
          }
          deliver(early, to);
        });
    to.onSignalingStateChange(event -> deliver(early, to));
  }

  private static void deliver(List<RTCIceCandidate> candidates, RTCPeerConnection to) {
    if (to.remoteDescription() != null) {
      candidates.forEach(candidate -> start(to.addIceCandidate(candidate)));
      candidates.clear();
    }
  }

  /** A whole exchange with candidates, until both are connected. */
  void connect() {
    trickle();
    negotiate();
    awaitConnected();
  }

  void awaitConnected() {
    assertThat(network.runUntil(() -> isConnected(a) && isConnected(b), LIMIT))
        .as("%s %s", a.failureReason(), b.failureReason())
        .isTrue();
  }

  static boolean isConnected(RTCPeerConnection connection) {
    return connection.connectionState() == RTCPeerConnectionState.CONNECTED;
  }

  static RTCSessionDescriptionInit local(RTCPeerConnection connection) {
    RTCSessionDescription local = connection.localDescription();
    return Objects.requireNonNull(local, "no local description").toJSON();
  }

  /** A description with the same text and another type. */
  static RTCSessionDescriptionInit as(RTCSdpType type, RTCSessionDescriptionInit description) {
    return new RTCSessionDescriptionInit(type, description.sdp());
  }

  static RTCSessionDescriptionInit offer(String sdp) {
    return new RTCSessionDescriptionInit(RTCSdpType.OFFER, sdp);
  }

  static RTCSessionDescriptionInit rollback() {
    return new RTCSessionDescriptionInit(RTCSdpType.ROLLBACK, "");
  }

  /** The track events of a connection from now on. */
  static List<RTCTrackEvent> trackEvents(RTCPeerConnection connection) {
    List<RTCTrackEvent> events = new ArrayList<>();
    connection.onTrack(events::add);
    return events;
  }

  /** The types of the connection's events from now on, in order; candidates aside. */
  static List<String> events(RTCPeerConnection connection) {
    List<String> types = new ArrayList<>();
    connection.onNegotiationNeeded(event -> types.add(event.type()));
    connection.onSignalingStateChange(event -> types.add(event.type()));
    connection.onIceGatheringStateChange(event -> types.add(event.type()));
    connection.onIceConnectionStateChange(event -> types.add(event.type()));
    connection.onConnectionStateChange(event -> types.add(event.type()));
    connection.onTrack(event -> types.add("track"));
    connection.onDataChannel(event -> types.add("datachannel"));
    return types;
  }
}
