package io.webrtc4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCDataChannelInit;
import io.webrtc4j.RTCIceCandidate;
import io.webrtc4j.RTCIceCandidateInit;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.interop.browser.BrowserPeer;
import io.webrtc4j.interop.browser.BrowserPeer.Description;
import io.webrtc4j.interop.browser.PeersPage;
import io.webrtc4j.interop.shim.Route;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A connection of the library with a browser, candidates trickled; the test is the signalling. */
final class ConnectedPair implements AutoCloseable {
  /** The channel that the offerer makes before its offer, so that there is something to offer. */
  static final String FIRST_CHANNEL = "first";

  private final JvmPeer jvm;
  private final BrowserPeer browser;
  private final JvmChannel firstChannel;
  private final Route route;
  private final Queue<CompletableFuture<Void>> candidates = new ConcurrentLinkedQueue<>();

  private ConnectedPair(JvmPeer jvm, BrowserPeer browser, Offerer offerer, Route route) {
    this.route = route;
    this.jvm = jvm;
    this.browser = browser;
    jvm.onCandidate(this::handToBrowser);
    firstChannel = offerer == Offerer.JVM ? jvmOffers() : browserOffers();
    firstChannel.await("open");
    browser.awaitChannel(FIRST_CHANNEL, "open");
    assertThat(candidates)
        .as("candidates added")
        .noneMatch(CompletableFuture::isCompletedExceptionally);
  }

  /** Connects; the first channel is open on both sides. */
  static ConnectedPair connect(PeersPage page, Offerer offerer) {
    return connect(page, offerer, Route.DIRECT);
  }

  /** The same, along another route than the direct one. */
  static ConnectedPair connect(PeersPage page, Offerer offerer, Route route) {
    JvmPeer jvm = new JvmPeer(RTCConfiguration.defaults(), page::logs);
    return new ConnectedPair(jvm, page.peer(), offerer, route);
  }

  /** The same, of peers that were made for it. */
  static ConnectedPair connect(JvmPeer jvm, BrowserPeer browser, Offerer offerer) {
    return new ConnectedPair(jvm, browser, offerer, Route.DIRECT);
  }

  JvmPeer jvm() {
    return jvm;
  }

  BrowserPeer browser() {
    return browser;
  }

  /** The JVM's side of the first channel. */
  JvmChannel firstChannel() {
    return firstChannel;
  }

  @Override
  public void close() {
    jvm.close();
    browser.close();
  }

  private JvmChannel jvmOffers() {
    RTCPeerConnection pc = jvm.connection();
    JvmChannel channel = jvm.openChannel(FIRST_CHANNEL, RTCDataChannelInit.defaults());
    jvm.await(pc.setLocalDescription());
    Description answer = browser.answer(asDescription(pc.localDescription()));
    jvm.await(pc.setRemoteDescription(asInit(answer)));
    takeBrowsersCandidates();
    return channel;
  }

  private JvmChannel browserOffers() {
    RTCPeerConnection pc = jvm.connection();
    browser.openChannel(FIRST_CHANNEL, Map.of());
    jvm.await(pc.setRemoteDescription(asInit(browser.offer())));
    jvm.await(pc.setLocalDescription());
    browser.accept(asDescription(pc.localDescription()));
    takeBrowsersCandidates();
    return jvm.awaitChannel(FIRST_CHANNEL);
  }

  private void takeBrowsersCandidates() {
    browser.onCandidate(
        candidate -> {
          if (!candidate.isNull()) {
            handToJvm(candidate);
          }
        });
  }

  private void handToJvm(JsonNode candidate) {
    route
        .candidate(candidate.get("candidate").asText())
        .map(text -> asInit(candidate, text))
        .ifPresent(init -> candidates.add(jvm.connection().addIceCandidate(init)));
  }

  private void handToBrowser(RTCIceCandidate candidate) {
    RTCIceCandidateInit init = candidate.toJSON();
    route
        .candidate(init.candidate())
        .ifPresent(
            text -> {
              Map<String, Object> map = new HashMap<>();
              map.put("candidate", text);
              map.put("sdpMid", init.sdpMid());
              map.put("sdpMLineIndex", init.sdpMLineIndex());
              map.put("usernameFragment", init.usernameFragment());
              browser.addCandidate(map);
            });
  }

  private Description asDescription(RTCSessionDescription description) {
    return new Description(description.type().toString(), route.description(description.sdp()));
  }

  private RTCSessionDescriptionInit asInit(Description description) {
    RTCSdpType type = description.type().equals("offer") ? RTCSdpType.OFFER : RTCSdpType.ANSWER;
    return new RTCSessionDescriptionInit(type, route.description(description.sdp()));
  }

  private static RTCIceCandidateInit asInit(JsonNode candidate, String text) {
    return new RTCIceCandidateInit(
        text,
        candidate.path("sdpMid").textValue(),
        candidate.path("sdpMLineIndex").isInt() ? candidate.path("sdpMLineIndex").asInt() : null,
        candidate.path("usernameFragment").textValue());
  }
}
