package io.webrtc4j.examples.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A WebSocket to the signalling server. Sends may come from any thread; they keep their order. */
final class SignalingClient implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Consumer<JsonNode> onMessage;
  private final Runnable onClosed;
  private final StringBuilder text = new StringBuilder();
  private CompletableFuture<WebSocket> lastSend;

  /**
   * Connects.
   *
   * @param onMessage hears every message, one after the other
   * @param onClosed hears, once or more, that the connection is over or never came about
   */
  SignalingClient(HttpClient http, URI server, Consumer<JsonNode> onMessage, Runnable onClosed) {
    this.onMessage = onMessage;
    this.onClosed = onClosed;
    lastSend = http.newWebSocketBuilder().buildAsync(server, this);
    lastSend.exceptionally(this::closed);
  }

  /** Sends a message once all before it are sent. */
  synchronized void send(JsonNode message) {
    lastSend = lastSend.thenCompose(socket -> socket.sendText(message.toString(), true));
    lastSend.exceptionally(this::closed);
  }

  @Override
  public synchronized void close() {
    lastSend = lastSend.thenCompose(socket -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    lastSend.exceptionally(this::closed);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      String message = text.toString();
      text.setLength(0);
      onMessage.accept(parse(message));
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
    onClosed.run();
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed(error);
  }

  private static JsonNode parse(String message) {
    try {
      return JSON.readTree(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the server sent what is not JSON: " + message, e);
    }
  }

  private @Nullable WebSocket closed(Throwable error) {
    onClosed.run();
    return null;
  }
}
