package io.webrtc4j.interop.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.webrtc4j.interop.process.Launcher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Serves the tests' pages to browsers that the tests don't talk to. */
public final class PageServer implements AutoCloseable {
  private static final Path FOLDER = Path.of("interop/src/test/resources/io/webrtc4j/interop/www");

  private final HttpServer server;

  /** Begins to serve on loopback. */
  public PageServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", PageServer::serve);
    server.start();
  }

  /** Where a file is, with a query perhaps. */
  public URI uri(String file) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + file);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Path name = Path.of(exchange.getRequestURI().getPath()).getFileName();
      byte[] content = Files.readAllBytes(Launcher.project().resolve(FOLDER).resolve(name));
      String type = name.toString().endsWith(".js") ? "text/javascript" : "text/html";
      exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    }
  }
}
