package io.webrtc4j.testkit.browser;

import io.webrtc4j.testkit.process.Programs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The browsers that the tests start, and what each needs to be told on its command line. */
public enum BrowserKind {
  /** Chromium, Chrome or what else is built from it. */
  CHROMIUM {
    @Override
    public Path program() {
      return Programs.find("CHROMIUM", "chromium", "chromium-browser", "google-chrome");
    }

    @Override
    List<String> command(Path profile, URI page, HostCandidates candidates) {
      List<String> command = new ArrayList<>();
      command.add(program().toString());
      command.addAll(ChromiumFlags.ISOLATED);
      if (candidates == HostCandidates.WITH_ADDRESSES) {
        // A page that may use the camera is told addresses, whatever else is said.
        command.addAll(ChromiumFlags.FAKE_DEVICES);
        command.addAll(ChromiumFlags.LOOPBACK_CANDIDATES);
      }
      command.add("--user-data-dir=" + profile);
      command.add(page.toString());
      return command;
    }
  },

  /** Firefox, in Debian the extended support release. */
  FIREFOX {
    @Override
    public Path program() {
      return Programs.find("FIREFOX", "firefox-esr", "firefox");
    }

    @Override
    List<String> command(Path profile, URI page, HostCandidates candidates) throws IOException {
      Files.writeString(profile.resolve("user.js"), FirefoxPreferences.asUserJs(candidates));
      return List.of(
          program().toString(),
          "--headless",
          "--no-remote",
          "--profile",
          profile.toString(),
          page.toString());
    }
  };

  /**
   * Where the browser is: on the path, or where the environment variable {@code CHROMIUM} or {@code
   * FIREFOX} says.
   *
   * @throws AssertionError if it is nowhere, saying how to install it
   */
  public abstract Path program();

  /** Prepares the profile and returns the command that opens the page. */
  abstract List<String> command(Path profile, URI page, HostCandidates candidates)
      throws IOException;

  /** What the process finds in its environment besides what the test has. */
  Map<String, String> environment(Path profile) {
    return Map.of("HOME", profile.toString(), "MOZ_HEADLESS", "1");
  }
}
