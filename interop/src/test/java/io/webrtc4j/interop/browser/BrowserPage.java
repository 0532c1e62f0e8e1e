package io.webrtc4j.interop.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A browser with one page open that runs what a test tells it to. All waiting is for something to
 * happen, with a limit; who runs into it gets the browser's and the page's logs.
 */
public final class BrowserPage implements AutoCloseable {
  /** For anything that a page is asked to do, the start of the browser included. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

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
    return await(server.command(script, list), script);
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
    try {
      return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("Waited " + LIMIT + " for: " + what + "\n" + logs(), e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof PageException thrown
          ? thrown
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the page, its peers and the browser have to say, for a failing test. */
  public String logs() {
    return "--- page logged:\n"
        + server.log()
        + "--- last events:\n"
        + events
        + browser.output();
  }

  @Override
  public void close() {
    browser.close();
    server.close();
  }
}
