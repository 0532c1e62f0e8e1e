package io.webrtc4j.interop.demo;

import io.webrtc4j.interop.browser.DevTools;
import io.webrtc4j.interop.process.Launcher;
import io.webrtc4j.testkit.process.ChildProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Starts the demo and has two video calls with it from its page, one after the other. */
public final class CallVisit {
  /** The page knows nothing of tests; this is how they find its connections. */
  private static final String REMEMBER_CONNECTIONS =
      """
      {
        const connections = (globalThis.connections = []);
        globalThis.RTCPeerConnection = class extends RTCPeerConnection {
          constructor(...configuration) {
            super(...configuration);
            connections.push(this);
          }
        };
      }
      """;

  /** Resolves when so many more frames were decoded and sound was heard; says which and when. */
  private static final String RECEIVED_MORE =
      """
      (async () => {
        const received = async () => {
          const sums = { framesDecoded: 0, totalAudioEnergy: 0 };
          for (const entry of (await connections.at(-1).getStats()).values()) {
            if (entry.type === 'inbound-rtp') {
              sums.framesDecoded += entry.framesDecoded ?? 0;
              sums.totalAudioEnergy += entry.totalAudioEnergy ?? 0;
            }
          }
          return sums;
        };
        const before = await received();
        for (let attempt = 0; attempt < 100; attempt++) {
          await new Promise((resolve) => setTimeout(resolve, 200));
          const after = await received();
          if (after.framesDecoded >= before.framesDecoded + %d
              && after.totalAudioEnergy > before.totalAudioEnergy) {
            return { before, after };
          }
        }
        const stats = [...(await connections.at(-1).getStats()).values()];
        throw new Error(JSON.stringify(stats.filter(({ type }) => /rtp/.test(type)), null, 1));
      })()
      """
          .formatted(60);

  /** All cells but those that a sound has nothing to say in. */
  private static final String FIGURES_ARE_FILLED =
      """
      [...document.querySelectorAll('#call td')]
        .every((cell) => cell.textContent !== '–' || /audio-(size|frames)/.test(cell.dataset.figure))
      """;

  /** Both sides' cells of one figure are the same. */
  private static final String SIZES_ARE_THE_SAME =
      """
      new Set([...document.querySelectorAll('[data-figure="video-size"]')]
        .map((cell) => cell.textContent)).size === 1
      """;

  private static final int WIDTH = 1_200;

  /** All of the page: what can't be seen is not painted. */
  private static final int HEIGHT = 2_600;

  private final PrintStream out = System.out;
  private final DevTools page;

  private CallVisit(DevTools page) {
    this.page = page;
  }

  /**
   * Runs it.
   *
   * @param arguments where the picture goes, what the page is to say of its source, and the
   *     browser's switches
   */
  public static void main(String[] arguments) throws Exception {
    String[] switches = Arrays.copyOfRange(arguments, 2, arguments.length);
    try (ChildProcess demo = Launcher.start("demo", "--port", "0");
        DevTools page = DevTools.open(URI.create("about:blank"), WIDTH, HEIGHT, switches)) {
      page.beforeEachPage(REMEMBER_CONNECTIONS);
      page.navigate(DemoVisit.address(demo));
      CallVisit visit = new CallVisit(page);
      try {
        page.awaitTrue("document.body.dataset.state === 'connected'");
        visit.call(arguments[1]);
        visit.picture(Path.of(arguments[0]));
        visit.hangUp();
        visit.call(arguments[1]);
        visit.hangUp();
        visit.talk();
      } finally {
        visit.picture(Path.of(arguments[0].replace(".png", "-last.png")));
        visit.out.println(demo.output() + page.output());
      }
    }
    System.exit(0);
  }

  private void call(String source) {
    page.click("#call-start");
    page.awaitTrue("document.getElementById('call-note').textContent.includes('" + source + "')");
    page.awaitTrue(FIGURES_ARE_FILLED);
    page.awaitTrue(SIZES_ARE_THE_SAME);
    hear();
    out.println("received: " + page.evaluate(RECEIVED_MORE));
    out.println(page.evaluate("document.getElementById('call').innerText").asText());
  }

  /** The returned sound is off until it is wanted. */
  private void hear() {
    page.awaitTrue("document.getElementById('call-returned').muted");
    page.click("#call-sound");
    page.awaitTrue("!document.getElementById('call-returned').muted");
  }

  private void hangUp() {
    page.evaluate("globalThis.sent = document.getElementById('call-own').srcObject.getTracks()");
    page.click("#call-end");
    page.awaitTrue(
        "document.getElementById('call').dataset.call === 'off'"
            + " && sent.every((track) => track.readyState === 'ended')");
  }

  private void talk() {
    page.evaluate(
        """
        document.getElementById('chat-input').value = 'Hello';
        document.getElementById('chat-form').requestSubmit();
        """);
    page.awaitTrue("document.getElementById('messages').textContent.includes('Hello again!')");
  }

  private void picture(Path file) throws IOException {
    Files.write(file, page.screenshot());
  }
}
