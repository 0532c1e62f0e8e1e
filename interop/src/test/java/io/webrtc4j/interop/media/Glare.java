package io.webrtc4j.interop.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.webrtc4j.PerfectNegotiator;
import io.webrtc4j.RTCIceCandidate;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.interop.browser.BrowserPeer.Description;
import io.webrtc4j.interop.waiting.Waiting;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;

/**
 * Two peers that negotiate by themselves, the library's with {@link PerfectNegotiator}, and change
 * things at the same time.
 */
final class Glare implements AutoCloseable {
  private static final String CHANNEL = "d";

  private final JvmMediaPeer jvm;
  private final BrowserMediaPeer browser;
  private final PerfectNegotiator negotiator;
  private final Changes ofJvm;
  private final Changes ofBrowser;
  private final AtomicInteger sentByJvm = new AtomicInteger();
  private final AtomicInteger takenByJvm = new AtomicInteger();
  private final List<String> signals = new CopyOnWriteArrayList<>();
  private final List<Throwable> errors = new CopyOnWriteArrayList<>();

  /** What the page's negotiator says of itself. */
  private record Negotiated(int sent, int taken, List<String> errors) {}

  /**
   * Connects the two, with a channel.
   *
   * @param polite whether the library gives way, or else the browser
   * @param withRestarts whether ICE restarts are among the changes
   */
  Glare(
      JvmMediaPeer jvm,
      BrowserMediaPeer browser,
      boolean polite,
      boolean withRestarts,
      RandomGenerator random) {
    this.jvm = jvm;
    this.browser = browser;
    this.ofJvm = new Changes(jvm, withRestarts, random);
    this.ofBrowser = new Changes(browser, withRestarts, random);
    this.negotiator = new PerfectNegotiator(jvm.connection(), polite, new ToBrowser());
    negotiator.onError(errors::add);
    browser.onSignal(this::toJvm);
    browser.negotiate(!polite);
    FirstOffers.addTracksOf(jvm, "audio", "video");
    jvm.openChannel(CHANNEL);
    awaitQuiet();
    jvm.awaitOpen(CHANNEL);
    browser.awaitOpen(CHANNEL);
  }

  /** So many rounds; a failure has the {@link #logs}. */
  void rounds(int count) {
    for (int i = 1; i <= count; i++) {
      try {
        round();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("Round " + i + ": " + e.getMessage() + "\n" + logs(), e);
      }
    }
  }

  /** Both sides change something at once; fails unless they come to agree. */
  void round() {
    Runnable atJvm = ofJvm.next();
    Runnable atBrowser = ofBrowser.next();
    CompletableFuture<Void> changed = CompletableFuture.runAsync(atBrowser);
    atJvm.run();
    changed.join();
    awaitQuiet();
    Agreement.of(jvm.view(), browser.view()).check();
    jvm.awaitConnected();
    browser.awaitConnected();
    jvm.send(CHANNEL, "hello");
    Agreement.checkMessage(browser.awaitMessage(CHANNEL), "hello");
    browser.send(CHANNEL, "hello yourself");
    Agreement.checkMessage(jvm.awaitMessage(CHANNEL), "hello yourself");
  }

  /** What was signalled and done, and what the peers have to say. */
  String logs() {
    return "--- changes of the JVM's: %s%n--- changes of the browser's: %s%n%s%s%s"
        .formatted(ofJvm, ofBrowser, String.join("", signals), jvm.logs(), browser.logs());
  }

  @Override
  public void close() {
    negotiator.close();
    jvm.close();
    browser.close();
  }

  /** Waits until everything has been said, and nothing is left to be negotiated. */
  private void awaitQuiet() {
    long end = System.nanoTime() + Waiting.LIMIT.toNanos();
    while (!isQuiet()) {
      assertThat(errors).as("errors of the JVM's negotiator").isEmpty();
      assertThat(negotiated().errors()).as("errors of the page's negotiator").isEmpty();
      assertThat(System.nanoTime())
          .as("negotiation goes on and on: %s and %s", jvm.view(), browser.view())
          .isLessThan(end);
    }
  }

  /** Each look takes a round trip to the page and back, so this does not spin. */
  private boolean isQuiet() {
    Negotiated page = negotiated();
    int sent = sentByJvm.get();
    int taken = takenByJvm.get();
    return page.taken() == sent
        && page.sent() == taken
        && Agreement.of(jvm.view(), browser.view()).isAllThatIsWanted()
        && page.equals(negotiated())
        && sent == sentByJvm.get();
  }

  private Negotiated negotiated() {
    JsonNode node = browser.negotiated();
    return new Negotiated(
        node.get("sent").asInt(),
        node.get("taken").asInt(),
        StreamSupport.stream(node.get("errors").spliterator(), false)
            .map(JsonNode::asText)
            .toList());
  }

  private void toJvm(JsonNode message) {
    JsonNode description = message.get("description");
    if (description != null) {
      note("browser", description.get("type").asText(), description.get("sdp").asText());
      RTCSdpType type = Dictionaries.named(RTCSdpType.values(), description.get("type").asText());
      negotiator.receive(new RTCSessionDescriptionInit(type, description.get("sdp").asText()));
    } else {
      negotiator.receive(BrowserMediaPeer.candidate(message.get("candidate")));
    }
    takenByJvm.incrementAndGet();
  }

  private void note(String who, String type, String sdp) {
    signals.add("--- " + type + " of the " + who + ":\n" + sdp);
  }

  private final class ToBrowser implements PerfectNegotiator.Signaling {
    @Override
    public void send(RTCSessionDescription description) {
      note("JVM", description.type().toString(), description.sdp());
      sentByJvm.incrementAndGet();
      browser.take(
          Map.of("description", new Description(description.type().toString(), description.sdp())));
    }

    @Override
    public void send(RTCIceCandidate candidate) {
      sentByJvm.incrementAndGet();
      browser.take(Map.of("candidate", candidate.toJSON()));
    }
  }
}
