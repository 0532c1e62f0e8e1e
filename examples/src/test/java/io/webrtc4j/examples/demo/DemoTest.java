package io.webrtc4j.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.webrtc4j.signaling.PortInUseException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DemoTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([a-z]+\\.[a-z]+)\"");
  private static final Pattern IMPORT = Pattern.compile("from \"\\./([a-z]+\\.js)\"");

  private final Demo demo = new Demo("localhost", 0);

  @AfterEach
  void stop() {
    demo.close();
  }

  @Test
  void thePageAndEverythingThatItNamesIsServed() throws Exception {
    String page = get("");
    assertThat(page).contains("<title>WebRTC4J demo</title>");
    assertThat(LINK.matcher(page).results().map(DemoTest::name))
        .contains("app.js", "style.css", "icon.svg")
        .allSatisfy(name -> get(name));
    assertThat(IMPORT.matcher(get("app.js")).results().map(DemoTest::name))
        .contains("connection.js")
        .allSatisfy(name -> get(name));
  }

  @Test
  void thePageNeedsNothingFromElsewhere() throws Exception {
    for (String file : new String[] {"", "style.css", "app.js", "connection.js"}) {
      assertThat(get(file)).doesNotContainPattern("(src|href|url|from)[=( ]*[\"']?https?:");
    }
  }

  @Test
  void theJvmIsInTheRoomThatThePageJoins() throws Exception {
    BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    URI signaling = URI.create(demo.uri().toString().replace("http:", "ws:") + "signal");
    try (SignalingClient page = new SignalingClient(HTTP, signaling, messages::add, () -> {})) {
      page.send(
          JsonNodeFactory.instance.objectNode().put("type", "join").put("room", JvmMember.ROOM));
      JsonNode first = messages.poll(20, TimeUnit.SECONDS);
      assertThat(first.get("type").asText()).isEqualTo("joined");
      // The JVM comes at about the same time: before the page or after it.
      JsonNode jvm =
          first.get("members").isEmpty()
              ? messages.poll(20, TimeUnit.SECONDS)
              : first.at("/members/0");
      assertThat(jvm.get("name").asText()).isEqualTo(JvmMember.NAME);
    }
  }

  @Test
  void aTakenPortIsSaidToBe() {
    assertThatThrownBy(() -> new Demo("localhost", demo.uri().getPort()))
        .isInstanceOf(PortInUseException.class)
        .hasMessageContaining("Port " + demo.uri().getPort());
  }

  private String get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(demo.uri().resolve(path)).build();
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  private static String name(MatchResult match) {
    return match.group(1);
  }
}
