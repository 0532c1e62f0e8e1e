package io.webrtc4j.testkit.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A headless browser with one page open, in which a test runs scripts. All waiting has a limit of
 * 30 seconds; who runs into it gets the page's and the browser's logs.
 */
public final class BrowserPage implements AutoCloseable {
  /** Far more than anything on one machine takes, the start of a browser included. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final ObjectMapper json = new ObjectMapper();
  private final CommandServer server;
  private final Browser browser;

  private BrowserPage(
      BrowserKind kind, Path page, HostCandidates candidates, Consumer<JsonNode> onTold)
      throws IOException {
    Path folder = Objects.requireNonNull(page.toAbsolutePath().getParent(), "a page's folder");
    server = new CommandServer(folder, onTold);
    browser = Browser.open(kind, server.page(String.valueOf(page.getFileName())), candidates);
  }

  /**
   * Starts a browser and waits until its page takes commands.
   *
   * @param page an HTML file; it and what lies beside and below it are served on 127.0.0.1
   * @param onTold told what the page gives to {@code webrtc4j.tell(value)}, in order, on a thread
   *     of its own
   */
  public static BrowserPage open(BrowserKind kind, Path page, Consumer<JsonNode> onTold) {
    return open(kind, page, HostCandidates.WITH_ADDRESSES, onTold);
  }

  /** As {@link #open(BrowserKind, Path, Consumer)}, with a choice of the browser's candidates. */
  public static BrowserPage open(
      BrowserKind kind, Path page, HostCandidates candidates, Consumer<JsonNode> onTold) {
    if (!Files.isRegularFile(page)) {
      throw new IllegalArgumentException("there is no page " + page.toAbsolutePath());
    }
    try {
      BrowserPage opened = new BrowserPage(kind, page, candidates, onTold);
      try {
        opened.run("return navigator.userAgent");
        return opened;
      } catch (RuntimeException | Error e) {
        opened.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Can't serve the page for " + kind, e);
    }
  }

  /**
   * Runs a script in the page, as the body of an async function with the arguments in {@code args}.
   *
   * @param arguments anything that Jackson writes
   * @return what the script returned
   * @throws PageException if it throws
   * @throws AssertionError if it does not end in time
   */
  public JsonNode run(String script, Object... arguments) {
    ArrayNode list = json.createArrayNode();
    for (Object argument : arguments) {
      list.add(json.<JsonNode>valueToTree(argument));
    }
    return await(server.command(script, list), script).valueOrThrow();
  }

  /** What the page logged and the browser printed, for a failing test. */
  public String logs() {
    return "--- page logged:\n" + server.log() + browser.output();
  }

  /**
   * Kills the browser, as a crash or the loss of power would: its connections say nothing to their
   * peers.
   */
  public void kill() {
    browser.kill();
  }

  @Override
  public void close() {
    browser.close();
    server.close();
  }

  private Answer await(CompletableFuture<Answer> answer, String script) {
    try {
      return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("Waited " + LIMIT + " for: " + script + "\n" + logs(), e);
    } catch (ExecutionException e) {
      throw new AssertionError("Failed: " + script + "\n" + logs(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
