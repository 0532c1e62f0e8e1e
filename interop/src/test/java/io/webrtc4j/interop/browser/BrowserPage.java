package io.webrtc4j.interop.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.webrtc4j.interop.waiting.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/**
 * A browser with one page open that runs what a test tells it to. All waiting is for something to
 * happen, with a limit; who runs into it gets the browser's and the page's logs.
 */
public final class BrowserPage implements AutoCloseable {
  private static final String CALL = "return await peers.%s(...args)";

  private final ObjectMapper json = new ObjectMapper();
  private final PageEvents events = new PageEvents();
  private final CommandServer server;
  private final Browser browser;

  private BrowserPage(BrowserKind kind) throws IOException {
    server = new CommandServer(events::add);
    browser = Browser.open(kind, server.page());
  }

  /** Starts a browser and waits until its page takes commands. */
  public static BrowserPage open(BrowserKind kind) {
    try {
      BrowserPage page = new BrowserPage(kind);
      try {
        page.run("return navigator.userAgent");
        return page;
      } catch (RuntimeException | Error e) {
        page.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Can't serve the page for " + kind, e);
    }
  }

  /**
   * Runs a script in the page, as the body of an async function with the arguments in {@code args}.
   *
   * @throws PageException if it throws
   */
  public JsonNode run(String script, Object... arguments) {
    ArrayNode list = json.createArrayNode();
    for (Object argument : arguments) {
      list.add(json.<JsonNode>valueToTree(argument));
    }
    Answer answer = await(server.command(script, list), script);
    return answer.valueOrThrow();
  }

  /** Calls a function of {@code peer.js}. */
  public JsonNode call(String function, Object... arguments) {
    return run(CALL.formatted(function), arguments);
  }

  /** A peer connection in the page; the test closes it. */
  public BrowserPeer peer() {
    return new BrowserPeer(this, events);
  }

  /** Waits for something to happen. */
  <T> T await(CompletableFuture<T> future, String what) {
    return Waiting.await(future, what, this::logs);
  }

  /** What the page, its peers and the browser have to say, for a failing test. */
  public String logs() {
    return "--- page logged:\n" + server.log() + "--- last events:\n" + events + browser.output();
  }

  @Override
  public void close() {
    browser.close();
    server.close();
  }
}
