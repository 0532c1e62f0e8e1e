package io.webrtc4j.interop.ending;

import io.webrtc4j.interop.browser.DevTools;
import io.webrtc4j.interop.browser.PageServer;
import io.webrtc4j.interop.matrix.AiortcProgram;
import io.webrtc4j.interop.matrix.PionProgram;
import io.webrtc4j.interop.process.Launcher;
import io.webrtc4j.interop.waiting.Waiting;
import io.webrtc4j.testkit.browser.BrowserKind;
import io.webrtc4j.testkit.browser.BrowserPage;
import io.webrtc4j.testkit.process.ChildProcess;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Lets connections end in every way, at the same time because most of it is waiting, and prints a
 * line for each: what the server said, and after how long.
 */
public final class EndingRun {
  /** How the line of an ending that was noticed goes on after its name. */
  static final String NOTICED = " was noticed: ";

  /** How it goes on otherwise. */
  static final String FAILED = " was not noticed: ";

  private static final Path STAYING =
      Path.of("interop/src/test/resources/io/webrtc4j/interop/www/staying.html");
  private static final int WIDTH = 400;
  private static final int HEIGHT = 300;

  /** RFC 7675 §5.1: consent runs out 30 s after the last answer; the rest is a busy machine. */
  private static final Duration CONSENT = Duration.ofSeconds(40);

  private final PrintStream out;
  private final List<AutoCloseable> opened = new ArrayList<>();

  private EndingRun(PrintStream out) {
    this.out = out;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    EndingRun run = new EndingRun(System.out);
    List<CompletableFuture<Void>> all =
        List.of(
            run.inBackground(run::chromiumKilled),
            run.inBackground(() -> run.programKilled(Ending.PION_KILLED, PionProgram.command())),
            run.inBackground(
                () -> run.programKilled(Ending.AIORTC_KILLED, AiortcProgram.command())),
            run.inBackground(run::firefox),
            run.inBackground(run::chromiumTabs));
    for (CompletableFuture<Void> each : all) {
      each.exceptionally(failure -> null).join();
    }
    run.close();
    System.exit(0);
  }

  /** What an ending's line begins with. */
  static String name(Ending ending) {
    return "ending " + ending;
  }

  /** Something that ends a connection, however it likes. */
  private interface Step {
    void run() throws Exception;
  }

  private CompletableFuture<Void> inBackground(Callable<?> client) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            client.call();
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        task -> new Thread(task).start());
  }

  private Void chromiumKilled() throws Exception {
    WatchedServer server = opened(new WatchedServer());
    BrowserPage page = opened(stayingPage(BrowserKind.CHROMIUM));
    page.run("stay(args[0])", server.uri());
    end(Ending.CHROMIUM_KILLED, server, 1, page::kill);
    return null;
  }

  private Void firefox() throws Exception {
    WatchedServer server = opened(new WatchedServer());
    BrowserPage page = opened(stayingPage(BrowserKind.FIREFOX));
    page.run("stay(args[0])", server.uri());
    end(Ending.FIREFOX_RELOADED, server, 1, () -> reload(page));
    end(Ending.FIREFOX_KILLED, server, 2, page::kill);
    return null;
  }

  /** One tab crashes, and while that is waited for the others go on. */
  private Void chromiumTabs() throws Exception {
    PageServer pages = opened(new PageServer());
    WatchedServer crashing = opened(new WatchedServer());
    WatchedServer closing = opened(new WatchedServer());
    DevTools first = opened(DevTools.open(staying(pages, crashing), WIDTH, HEIGHT));
    DevTools second = first.openTab(staying(pages, closing));
    CompletableFuture<Void> crash =
        inBackground(
            () -> {
              end(Ending.CHROMIUM_TAB_CRASHED, crashing, 1, first::crashTab);
              return null;
            });
    end(Ending.CHROMIUM_RELOADED, closing, 1, second::reload);
    end(Ending.CHROMIUM_TAB_CLOSED, closing, 2, second::closeTab);
    crash.join();
    return null;
  }

  private Void programKilled(Ending ending, List<String> command) throws Exception {
    WatchedServer server = opened(new WatchedServer());
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of("offer", server.uri().toString(), "1"));
    ChildProcess client = opened(ChildProcess.start(ending.name(), whole, Map.of()));
    Waiting.await(client.line("staying"), "its dialogue", client::output);
    end(ending, server, 1, client::kill);
    return null;
  }

  /** Ends the connection of this number, and tells whether and when the server noticed. */
  private void end(Ending ending, WatchedServer server, int connection, Step step) {
    try {
      server.awaitConnected(connection);
      long begun = System.nanoTime();
      step.run();
      String said = server.awaitOver(connection, CONSENT);
      double seconds = (System.nanoTime() - begun) / 1e9;
      out.printf(Locale.ROOT, "%s%s%s (%.1f s)%n", name(ending), NOTICED, said, seconds);
    } catch (Exception | AssertionError e) {
      out.println(name(ending) + FAILED + e);
    }
  }

  private static BrowserPage stayingPage(BrowserKind kind) {
    return BrowserPage.open(kind, Launcher.project().resolve(STAYING), told -> {});
  }

  /** Loads the page again; whether it says that it will do so is a matter of chance. */
  private void reload(BrowserPage page) {
    var unused = inBackground(() -> page.run("location.reload()"));
  }

  private static URI staying(PageServer pages, WatchedServer server) {
    return pages.uri("staying.html?server=" + server.uri());
  }

  private synchronized <T extends AutoCloseable> T opened(T resource) {
    opened.add(resource);
    return resource;
  }

  private synchronized void close() throws Exception {
    for (AutoCloseable resource : opened) {
      resource.close();
    }
  }
}
