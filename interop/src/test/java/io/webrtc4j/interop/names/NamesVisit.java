package io.webrtc4j.interop.names;

import static io.webrtc4j.interop.names.NamedPair.require;

import io.webrtc4j.PeerReport;
import io.webrtc4j.interop.browser.PeersPage;
import io.webrtc4j.interop.process.NetworkNamespace;
import io.webrtc4j.testkit.browser.BrowserKind;
import io.webrtc4j.testkit.browser.HostCandidates;
import java.io.PrintStream;

/** Connects with a browser that hides its addresses, and hides ours from it. */
public final class NamesVisit {
  private static final String NAME = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.local:\\d+";

  private NamesVisit() {}

  /**
   * Runs it.
   *
   * @param arguments the browser, as {@link BrowserKind} names it
   */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    BrowserKind kind = BrowserKind.valueOf(arguments[0]);
    try (PeersPage page = PeersPage.open(kind, HostCandidates.WITH_NAMES)) {
      for (boolean jvmOffers : new boolean[] {true, false}) {
        String who = jvmOffers ? "the JVM" : kind.toString();
        out.printf(
            "%s offers and %s's name is resolved: %s%n", who, kind, resolve(page, jvmOffers));
        out.printf("%s offers and the JVM's name is resolved: %s%n", who, publish(page, jvmOffers));
      }
    }
  }

  /** The browser knows no candidate of ours, so that the first packet has to come from us. */
  private static String resolve(PeersPage page, boolean jvmOffers) {
    try (NamedPair pair = new NamedPair(page, false)) {
      pair.connect(jvmOffers);
      PeerReport report = pair.report();
      require(
          report.hiddenCandidates().stream().anyMatch(line -> line.endsWith(": resolved")),
          report.toString());
      require(String.valueOf(report.remoteCandidate()).matches(NAME + " host"), report.toString());
      return report.candidatePairs().toString();
    }
  }

  /** We know no candidate of the browser's, so that the first packet has to come from there. */
  private static String publish(PeersPage page, boolean jvmOffers) {
    try (NamedPair pair = new NamedPair(page, true)) {
      pair.connect(jvmOffers);
      PeerReport report = pair.report();
      require(report.hiddenCandidates().isEmpty(), report.toString());
      require(String.valueOf(report.localCandidate()).matches(NAME + " host"), report.toString());
      require(String.valueOf(report.remoteCandidate()).endsWith(" prflx"), report.toString());
      require(
          pair.told().stream().noneMatch(text -> text.contains(NetworkNamespace.ADDRESS)),
          pair.told().toString());
      return report.candidatePairs().toString();
    }
  }
}
