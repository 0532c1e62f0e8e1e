package io.webrtc4j.interop.demo;

import io.webrtc4j.interop.browser.DevTools;
import io.webrtc4j.interop.process.Launcher;
import io.webrtc4j.interop.waiting.Waiting;
import io.webrtc4j.testkit.process.ChildProcess;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts the demo, opens its page, says something, sends a file and takes a picture. */
public final class DemoVisit {
  private static final String OPEN = "Open ";
  private static final int WIDTH = 1_200;
  private static final int HEIGHT = 900;

  private DemoVisit() {}

  /**
   * Runs it.
   *
   * @param arguments where the picture goes
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    try (ChildProcess demo = Launcher.start("demo", "--port", "0");
        DevTools page = DevTools.open(address(demo), WIDTH, HEIGHT)) {
      try {
        talk(page);
        out.println("headline: " + text(page, "headline"));
        out.println("pair: " + text(page, "detail-pair"));
        out.println("candidates of the browser: " + text(page, "local-candidates"));
        out.println("candidates of the JVM: " + text(page, "remote-candidates"));
      } finally {
        Files.write(Path.of(arguments[0]), page.screenshot());
        out.println(demo.output() + page.output());
      }
    }
  }

  static URI address(ChildProcess demo) {
    String line = Waiting.await(demo.line(OPEN), OPEN, demo::output);
    return URI.create(line.substring(OPEN.length(), line.indexOf(' ', OPEN.length())));
  }

  private static void talk(DevTools page) {
    // The browser's address is hidden: the JVM resolves its name, or learns it from a packet.
    page.awaitTrue("document.getElementById('local-candidates').textContent.includes('.local')");
    page.awaitTrue("document.body.dataset.state === 'connected'");
    page.evaluate(
        """
        document.getElementById('chat-input').value = 'Hello';
        document.getElementById('chat-form').requestSubmit();
        """);
    page.awaitTrue("document.getElementById('messages').textContent.includes('Hello again!')");
    page.awaitTrue("document.getElementById('rtt-median').textContent !== '–'");
    page.chooseFile("#file-input", Launcher.path("demo"));
    page.awaitTrue("document.querySelector('#files li')?.dataset.file === 'done'");
  }

  private static String text(DevTools page, String id) {
    return page.evaluate("document.getElementById('" + id + "').innerText").asText();
  }
}
