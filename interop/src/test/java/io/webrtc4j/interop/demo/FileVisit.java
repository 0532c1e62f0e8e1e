package io.webrtc4j.interop.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.webrtc4j.interop.browser.DevTools;
import io.webrtc4j.interop.process.Launcher;
import io.webrtc4j.interop.shim.BadPath;
import io.webrtc4j.interop.shim.Route;
import io.webrtc4j.interop.waiting.Waiting;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.testkit.process.ChildProcess;
import io.webrtc4j.testkit.process.TemporaryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Starts the demo and sends it files from its page along a path that loses one datagram in twenty,
 * the way people do: chosen on the disk, and dropped on the page. Takes pictures underway, in the
 * end, and when the demo has ended in the middle.
 */
public final class FileVisit {
  private static final LinkConditions LOSSY =
      LinkConditions.perfect().withDelay(Duration.ofMillis(1)).withLoss(0.05);
  private static final long SEED = 20;
  private static final int FILE_BYTES = 6_000_000;
  private static final int WIDTH = 1_200;
  private static final int HEIGHT = 900;

  /** Sends what leads to the JVM around by the path; the JVM finds the page's end by itself. */
  private static final String DETOUR =
      """
      {
        const detour = async (what, body) =>
          (await fetch('%s' + what, { method: 'POST', body })).text();
        const { addIceCandidate, setRemoteDescription } = RTCPeerConnection.prototype;
        RTCPeerConnection.prototype.addIceCandidate = async function (init) {
          const candidate = await detour('candidate', init.candidate);
          if (candidate) await addIceCandidate.call(this, { ...init, candidate });
        };
        RTCPeerConnection.prototype.setRemoteDescription = async function ({ type, sdp }) {
          await setRemoteDescription.call(this, { type, sdp: await detour('description', sdp) });
        };
        const { send } = WebSocket.prototype;
        WebSocket.prototype.send = function (text) {
          const message = JSON.parse(text);
          if (message.type === 'candidate') return;
          message.sdp &&= message.sdp.replace(/a=candidate:.*\\r\\n/g, '');
          send.call(this, JSON.stringify(message));
        };
      }
      """;

  private final PrintStream out;
  private final DevTools page;
  private final ChildProcess demo;
  private final Path pictures;

  private FileVisit(PrintStream out, DevTools page, ChildProcess demo, Path pictures) {
    this.out = out;
    this.page = page;
    this.demo = demo;
    this.pictures = pictures;
  }

  /**
   * Runs it.
   *
   * @param arguments the folder for the pictures
   */
  public static void main(String[] arguments) throws Exception {
    try (BadPath path = BadPath.open(LOSSY, SEED);
        ChildProcess demo = Launcher.start("demo", "--port", "0");
        DevTools page = DevTools.open(URI.create("about:blank"), WIDTH, HEIGHT)) {
      HttpServer detours = detours(path);
      page.beforeEachPage(DETOUR.formatted("http://127.0.0.1:" + port(detours) + "/"));
      page.navigate(DemoVisit.address(demo));
      FileVisit visit = new FileVisit(System.out, page, demo, Path.of(arguments[0]));
      try {
        visit.run();
        visit.out.println("lost " + path.lost() + " of " + path.sent() + " datagrams");
      } finally {
        detours.stop(0);
      }
    }
    System.exit(0);
  }

  private void run() throws IOException {
    try {
      page.awaitTrue("document.body.dataset.state === 'connected'");
      chosenFileArrives();
      droppedFilesArrive();
      aCancelledFileIsSaidToBe();
      theEndOfTheDemoIsSaid();
    } finally {
      picture("demo-files-last.png");
      out.println(demo.output() + page.output());
    }
  }

  private void chosenFileArrives() throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      byte[] content = new byte[FILE_BYTES];
      new Random(SEED).nextBytes(content);
      Path file = Files.write(folder.path().resolve("holiday.jpg"), content);
      page.chooseFile("#file-input", file);
      page.awaitTrue("document.querySelector('.file-bar').value > 1e6");
      picture("demo-files-underway.png");
      awaitDone("holiday.jpg");
    }
  }

  private void droppedFilesArrive() throws IOException {
    page.evaluate(
        """
        {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([], 'empty.txt'));
          dataTransfer.items.add(new File(['x'], '<b>bold</b>.html'));
          dataTransfer.items.add(new File([new Uint8Array(300_000)], 'zeros.bin'));
          const drop = document.getElementById('drop');
          drop.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true }));
          drop.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
        }
        """);
    awaitDone("empty.txt");
    awaitDone("<b>bold</b>.html");
    awaitDone("zeros.bin");
    picture("demo-files-done.png");
  }

  private void aCancelledFileIsSaidToBe() {
    begin("cancelled.bin");
    page.evaluate("%s.querySelector('button').click()".formatted(row("cancelled.bin")));
    awaitFailed("cancelled.bin", "Cancelled");
    Waiting.await(demo.line("Cut off: \"cancelled.bin\""), "the demo to say so", demo::output);
  }

  private void theEndOfTheDemoIsSaid() {
    begin("lost.bin");
    demo.terminate();
    awaitFailed("lost.bin", "The connection was lost");
  }

  /** Sends a file that takes a while, and waits until some of it is there. */
  private void begin(String name) {
    page.evaluate(
        """
        {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([new Uint8Array(100_000_000)], '%s'));
          const drop = document.getElementById('drop');
          drop.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
        }
        """
            .formatted(name));
    page.awaitTrue("%s.querySelector('progress').value > 0".formatted(row(name)));
  }

  private void awaitDone(String name) {
    page.awaitTrue("%s?.dataset.file === 'done'".formatted(row(name)));
    String digest = page.evaluate(row(name) + ".dataset.digest").asText();
    String said = "Received \"" + name + "\"";
    String line = Waiting.await(demo.line(said), said, demo::output);
    if (!line.endsWith("SHA-256 " + digest)) {
      throw new AssertionError("The page has " + digest + ", the demo says " + line);
    }
    out.println(page.evaluate(row(name) + ".innerText").asText());
  }

  private void awaitFailed(String name, String why) {
    page.awaitTrue(
        "%1$s.dataset.file === 'failed' && %1$s.textContent.includes('%2$s')"
            .formatted(row(name), why));
  }

  private static String row(String name) {
    return "[...document.querySelectorAll('#files li')]"
        + ".find((row) => row.querySelector('.file-name').textContent === '"
        + name
        + "')";
  }

  private void picture(String name) throws IOException {
    Files.write(pictures.resolve(name), page.screenshot());
  }

  /** Link-local addresses can't be bound without their zone, which candidates don't have. */
  private static HttpServer detours(BadPath path) throws IOException {
    Route route =
        candidate -> candidate.contains(" fe80:") ? Optional.empty() : path.candidate(candidate);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/candidate", exchange -> answer(exchange, text -> route.candidate(text).orElse("")));
    server.createContext("/description", exchange -> answer(exchange, route::description));
    server.start();
    return server;
  }

  private static int port(HttpServer server) {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, UnaryOperator<String> what) throws IOException {
    try (exchange) {
      String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      byte[] answer = what.apply(asked).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
