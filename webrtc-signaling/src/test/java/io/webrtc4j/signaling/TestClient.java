package io.webrtc4j.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client over a real socket. Everything that waits does so for an event, with a time limit. */
final class TestClient implements WebSocket.Listener, AutoCloseable {
  static final long TIMEOUT_SECONDS = 20;
  static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder parts = new StringBuilder();
  private final boolean reads;
  private final WebSocket socket;

  private TestClient(URI uri, String origin, boolean reads) throws Exception {
    this.reads = reads;
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    if (origin != null) {
      builder.header("Origin", origin);
    }
    this.socket = builder.buildAsync(uri, this).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  static TestClient connect(SignalingServer server) throws Exception {
    return new TestClient(server.uri(), null, true);
  }

  static TestClient connect(SignalingServer server, String origin) throws Exception {
    return new TestClient(server.uri(), origin, true);
  }

  /** One that never reads, so that it answers no pings and takes no messages. */
  static TestClient connectWithoutReading(SignalingServer server) throws Exception {
    return new TestClient(server.uri(), null, false);
  }

  /** Joins and returns the own id. */
  String join(String room) throws Exception {
    send("{'type':'join','room':'" + room + "'}");
    return next("joined").get("id").textValue();
  }

  TestClient send(String text) throws Exception {
    return sendPart(text, true);
  }

  TestClient sendPart(String text, boolean last) throws Exception {
    socket.sendText(text.replace('\'', '"'), last).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    return this;
  }

  void sendBinary(byte[] bytes) throws Exception {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  void goAway() throws Exception {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  void abort() {
    socket.abort();
  }

  /** The next message, which must be of {@code type}. */
  JsonNode next(String type) throws Exception {
    String text = messages.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    assertThat(text).as("a message of type " + type).isNotNull();
    JsonNode message = MAPPER.readTree(text);
    assertThat(message.get("type").textValue()).as(text).isEqualTo(type);
    return message;
  }

  boolean hasNothingNew() {
    return messages.isEmpty();
  }

  /** The code with which the server closes. */
  int closeCode() throws Exception {
    return closed.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void onOpen(WebSocket webSocket) {
    if (reads) {
      webSocket.request(Long.MAX_VALUE);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    parts.append(data);
    if (last) {
      messages.add(parts.toString());
      parts.setLength(0);
    }
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closed.complete(statusCode);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
