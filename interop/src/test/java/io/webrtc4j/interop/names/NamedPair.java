package io.webrtc4j.interop.names;

import com.fasterxml.jackson.databind.JsonNode;
import io.webrtc4j.PeerReport;
import io.webrtc4j.PeerSettings;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCIceCandidate;
import io.webrtc4j.RTCIceCandidateInit;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.interop.Offerer;
import io.webrtc4j.interop.browser.BrowserPeer;
import io.webrtc4j.interop.browser.BrowserPeer.Description;
import io.webrtc4j.interop.browser.PeersPage;
import io.webrtc4j.interop.waiting.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A connection of the library with a browser, of which only one side is told the other's
 * candidates: it has to resolve their names, or there is no connection.
 */
final class NamedPair implements AutoCloseable {
  private static final String CHANNEL = "first";

  private final PeersPage page;
  private final boolean browserIsTold;
  private final RTCPeerConnection jvm;
  private final BrowserPeer browser;
  private final Queue<String> told = new ConcurrentLinkedQueue<>();
  private final Queue<CompletableFuture<Void>> added = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<String> received = new CompletableFuture<>();
  private final CompletableFuture<RTCDataChannel> opened = new CompletableFuture<>();
  private Duration took = Duration.ZERO;

  /**
   * Two peers.
   *
   * @param browserIsTold whether the browser is told the library's candidates, and the library
   *     hides its addresses; otherwise the library is told the browser's
   */
  NamedPair(PeersPage page, boolean browserIsTold) {
    this.page = page;
    this.browserIsTold = browserIsTold;
    this.jvm =
        new RTCPeerConnection(
            RTCConfiguration.defaults(),
            PeerSettings.builder().hideHostAddresses(browserIsTold).build());
    this.browser = page.peer();
    jvm.onDataChannel(event -> adopt(event.channel()));
    tellBrowserCandidates();
  }

  /** Connects, and sends a message each way. */
  void connect(Offerer offerer) {
    long began = System.nanoTime();
    if (offerer == Offerer.JVM) {
      adopt(jvm.createDataChannel(CHANNEL));
      await(jvm.setLocalDescription());
      Description answer = browser.answer(fromJvm(jvm.localDescription()));
      await(jvm.setRemoteDescription(fromBrowser(answer)));
      tellJvmCandidates();
    } else {
      browser.openChannel(CHANNEL, Map.of());
      await(jvm.setRemoteDescription(fromBrowser(browser.offer())));
      await(jvm.setLocalDescription());
      browser.accept(fromJvm(jvm.localDescription()));
      tellJvmCandidates();
    }
    browser.awaitChannel(CHANNEL, "open");
    took = Duration.ofNanos(System.nanoTime() - began);
    browser.send(CHANNEL, "to the JVM");
    require(await(received).equals("to the JVM"), "the browser's message");
    await(opened).send("to the browser");
    require(browser.awaitMessage(CHANNEL).equals("to the browser"), "the JVM's message");
    require(added.stream().noneMatch(CompletableFuture::isCompletedExceptionally), "candidates");
  }

  /** How long it took to open the channel, after {@link #connect}. */
  Duration took() {
    return took;
  }

  PeerReport report() {
    return await(jvm.report());
  }

  /** All that the library has told anybody of its addresses: its description and candidates. */
  List<String> told() {
    List<String> all = new ArrayList<>(told);
    all.add(jvm.localDescription().sdp());
    return all;
  }

  @Override
  public void close() {
    jvm.close();
    browser.close();
  }

  static void require(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError("not as it should be: " + what);
    }
  }

  private void adopt(RTCDataChannel channel) {
    channel.onMessage(message -> received.complete(message.text()));
    channel.onOpen(event -> opened.complete(channel));
  }

  private void tellBrowserCandidates() {
    jvm.onIceCandidate(
        event -> {
          RTCIceCandidate candidate = event.candidate();
          if (candidate != null) {
            told.add(candidate.candidate());
            if (browserIsTold) {
              browser.addCandidate(
                  Map.of("candidate", candidate.candidate(), "sdpMid", candidate.sdpMid()));
            }
          }
        });
  }

  private void tellJvmCandidates() {
    browser.onCandidate(
        candidate -> {
          if (!candidate.isNull() && !browserIsTold) {
            added.add(jvm.addIceCandidate(init(candidate)));
          }
        });
  }

  private <T> T await(CompletableFuture<T> step) {
    return Waiting.await(step, "the JVM's part", () -> jvm.failureReason() + page.logs());
  }

  /** All candidates go by trickling, or not at all. */
  private static String withoutCandidates(String sdp) {
    return sdp.replaceAll("a=(candidate:.*|end-of-candidates)\r\n", "");
  }

  private static Description fromJvm(RTCSessionDescription description) {
    return new Description(description.type().toString(), withoutCandidates(description.sdp()));
  }

  private static RTCSessionDescriptionInit fromBrowser(Description description) {
    RTCSdpType type = description.type().equals("offer") ? RTCSdpType.OFFER : RTCSdpType.ANSWER;
    return new RTCSessionDescriptionInit(type, withoutCandidates(description.sdp()));
  }

  private static RTCIceCandidateInit init(JsonNode candidate) {
    return new RTCIceCandidateInit(
        candidate.get("candidate").asText(), candidate.path("sdpMid").textValue());
  }
}
