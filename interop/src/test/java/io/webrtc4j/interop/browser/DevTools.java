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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * A tab of Chromium as people have it, on a page that knows nothing of tests: no switch for WebRTC,
 * and looked at from outside by the Chrome DevTools Protocol. Closing it ends the browser.
 */
public final class DevTools implements AutoCloseable {
  private static final String LISTENING = "DevTools listening on ";

  private final ObjectMapper json = new ObjectMapper();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<JsonNode>> events = new ConcurrentHashMap<>();
  private final TemporaryFolder profile;
  private final ChildProcess browser;
  private final String tools;
  private final String tab;
  private final WebSocket socket;
  private int lastId;

  /** The tab that the browser was started with. */
  private DevTools(TemporaryFolder profile, ChildProcess browser)
      throws IOException, InterruptedException {
    this.profile = profile;
    this.browser = browser;
    String line = Waiting.await(browser.line(LISTENING), LISTENING, browser::output);
    tools = "http://" + URI.create(line.substring(line.indexOf("ws:"))).getAuthority();
    JsonNode pages = json.readTree(request("GET", "/json/list"));
    JsonNode page =
        StreamSupport.stream(pages.spliterator(), false)
            .filter(target -> target.get("type").asText().equals("page"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No page among " + pages));
    tab = page.get("id").asText();
    socket = connect(page);
  }

  /** Another tab. */
  private DevTools(DevTools first, URI page) throws IOException, InterruptedException {
    profile = first.profile;
    browser = first.browser;
    tools = first.tools;
    JsonNode opened = json.readTree(request("PUT", "/json/new?" + page));
    tab = opened.get("id").asText();
    socket = connect(opened);
  }

  private WebSocket connect(JsonNode target) {
    URI uri = URI.create(target.get("webSocketDebuggerUrl").asText());
    return HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri, new Answers()).join();
  }

  private String request(String method, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(tools + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    HttpClient http = HttpClient.newHttpClient();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Opens a page in a new window of this size, with more switches if need be. */
  public static DevTools open(URI page, int width, int height, String... switches)
      throws IOException, InterruptedException {
    TemporaryFolder profile = TemporaryFolder.create();
    List<String> command = new ArrayList<>();
    command.add(BrowserKind.CHROMIUM.program().toString());
    command.addAll(ChromiumFlags.ISOLATED);
    command.add("--user-data-dir=" + profile.path());
    command.add("--remote-debugging-port=0");
    command.add("--window-size=" + width + "," + height);
    command.addAll(List.of(switches));
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

  /** Opens another tab of the same browser. */
  public DevTools openTab(URI page) throws IOException, InterruptedException {
    return new DevTools(this, page);
  }

  /** Closes the tab, as its cross does. */
  public void closeTab() throws IOException, InterruptedException {
    request("GET", "/json/close/" + tab);
  }

  /** Makes the tab's process crash, and waits until it has. */
  public void crashTab() {
    CompletableFuture<JsonNode> crashed = event("Inspector.targetCrashed");
    send("Page.crash", json.createObjectNode());
    Waiting.await(crashed, "the tab to crash", browser::output);
  }

  /**
   * Runs a script in each page from now on, before the page's own. It may connect to anywhere, and
   * so may the page.
   */
  public void beforeEachPage(String script) {
    call("Page.setBypassCSP", json.createObjectNode().put("enabled", true));
    call("Page.addScriptToEvaluateOnNewDocument", json.createObjectNode().put("source", script));
  }

  /** Goes to another page, and waits until it is loaded. */
  public void navigate(URI page) {
    CompletableFuture<JsonNode> loaded = event("Page.loadEventFired");
    call("Page.navigate", json.createObjectNode().put("url", page.toString()));
    Waiting.await(loaded, "the page to load", browser::output);
  }

  /** Chooses a file of the disk in a file input, as its dialogue does. */
  public void chooseFile(String selector, Path file) {
    JsonNode document = call("DOM.getDocument", json.createObjectNode()).get("root");
    ObjectNode query = json.createObjectNode().put("selector", selector);
    query.set("nodeId", document.get("nodeId"));
    ObjectNode chosen = json.createObjectNode();
    chosen.set("nodeId", call("DOM.querySelector", query).get("nodeId"));
    chosen.putArray("files").add(file.toString());
    call("DOM.setFileInputFiles", chosen);
  }

  /**
   * Clicks on an element; the page may do then what it may not do unasked, such as make a sound.
   */
  public void click(String selector) {
    evaluate("document.querySelector('%s').click()".formatted(selector), true);
  }

  /** Loads the page again. */
  public void reload() {
    call("Page.reload", json.createObjectNode());
  }

  /** The value of an expression in the page; of a promise, what it resolves to. */
  public JsonNode evaluate(String expression) {
    return evaluate(expression, false);
  }

  private JsonNode evaluate(String expression, boolean byTheUser) {
    ObjectNode parameters =
        json.createObjectNode()
            .put("expression", expression)
            .put("userGesture", byTheUser)
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

  /** The next event of this name. */
  private CompletableFuture<JsonNode> event(String name) {
    CompletableFuture<JsonNode> event = new CompletableFuture<>();
    events.put(name, event);
    call(name.substring(0, name.indexOf('.')) + ".enable", json.createObjectNode());
    return event;
  }

  private JsonNode call(String method, JsonNode parameters) {
    return Waiting.await(send(method, parameters), method + " " + parameters, browser::output);
  }

  private CompletableFuture<JsonNode> send(String method, JsonNode parameters) {
    int id = ++lastId;
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode message = json.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    socket.sendText(message.toString(), true).join();
    return answer;
  }

  /** Takes the answers, and the events that somebody waits for. */
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
        CompletableFuture<JsonNode> waiting =
            answer.has("method")
                ? events.remove(answer.get("method").asText())
                : answers.remove(answer.path("id").asInt());
        if (waiting != null && answer.has("error")) {
          waiting.completeExceptionally(new PageException(answer.get("error").toString()));
        } else if (waiting != null) {
          waiting.complete(answer.path("result"));
        }
      } catch (IOException e) {
        answers.values().forEach(waiting -> waiting.completeExceptionally(e));
      }
    }
  }
}
