package io.webrtc4j.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpTest {
  private final SignalingServer server =
      SignalingServer.builder()
          .host("127.0.0.1")
          .port(0)
          .staticContent("/", StaticContent.resources(HttpTest.class, "content"))
          .staticContent("/made/", HttpTest::madeUp)
          .build()
          .start();

  private static InputStream madeUp(String path) throws IOException {
    return switch (path) {
      case "up.js" -> new ByteArrayInputStream("made();".getBytes(StandardCharsets.UTF_8));
      case "broken.js" -> throw new IOException("as the test wants");
      default -> null;
    };
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void thePageIsServedWithHeadersThatKeepItSafe() throws Exception {
    HttpResponse<String> response = get("/");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("<title>A test page</title>");
    assertThat(header(response, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(response, "cache-control")).isEqualTo("no-store");
    assertThat(header(response, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(response, "content-security-policy"))
        .startsWith(
            "default-src 'self'; connect-src 'self' ws://127.0.0.1:" + server.address().getPort());
  }

  @Test
  void theLongestPrefixCounts() throws Exception {
    HttpResponse<String> response = get("/made/up.js?v=1");
    assertThat(response.body()).isEqualTo("made();");
    assertThat(header(response, "content-type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(get("/made/other.js").statusCode()).isEqualTo(404);
  }

  @Test
  void directoriesUnknownFilesAndWaysUpAreNotFound() throws Exception {
    for (String path :
        new String[] {"/sub.dir", "/sub.dir/", "/none.html", "/../HttpTest.class", "/%2e%2e/x"}) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void aFailingSourceIsAServerError() throws Exception {
    assertThat(get("/made/broken.js").statusCode()).isEqualTo(500);
  }

  @Test
  void headGivesTheHeadersOnly() throws Exception {
    HttpResponse<String> response = send("/made/up.js", "HEAD");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "content-length")).isEqualTo("7");
    assertThat(response.body()).isEmpty();
  }

  @Test
  void onlyReadingIsServed() throws Exception {
    assertThat(send("/", "POST").statusCode()).isEqualTo(405);
  }

  @Test
  void theHealthCheckSaysOk() throws Exception {
    assertThat(get("/healthz").body()).isEqualTo("ok\n");
  }

  @Test
  void aPlainRequestForSignallingIsToldToUpgrade() throws Exception {
    HttpResponse<String> response = get("/signal");
    assertThat(response.statusCode()).isEqualTo(426);
    assertThat(header(response, "sec-websocket-version")).isEqualTo("13");
  }

  @Test
  void brokenRequestsAreAnsweredAndClosed() throws Exception {
    assertThat(raw("NONSENSE\r\n\r\n")).startsWith("HTTP/1.1 400");
    assertThat(
            raw("GET /signal HTTP/1.1\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
    assertThat(raw("GET /healthz HTTP/1.1\r\nx: " + "x".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 4");
  }

  @Test
  void aHostileHostHeaderStaysOutOfThePolicy() throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: x; script-src *\r\n\r\n"))
        .contains("connect-src 'self';")
        .doesNotContain("script-src");
  }

  @Test
  void oneRequestIsAnsweredPerConnection() throws Exception {
    assertThat(raw("GET /healthz HTTP/1.1\r\n\r\nGET /healthz HTTP/1.1\r\n\r\n"))
        .containsOnlyOnce("HTTP/1.1 200");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(path, "GET");
  }

  private HttpResponse<String> send(String path, String method) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build();
    return TestClient.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
