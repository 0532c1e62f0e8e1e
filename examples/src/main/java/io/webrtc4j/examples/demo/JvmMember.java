package io.webrtc4j.examples.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCIceCandidateInit;
import io.webrtc4j.RTCPeerConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JVM in the signalling room: whoever makes it an offer gets a peer connection of its own.
 *
 * <p>Everything happens on one thread; comes back by itself when the server was away.
 */
final class JvmMember implements AutoCloseable {
  /** The room that the page joins, and the name that it looks for. */
  static final String ROOM = "demo";

  static final String NAME = "jvm";

  private static final Logger LOG = LoggerFactory.getLogger(JvmMember.class);
  private static final long RECONNECT_SECONDS = 1;
  private static final long LONGEST_END_SECONDS = 3;

  private final URI server;
  private final Consumer<String> told;
  private final CompletableFuture<RTCConfiguration> configuration;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, PagePeer> pages = new HashMap<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "demo-jvm");
            made.setDaemon(true);
            return made;
          });
  private @Nullable SignalingClient signaling;

  /**
   * Begins to connect to the signalling {@code server}.
   *
   * @param told hears a line for people about each file that a page sends
   */
  JvmMember(URI server, Consumer<String> told) {
    this.server = server;
    this.told = told;
    // Pages are answered sooner if the one certificate for all of them is there already.
    this.configuration =
        RTCPeerConnection.generateCertificate()
            .thenApply(made -> RTCConfiguration.builder().certificates(made).build());
    run(this::connect);
    run(() -> new Rehearsal(configuration.join(), LocalAddresses.settings()).begin());
  }

  /** Ends all connections, and waits until each page was told. */
  @Override
  public void close() {
    run(this::end);
    ended.completeOnTimeout(null, LONGEST_END_SECONDS, TimeUnit.SECONDS).join();
  }

  private void end() {
    List<PagePeer> left = List.copyOf(pages.values());
    left.forEach(PagePeer::close);
    pages.clear();
    if (signaling != null) {
      signaling.close();
      signaling = null;
    }
    thread.shutdown();
    CompletableFuture<?>[] ends =
        left.stream().map(PagePeer::whenEnded).toArray(CompletableFuture<?>[]::new);
    var unused = CompletableFuture.allOf(ends).whenComplete((done, e) -> ended.complete(null));
  }

  private void connect() {
    SignalingClient[] self = new SignalingClient[1];
    self[0] =
        new SignalingClient(
            http,
            server,
            message -> run(() -> handle(message)),
            () -> run(() -> reconnect(self[0])));
    signaling = self[0];
    signaling.send(message("join").put("room", ROOM).put("name", NAME));
  }

  /** Several things may end one connection; the first of them counts. */
  private void reconnect(@Nullable SignalingClient ended) {
    if (ended != null && ended == signaling) {
      signaling = null;
      CompletableFuture.delayedExecutor(RECONNECT_SECONDS, TimeUnit.SECONDS)
          .execute(() -> run(this::connect));
    }
  }

  private void handle(JsonNode message) {
    switch (message.path("type").asText()) {
      case "offer" -> offer(message.path("from").asText(), message.path("sdp").asText());
      case "candidate" -> candidate(message.path("from").asText(), message.path("candidate"));
      case "member-left" -> left(message.path("id").asText());
      case "error" -> LOG.warn("Signalling says: {}", message.path("message").asText());
      default -> {
        // Who comes and what we sent ourselves needs no answer.
      }
    }
  }

  private void offer(String page, String sdp) {
    PagePeer before = pages.remove(page);
    if (before != null) {
      before.close();
    }
    PagePeer peer =
        new PagePeer(
            configuration.join(),
            LocalAddresses.settings(),
            signal -> run(() -> send(page, signal)),
            told,
            ended -> run(() -> pages.remove(page, ended)));
    pages.put(page, peer);
    peer.answer(sdp);
  }

  private void candidate(String page, JsonNode candidate) {
    PagePeer peer = pages.get(page);
    if (peer != null && candidate.isObject()) {
      JsonNode index = candidate.path("sdpMLineIndex");
      peer.addCandidate(
          new RTCIceCandidateInit(
              candidate.path("candidate").asText(),
              candidate.path("sdpMid").textValue(),
              index.isInt() ? (Integer) index.intValue() : null,
              candidate.path("usernameFragment").textValue()));
    }
  }

  private void left(String page) {
    PagePeer peer = pages.get(page);
    if (peer != null) {
      peer.signalingLost();
    }
  }

  private void send(String page, ObjectNode signal) {
    SignalingClient client = signaling;
    if (client != null) {
      client.send(signal.put("to", page));
    }
  }

  private static ObjectNode message(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private void run(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("Closed already", e);
    }
  }
}
