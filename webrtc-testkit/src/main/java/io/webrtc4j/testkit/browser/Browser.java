package io.webrtc4j.testkit.browser;

import io.webrtc4j.testkit.process.ChildProcess;
import io.webrtc4j.testkit.process.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.stream.Collectors;

/** A running headless browser with a profile of its own, which goes with it. */
final class Browser implements AutoCloseable {
  /** What Chromium says where there is no desktop to talk to. */
  private static final String NO_DESKTOP = ":ERROR:dbus/";

  private final TemporaryFolder profile;
  private final ChildProcess process;

  private Browser(TemporaryFolder profile, ChildProcess process) {
    this.profile = profile;
    this.process = process;
  }

  /** Starts a browser on a page. */
  static Browser open(BrowserKind kind, URI page, HostCandidates candidates) {
    TemporaryFolder profile = TemporaryFolder.create();
    try {
      return new Browser(
          profile,
          ChildProcess.start(
              kind.toString(),
              kind.command(profile.path(), page, candidates),
              kind.environment(profile.path())));
    } catch (IOException e) {
      throw new UncheckedIOException("Can't write a profile for " + kind, e);
    }
  }

  /** What the browser printed, for a failing test. */
  String output() {
    return process
        .output()
        .lines()
        .filter(line -> !line.contains(NO_DESKTOP))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
    profile.close();
  }
}
