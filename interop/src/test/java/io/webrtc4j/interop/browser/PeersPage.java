package io.webrtc4j.interop.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.webrtc4j.interop.process.Launcher;
import io.webrtc4j.interop.waiting.Waiting;
import io.webrtc4j.testkit.browser.BrowserKind;
import io.webrtc4j.testkit.browser.BrowserPage;
import io.webrtc4j.testkit.browser.HostCandidates;
import io.webrtc4j.testkit.browser.PageException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A browser with a page whose peer connections do what a test tells them. All waiting is for
 * something to happen, with a limit; who runs into it gets the browser's and the page's logs.
 */
public final class PeersPage implements AutoCloseable {
  private static final Path PAGE =
      Path.of("interop/src/test/resources/io/webrtc4j/interop/www/page.html");
  private static final String CALL = "return await peers.%s(...args)";

  private final PageEvents events = new PageEvents();
  private final BrowserPage page;

  private PeersPage(BrowserKind kind, HostCandidates candidates) {
    page = BrowserPage.open(kind, Launcher.project().resolve(PAGE), candidates, events::add);
  }

  /** Starts a browser and waits until its page takes commands. */
  public static PeersPage open(BrowserKind kind) {
    return open(kind, HostCandidates.WITH_ADDRESSES);
  }

  /** As {@link #open(BrowserKind)}, with a choice of the browser's candidates. */
  public static PeersPage open(BrowserKind kind, HostCandidates candidates) {
    return new PeersPage(kind, candidates);
  }

  /**
   * Runs a script in the page, as the body of an async function with the arguments in {@code args}.
   *
   * @throws PageException if it throws
   */
  public JsonNode run(String script, Object... arguments) {
    return page.run(script, arguments);
  }

  /** Calls a function of the page's scripts. */
  public JsonNode call(String function, Object... arguments) {
    return run(CALL.formatted(function), arguments);
  }

  /** A peer connection in the page; the test closes it. */
  public BrowserPeer peer() {
    return new BrowserPeer(this, events, "create");
  }

  /** A peer connection with an RSA certificate. */
  public BrowserPeer peerWithRsa() {
    return new BrowserPeer(this, events, "createWithRsa");
  }

  /** A peer connection for audio and video, with the W3C's configuration in JSON form. */
  public BrowserPeer peerForMedia(Map<String, ?> configuration) {
    return new BrowserPeer(this, events, "createForMedia", configuration);
  }

  /** Waits for something to happen. */
  <T> T await(CompletableFuture<T> future, String what) {
    return Waiting.await(future, what, this::logs);
  }

  /** What the page, its peers and the browser have to say, for a failing test. */
  public String logs() {
    return "--- last events:\n" + events + page.logs();
  }

  @Override
  public void close() {
    page.close();
  }
}
