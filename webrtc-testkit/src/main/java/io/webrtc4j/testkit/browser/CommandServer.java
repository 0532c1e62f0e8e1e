package io.webrtc4j.testkit.browser;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server behind a test's page. It serves the files of a folder, adds {@code commands.js}
 * to its pages, hands that one command after the other ({@code GET …/commands?<page>}, answered
 * when there is one) and takes back the answers ({@code POST …/answers/<id>}), what the page tells
 * of its own accord ({@code POST …/events}) and its log ({@code POST …/log}).
 */
final class CommandServer implements AutoCloseable {
  /** Where a user's page has nothing of its own. */
  private static final String OWN = "/webrtc4j-testkit/";

  private static final String SCRIPT = "commands.js";
  private static final String SCRIPT_ELEMENT =
      "\n<script type=\"module\" src=\"" + OWN + SCRIPT + "\"></script>\n";
  private static final Duration LONG_POLL = Duration.ofSeconds(20);
  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "wasm", "application/wasm");

  private final ObjectMapper json = new ObjectMapper();
  private final CommandQueue commands = new CommandQueue();
  private final Map<Long, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
  private final AtomicLong lastId = new AtomicLong();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final Path folder;
  private final Consumer<JsonNode> onEvent;
  private final ExecutorService threads = Executors.newCachedThreadPool(CommandServer::daemon);
  private final HttpServer server;

  CommandServer(Path folder, Consumer<JsonNode> onEvent) throws IOException {
    this.folder = folder.toAbsolutePath().normalize();
    this.onEvent = onEvent;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, this::file));
    server.createContext(OWN + SCRIPT, exchange -> serve(exchange, this::script));
    server.createContext(OWN + "commands", exchange -> serve(exchange, this::nextCommand));
    server.createContext(OWN + "answers/", exchange -> serve(exchange, this::answer));
    server.createContext(OWN + "events", exchange -> serve(exchange, this::event));
    server.createContext(OWN + "log", exchange -> serve(exchange, this::logLine));
    server.start();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "page server");
    thread.setDaemon(true);
    return thread;
  }

  URI page(String file) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + file);
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
    Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
    if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
      return null;
    }
    String type = contentType(file.toString());
    exchange.getResponseHeaders().set("Content-Type", type);
    byte[] content = Files.readAllBytes(file);
    if (!type.startsWith("text/html")) {
      return content;
    }
    return (new String(content, StandardCharsets.UTF_8) + SCRIPT_ELEMENT)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] script(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType(SCRIPT));
    try (InputStream script = CommandServer.class.getResourceAsStream(SCRIPT)) {
      return Objects.requireNonNull(script, SCRIPT).readAllBytes();
    }
  }

  private static String contentType(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return CONTENT_TYPES.getOrDefault(extension, "application/octet-stream");
  }

  private byte[] nextCommand(HttpExchange exchange) throws InterruptedException {
    String page = String.valueOf(exchange.getRequestURI().getQuery());
    JsonNode command = commands.next(page, LONG_POLL);
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
