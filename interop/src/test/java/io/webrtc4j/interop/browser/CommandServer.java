package io.webrtc4j.interop.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server behind a test's page. It serves the files under {@code www}, hands the page one
 * command after the other ({@code GET /test/commands}, answered when there is one) and takes back
 * the answers ({@code POST /test/answers/<id>}), what the page tells of its own accord ({@code POST
 * /test/events}) and its log ({@code POST /test/log}).
 */
final class CommandServer implements AutoCloseable {
  private static final String FILES = "/io/webrtc4j/interop/www";
  private static final int LONG_POLL_SECONDS = 20;
  private static final Map<String, String> CONTENT_TYPES =
      Map.of("html", "text/html; charset=utf-8", "js", "text/javascript; charset=utf-8");

  private final ObjectMapper json = new ObjectMapper();
  private final BlockingQueue<JsonNode> commands = new LinkedBlockingQueue<>();
  private final Map<Long, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
  private final AtomicLong lastId = new AtomicLong();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final Consumer<JsonNode> onEvent;
  private final ExecutorService threads = Executors.newCachedThreadPool(CommandServer::daemon);
  private final HttpServer server;

  CommandServer(Consumer<JsonNode> onEvent) throws IOException {
    this.onEvent = onEvent;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, this::file));
    server.createContext("/test/commands", exchange -> serve(exchange, this::nextCommand));
    server.createContext("/test/answers/", exchange -> serve(exchange, this::answer));
    server.createContext("/test/events", exchange -> serve(exchange, this::event));
    server.createContext("/test/log", exchange -> serve(exchange, this::logLine));
    server.start();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "page server");
    thread.setDaemon(true);
    return thread;
  }

  URI page() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/page.html");
  }

  CompletableFuture<Answer> command(String script, JsonNode arguments) {
    long id = lastId.incrementAndGet();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode command = json.createObjectNode().put("id", id).put("script", script);
    command.set("arguments", arguments);
    commands.add(command);
    return answer;
  }

  String log() {
    return String.join("\n", log) + "\n";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** Makes the answer's body; null if there is nothing by that name. */
  private interface Handler {
    byte @Nullable [] handle(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private static void serve(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      byte[] body = handler.handle(exchange);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      if (body == null || body.length == 0) {
        exchange.sendResponseHeaders(body == null ? 404 : 204, -1);
        return;
      }
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private byte @Nullable [] file(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (InputStream file = CommandServer.class.getResourceAsStream(FILES + path)) {
      if (file == null || path.contains("..") || path.equals("/")) {
        return null;
      }
      String extension = path.substring(path.lastIndexOf('.') + 1);
      exchange
          .getResponseHeaders()
          .set("Content-Type", CONTENT_TYPES.getOrDefault(extension, "application/octet-stream"));
      return file.readAllBytes();
    }
  }

  private byte[] nextCommand(HttpExchange exchange) throws InterruptedException {
    JsonNode command = commands.poll(LONG_POLL_SECONDS, TimeUnit.SECONDS);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    return (command == null ? "null" : command.toString()).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    Answer answer = Answer.of(json.readTree(exchange.getRequestBody()));
    CompletableFuture<Answer> waiting = answers.remove(id);
    if (waiting != null) {
      waiting.complete(answer);
    }
    return new byte[0];
  }

  private byte[] event(HttpExchange exchange) throws IOException {
    onEvent.accept(json.readTree(exchange.getRequestBody()));
    return new byte[0];
  }

  private byte[] logLine(HttpExchange exchange) throws IOException {
    log.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    return new byte[0];
  }
}
