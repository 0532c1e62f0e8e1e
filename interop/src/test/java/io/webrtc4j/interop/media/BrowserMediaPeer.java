package io.webrtc4j.interop.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.webrtc4j.RTCIceCandidateInit;
import io.webrtc4j.interop.browser.BrowserPeer;
import io.webrtc4j.interop.browser.BrowserPeer.Description;
import io.webrtc4j.interop.browser.PeersPage;
import io.webrtc4j.testkit.browser.BrowserKind;
import java.util.Map;
import java.util.function.Consumer;

/** The browser's side of a scenario, in a page. */
final class BrowserMediaPeer implements MediaPeer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BrowserKind kind;
  private final PeersPage page;
  private final BrowserPeer peer;

  BrowserMediaPeer(BrowserKind kind, PeersPage page, Map<String, ?> configuration) {
    this.kind = kind;
    this.page = page;
    this.peer = page.peerForMedia(configuration);
  }

  /** Calls a function of the page's flow.js. */
  JsonNode flow(String function, Object... arguments) {
    return peer.call(function, arguments);
  }

  /** Has the page negotiate by itself from now on. */
  void negotiate(boolean polite) {
    peer.call("negotiate", polite);
  }

  /** Hands over what the page's negotiator signals: a description or a candidate. */
  void onSignal(Consumer<JsonNode> then) {
    peer.onEvent("signal", then);
  }

  /** Gives the page's negotiator what the other one signals. */
  void take(Map<String, ?> message) {
    peer.call("take", message);
  }

  /** What the page's negotiator did: {@code sent}, {@code taken} and {@code errors}. */
  JsonNode negotiated() {
    return peer.call("negotiated");
  }

  static RTCIceCandidateInit candidate(JsonNode json) {
    return as(RTCIceCandidateInit.class, json);
  }

  @Override
  public void addTrack(String track, String kind, String... streams) {
    peer.call("addTrack", track, kind, streams);
  }

  @Override
  public void removeTrack(String track) {
    peer.call("removeTrack", track);
  }

  @Override
  public void addTransceiver(String kind, TransceiverInit init) {
    peer.call("addTransceiver", kind, init);
  }

  @Override
  public void setDirection(int transceiver, String direction) {
    peer.call("setDirection", transceiver, direction);
  }

  @Override
  public void stop(int transceiver) {
    peer.call("stop", transceiver);
  }

  @Override
  public void replaceTrack(int transceiver, String kind) {
    peer.call("replaceTrack", transceiver, kind);
  }

  @Override
  public void setCodecPreferences(int transceiver, String... mimeTypes) {
    peer.call("setCodecPreferences", transceiver, mimeTypes);
  }

  @Override
  public void restartIce() {
    peer.call("restartIce");
  }

  @Override
  public void openChannel(String label) {
    peer.openChannel(label, Map.of());
  }

  @Override
  public void awaitOpen(String label) {
    peer.awaitChannel(label, "open");
  }

  @Override
  public void send(String label, String text) {
    peer.send(label, text);
  }

  @Override
  public Object awaitMessage(String label) {
    return peer.awaitMessage(label);
  }

  @Override
  public Description setLocal() {
    JsonNode description = peer.call("setLocal");
    return new Description(description.get("type").asText(), description.get("sdp").asText());
  }

  @Override
  public void offerToReceive() {
    peer.call("offerToReceive");
  }

  @Override
  public void negotiateAllHeaderExtensions() {
    peer.call("negotiateAllHeaderExtensions");
  }

  @Override
  public void rollBack() {
    peer.call("setLocal", "rollback");
  }

  @Override
  public void setRemote(Description description) {
    peer.accept(description);
  }

  @Override
  public void onCandidate(Consumer<RTCIceCandidateInit> then) {
    peer.onCandidate(
        candidate -> {
          if (!candidate.isNull()) {
            then.accept(candidate(candidate));
          }
        });
  }

  @Override
  public void addCandidate(RTCIceCandidateInit candidate) {
    peer.addCandidate(candidate);
  }

  @Override
  public void awaitConnected() {
    peer.call("connected");
  }

  @Override
  public PeerView view() {
    return as(PeerView.class, peer.call("view"));
  }

  @Override
  public boolean tellsAgainOfWhatItRefused() {
    return kind == BrowserKind.CHROMIUM;
  }

  @Override
  public String logs() {
    return page.logs();
  }

  @Override
  public void close() {
    peer.close();
  }

  private static <T> T as(Class<T> type, JsonNode node) {
    try {
      return JSON.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "The page tells something else than " + type + ": " + node, e);
    }
  }
}
