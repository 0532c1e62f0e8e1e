package io.webrtc4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.webrtc4j.interop.browser.PeersPage;
import io.webrtc4j.interop.process.Launcher;
import io.webrtc4j.interop.waiting.Waiting;
import io.webrtc4j.testkit.browser.BrowserKind;
import io.webrtc4j.testkit.process.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The echo programs as processes, started by their launchers. */
@Tag("interop")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EchoProgramsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String READY = "Echo server on ";

  private ChildProcess server;
  private URI offers;

  @BeforeAll
  void startServer() throws Exception {
    server = Launcher.start("echo-server", "--port", "0");
    String line = server.line(READY).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    offers = URI.create(line.substring(READY.length()));
  }

  @AfterAll
  void stopServer() {
    server.close();
  }

  @Test
  void theClientGetsItsMessagesBack() {
    try (ChildProcess client = Launcher.start("echo-client", offers.toString())) {
      assertThat(client.exit(LIMIT)).as(client.output() + server.output()).isZero();
    }
  }

  @Test
  void severalClientsAtOnceGetTheirMessagesBack() {
    List<ChildProcess> clients =
        Stream.generate(() -> Launcher.start("echo-client", offers.toString())).limit(3).toList();
    try {
      for (ChildProcess client : clients) {
        assertThat(client.exit(LIMIT)).as(client.output() + server.output()).isZero();
      }
    } finally {
      clients.forEach(ChildProcess::close);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPageOfAnotherOriginGetsItsMessagesBack(BrowserKind kind) {
    List<Map<String, String>> messages = Messages.SMALL.stream().map(this::asJson).toList();
    try (PeersPage page = PeersPage.open(kind)) {
      JsonNode returned = page.call("echo", offers, messages);
      assertThat(returned)
          .extracting(JsonNode::toString)
          .containsExactlyElementsOf(messages.stream().map(this::asString).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPageGetsItsPictureAndSoundBackAndItsEndIsNoticed(BrowserKind kind) {
    try (PeersPage page = PeersPage.open(kind)) {
      int connection = connections();
      JsonNode returned = page.call("echoMedia", offers);
      assertThat(returned.at("/video/frameWidth").asInt()).isPositive();
      Waiting.await(
          server.line("Connection " + (connection + 1) + ": over: the client closed it"),
          "the server to notice",
          server::output);
    }
  }

  private int connections() {
    return (int) server.output().lines().filter(line -> line.contains(": new; ")).count();
  }

  @Test
  void aClientWithoutAServerSaysWhichStepFailed() {
    try (ChildProcess client = Launcher.start("echo-client", "http://127.0.0.1:9/offer")) {
      assertThat(client.exit(LIMIT)).isEqualTo(1);
      assertThat(client.output()).contains("Failed to post the offer to http://127.0.0.1:9/offer");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not JSON",
        "[]",
        "{}",
        "{\"type\":\"offer\"}",
        "{\"type\":\"answer\",\"sdp\":\"v=0\"}",
        "{\"type\":\"offer\",\"sdp\":7}",
        "{\"type\":\"offer\",\"sdp\":\"not SDP\"}",
        "{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\"} more"
      })
  void aBadOfferIsAnsweredWith400AndASentence(String body) throws Exception {
    HttpResponse<String> response = send("POST", offers, body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body().strip()).endsWith(".").contains(" ");
  }

  @Test
  void anOfferTooLargeIsRefused() throws Exception {
    assertThat(send("POST", offers, "x".repeat(600_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void otherMethodsAndPathsAreRefused() throws Exception {
    assertThat(send("GET", offers, "").statusCode()).isEqualTo(405);
    assertThat(send("POST", offers.resolve("/offers"), "").statusCode()).isEqualTo(404);
  }

  @Test
  void preflightRequestsAreAnswered() throws Exception {
    HttpResponse<String> response = send("OPTIONS", offers, "");
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
        .hasValue("Content-Type");
  }

  @Test
  void aServerEndsWhenAskedTo() throws Exception {
    try (ChildProcess another = Launcher.start("echo-server", "--port", "0")) {
      another.line(READY).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      another.terminate();
      // 128 + SIGTERM, the JVM's own way to end by it.
      assertThat(another.exit(LIMIT)).as(another.output()).isEqualTo(143);
    }
  }

  private HttpResponse<String> send(String method, URI uri, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private Map<String, String> asJson(Object message) {
    return message instanceof String text
        ? Map.of("text", text)
        : Map.of("binary", Base64.getEncoder().encodeToString((byte[]) message));
  }

  private String asString(Map<String, String> message) {
    return new ObjectMapper().valueToTree(message).toString();
  }
}
