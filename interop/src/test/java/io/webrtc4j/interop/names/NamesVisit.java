package io.webrtc4j.interop.names;

import static io.webrtc4j.interop.names.NamedPair.require;

import io.webrtc4j.PeerReport;
import io.webrtc4j.interop.Offerer;
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
      for (Offerer offerer : Offerer.values()) {
        out.printf("%s offers, the JVM's name is resolved: %s%n", offerer, publish(page, offerer));
        out.printf("%s offers, %s's name is resolved: %s%n", offerer, kind, resolve(page, offerer));
      }
    }
  }

  /** The browser knows no candidate of ours, so that the first packet has to come from us. */
  private static String resolve(PeersPage page, Offerer offerer) {
    try (NamedPair pair = new NamedPair(page, false)) {
      pair.connect(offerer);
      PeerReport report = pair.report();
      require(
          report.hiddenCandidates().stream().anyMatch(line -> line.endsWith(": resolved")),
          report.toString());
      require(String.valueOf(report.remoteCandidate()).matches(NAME + " host"), report.toString());
      return pair.took().toMillis() + " ms, " + report.candidatePairs();
    }
  }

  /** We know no candidate of the browser's, so that the first packet has to come from there. */
  private static String publish(PeersPage page, Offerer offerer) {
    try (NamedPair pair = new NamedPair(page, true)) {
      pair.connect(offerer);
      PeerReport report = pair.report();
      require(report.hiddenCandidates().isEmpty(), report.toString());
      require(String.valueOf(report.localCandidate()).matches(NAME + " host"), report.toString());
      require(String.valueOf(report.remoteCandidate()).endsWith(" prflx"), report.toString());
      require(
          pair.told().stream().noneMatch(text -> text.contains(NetworkNamespace.ADDRESS)),
          pair.told().toString());
      return pair.took().toMillis() + " ms, " + report.candidatePairs();
    }
  }
}
