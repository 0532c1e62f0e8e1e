package io.webrtc4j.interop.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.webrtc4j.interop.process.Launcher;
import io.webrtc4j.interop.waiting.Happenings;
import io.webrtc4j.interop.waiting.Waiting;
import io.webrtc4j.testkit.browser.BrowserKind;
import io.webrtc4j.testkit.browser.BrowserPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A browser with one page, which makes each connection anew. A page can't listen for HTTP: to
 * serve, it is handed the offers that come to an HTTP server here, and gives the answers.
 */
final class BrowserStack implements Stack {
  private static final Path PAGE =
      Path.of("interop/src/test/resources/io/webrtc4j/interop/www/echo.html");

  private final ObjectMapper json = new ObjectMapper();
  private final Happenings<String> told = new Happenings<>();
  private final AtomicInteger served = new AtomicInteger();
  private final BrowserPage page;
  private @Nullable HttpServer server;

  BrowserStack(BrowserKind kind) {
    page =
        BrowserPage.open(kind, Launcher.project().resolve(PAGE), line -> told.add(line.asText()));
  }

  @Override
  public Offers offers(URI server, int connections) {
    List<Double> times = new ArrayList<>();
    for (int i = 1; i < connections; i++) {
      times.add(page.run("return await echo.offer(...args)", server, false).asDouble());
    }
    CompletableFuture<JsonNode> last =
        CompletableFuture.supplyAsync(
            () -> page.run("return await echo.offer(...args)", server, true));
    return new Offers() {
      @Override
      public void awaitLast() {
        CompletableFuture<Object> stays =
            CompletableFuture.anyOf(told.next("staying"::equals), last.thenAccept(ended -> {}));
        Waiting.await(stays, "the last connection", BrowserStack.this::output);
      }

      @Override
      public List<Double> awaitEnd() {
        times.add(
            Waiting.await(last, "the end by the server", BrowserStack.this::output).asDouble());
        return times;
      }
    };
  }

  @Override
  public URI serve() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server = started;
      started.createContext("/offer", this::handOver);
      started.start();
      return URI.create("http://127.0.0.1:" + started.getAddress().getPort() + "/offer");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handOver(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode offer = json.readTree(exchange.getRequestBody());
      JsonNode answer =
          page.run("return await echo.answer(...args)", offer, served.incrementAndGet());
      byte[] body = json.writeValueAsBytes(answer);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void awaitEndOfServed(int connections) {
    for (int i = 1; i <= connections; i++) {
      String closed = "connection " + i + " closed";
      Waiting.await(told.next(closed::equals), closed, this::output);
    }
  }

  @Override
  public String output() {
    return page.logs();
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
    page.close();
  }
}
