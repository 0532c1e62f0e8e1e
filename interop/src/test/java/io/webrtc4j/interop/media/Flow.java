package io.webrtc4j.interop.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCTransportStats;
import io.webrtc4j.interop.Offerer;
import io.webrtc4j.interop.browser.PeersPage;
import io.webrtc4j.interop.shim.Route;
import io.webrtc4j.interop.waiting.Happenings;
import io.webrtc4j.interop.waiting.Waiting;
import io.webrtc4j.testkit.browser.BrowserKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A browser and the library in a call, and what each makes of what it gets. */
final class Flow implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  final JvmMediaPeer jvm;
  final BrowserMediaPeer browser;

  private final Meeting meeting;
  private final Happenings<MediaStreamTrack> tracks = new Happenings<>();
  private final boolean jvmOffers;

  Flow(BrowserKind kind, PeersPage page, Offerer offerer) {
    this(kind, page, offerer, new JvmMediaPeer(Map.of(), page::logs));
  }

  Flow(BrowserKind kind, PeersPage page, Offerer offerer, JvmMediaPeer jvm) {
    this(kind, page, offerer, jvm, Route.DIRECT);
  }

  Flow(BrowserKind kind, PeersPage page, Offerer offerer, JvmMediaPeer jvm, Route route) {
    this.jvm = jvm;
    browser = new BrowserMediaPeer(kind, page, Map.of());
    jvmOffers = offerer == Offerer.JVM;
    meeting = jvmOffers ? new Meeting(jvm, browser, route) : new Meeting(browser, jvm, route);
    jvm.connection().onTrack(event -> tracks.add(event.track()));
  }

  /** An offer of the one who offers, and its answer. */
  Flow negotiate() {
    return negotiate(jvmOffers ? jvm : browser, jvmOffers ? browser : jvm);
  }

  /** An offer of the browser's, whoever offered first, and its answer. */
  void browserNegotiates() {
    negotiate(browser, jvm);
  }

  /** An offer of the library's, whoever offered first, and its answer. */
  void jvmNegotiates() {
    negotiate(jvm, browser);
  }

  /** What they agree on is the scenarios' concern; here it is what flows then. */
  private Flow negotiate(MediaPeer from, MediaPeer to) {
    meeting.deliver(from, to, UnaryOperator.identity());
    meeting.deliver(to, from, UnaryOperator.identity());
    jvm.awaitConnected();
    browser.awaitConnected();
    return this;
  }

  /** Whether the library makes the first offer. */
  boolean jvmOffers() {
    return jvmOffers;
  }

  /** Waits for a track of the browser's. */
  MediaStreamTrack awaitTrack(String kind) {
    return Waiting.await(
        tracks.next(track -> track.kind().equals(kind)), "a track of " + kind, this::logs);
  }

  String logs() {
    return meeting.logs();
  }

  /** How our side protects its media, by our statistics. */
  String srtpCipher() {
    return Waiting.await(jvm.connection().getStats(), "our statistics", this::logs)
        .ofType(RTCTransportStats.class)
        .get(0)
        .srtpCipher();
  }

  /** What the browser's statistics say of what it receives, of one kind. */
  JsonNode inbound(String kind) {
    for (JsonNode entry : browser.flow("statsOf", "inbound-rtp")) {
      if (entry.path("kind").asText().equals(kind)) {
        return entry;
      }
    }
    return MissingNode.getInstance();
  }

  /** Looks at the browser's statistics again and again until they are as wanted. */
  JsonNode awaitInbound(String kind, String what, Predicate<JsonNode> wanted) {
    long end = System.nanoTime() + LIMIT.toNanos();
    List<JsonNode> seen = new ArrayList<>();
    while (System.nanoTime() < end) {
      JsonNode now = inbound(kind);
      if (wanted.test(now)) {
        return now;
      }
      seen.add(now);
    }
    throw new AssertionError(
        "Waited "
            + LIMIT
            + " for "
            + what
            + "; the last was "
            + seen.get(seen.size() - 1)
            + "\n"
            + logs());
  }

  @Override
  public void close() {
    browser.flow("stopFlow");
    meeting.close();
  }
}
