package io.webrtc4j.interop.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.webrtc4j.interop.waiting.Waiting;
import io.webrtc4j.testkit.browser.BrowserKind;
import io.webrtc4j.testkit.browser.ChromiumFlags;
import io.webrtc4j.testkit.browser.PageException;
import io.webrtc4j.testkit.process.ChildProcess;
import io.webrtc4j.testkit.process.TemporaryFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * Chromium as people have it, on a page that knows nothing of tests: no switch for WebRTC, and
 * looked at from outside by the Chrome DevTools Protocol.
 */
public final class DevTools implements AutoCloseable {
  private static final String LISTENING = "DevTools listening on ";

  private final ObjectMapper json = new ObjectMapper();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final TemporaryFolder profile;
  private final ChildProcess browser;
  private final WebSocket socket;
  private int lastId;

  private DevTools(TemporaryFolder profile, ChildProcess browser)
      throws IOException, InterruptedException {
    this.profile = profile;
    this.browser = browser;
    String line = Waiting.await(browser.line(LISTENING), LISTENING, browser::output);
    URI tools = URI.create(line.substring(line.indexOf("ws:")));
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest list =
        HttpRequest.newBuilder(URI.create("http://" + tools.getAuthority() + "/json/list")).build();
    JsonNode pages = json.readTree(http.send(list, HttpResponse.BodyHandlers.ofString()).body());
    String page =
        StreamSupport.stream(pages.spliterator(), false)
            .filter(target -> target.get("type").asText().equals("page"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No page among " + pages))
            .get("webSocketDebuggerUrl")
            .asText();
    socket = http.newWebSocketBuilder().buildAsync(URI.create(page), new Answers()).join();
  }

  /** Opens a page in a new window of this size. */
  public static DevTools open(URI page, int width, int height)
      throws IOException, InterruptedException {
    TemporaryFolder profile = TemporaryFolder.create();
    List<String> command = new ArrayList<>();
    command.add(BrowserKind.CHROMIUM.program().toString());
    command.addAll(ChromiumFlags.ISOLATED);
    command.add("--user-data-dir=" + profile.path());
    command.add("--remote-debugging-port=0");
    command.add("--window-size=" + width + "," + height);
    command.add(page.toString());
    ChildProcess browser =
        ChildProcess.start("Chromium", command, Map.of("HOME", profile.path().toString()));
    try {
      return new DevTools(profile, browser);
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      browser.close();
      profile.close();
      throw e;
    }
  }

  /** The value of an expression in the page; of a promise, what it resolves to. */
  public JsonNode evaluate(String expression) {
    ObjectNode parameters =
        json.createObjectNode()
            .put("expression", expression)
            .put("awaitPromise", true)
            .put("returnByValue", true);
    JsonNode result = call("Runtime.evaluate", parameters);
    if (result.has("exceptionDetails")) {
      throw new PageException(result.get("exceptionDetails").toPrettyString());
    }
    return result.path("result").path("value");
  }

  /** Waits until an expression is true, looking at it whenever the document changes. */
  public void awaitTrue(String expression) {
    evaluate(
        """
        new Promise((resolve) => {
          const look = () => { if (%s) { observer.disconnect(); resolve(true); } };
          const observer = new MutationObserver(look);
          observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
          look();
        })
        """
            .formatted(expression));
  }

  /** A picture of the whole page, in PNG. */
  public byte[] screenshot() {
    JsonNode size = call("Page.getLayoutMetrics", json.createObjectNode()).get("cssContentSize");
    ObjectNode parameters =
        json.createObjectNode().put("format", "png").put("captureBeyondViewport", true);
    parameters
        .putObject("clip")
        .put("x", 0)
        .put("y", 0)
        .put("scale", 1)
        .put("width", size.get("width").asInt())
        .put("height", size.get("height").asInt());
    return Base64.getDecoder()
        .decode(call("Page.captureScreenshot", parameters).get("data").asText());
  }

  /** What the browser printed. */
  public String output() {
    return browser.output();
  }

  @Override
  public void close() {
    browser.close();
    profile.close();
  }

  private JsonNode call(String method, JsonNode parameters) {
    int id = ++lastId;
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode message = json.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    socket.sendText(message.toString(), true).join();
    return Waiting.await(answer, method + " " + parameters, browser::output);
  }

  /** Takes the answers; events are of no interest. */
  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        take(text.toString());
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    private void take(String message) {
      try {
        JsonNode answer = json.readTree(message);
        CompletableFuture<JsonNode> waiting = answers.remove(answer.path("id").asInt());
        if (waiting != null && answer.has("error")) {
          waiting.completeExceptionally(new PageException(answer.get("error").toString()));
        } else if (waiting != null) {
          waiting.complete(answer.get("result"));
        }
      } catch (IOException e) {
        answers.values().forEach(waiting -> waiting.completeExceptionally(e));
      }
    }
  }
}
