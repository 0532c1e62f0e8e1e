package io.webrtc4j.testkit.browser;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Firefox's preferences for tests, as a profile's {@code user.js}. */
final class FirefoxPreferences {
  private static final Map<String, Object> CANDIDATES_WITH_ADDRESSES =
      Map.of(
          "media.peerconnection.ice.loopback", true,
          "media.peerconnection.ice.obfuscate_host_addresses", false,
          // Without these permissions Firefox gathers on the route to a public address alone.
          "permissions.default.camera", 1,
          "permissions.default.microphone", 1,
          "media.navigator.streams.fake", true,
          "media.autoplay.default", 0,
          "media.navigator.permission.disabled", true);

  private static final Map<String, Object> CANDIDATES_WITH_NAMES =
      Map.of("media.peerconnection.ice.obfuscate_host_addresses", true);

  private static final Map<String, Object> NO_TRAFFIC_OF_ITS_OWN =
      Map.ofEntries(
          Map.entry("network.proxy.type", 0),
          Map.entry("network.dns.disabled", true),
          Map.entry("network.dns.disablePrefetch", true),
          Map.entry("network.prefetch-next", false),
          Map.entry("network.captive-portal-service.enabled", false),
          Map.entry("network.connectivity-service.enabled", false),
          Map.entry("media.gmp-manager.updateEnabled", false),
          Map.entry("media.gmp-manager.url", ""),
          Map.entry("media.gmp-provider.enabled", false),
          Map.entry("app.normandy.enabled", false),
          Map.entry("app.update.enabled", false),
          Map.entry("app.update.disabledForTesting", true),
          Map.entry("datareporting.policy.dataSubmissionEnabled", false),
          Map.entry("datareporting.healthreport.uploadEnabled", false),
          Map.entry("toolkit.telemetry.server", ""),
          Map.entry("toolkit.telemetry.reportingpolicy.firstRun", false),
          Map.entry("services.settings.server", ""),
          Map.entry("browser.safebrowsing.malware.enabled", false),
          Map.entry("browser.safebrowsing.phishing.enabled", false),
          Map.entry("browser.safebrowsing.downloads.enabled", false),
          Map.entry("browser.region.network.url", ""),
          Map.entry("browser.search.update", false),
          Map.entry("extensions.update.enabled", false),
          Map.entry("extensions.getAddons.cache.enabled", false),
          Map.entry("extensions.systemAddon.update.enabled", false));

  private static final Map<String, Object> NO_QUESTIONS =
      Map.of(
          "browser.shell.checkDefaultBrowser", false,
          "browser.aboutwelcome.enabled", false,
          "browser.newtabpage.enabled", false,
          "browser.startup.homepage_override.mstone", "ignore",
          "browser.sessionstore.resume_from_crash", false,
          "dom.min_background_timeout_value", 4,
          "dom.timeout.enable_budget_timer_throttling", false,
          "browser.dom.window.dump.enabled", true,
          "devtools.console.stdout.content", true);

  private FirefoxPreferences() {}

  static String asUserJs(HostCandidates candidates) {
    Map<String, Object> all =
        new TreeMap<>(
            candidates == HostCandidates.WITH_NAMES
                ? CANDIDATES_WITH_NAMES
                : CANDIDATES_WITH_ADDRESSES);
    all.putAll(NO_TRAFFIC_OF_ITS_OWN);
    all.putAll(NO_QUESTIONS);
    return all.entrySet().stream()
        .map(e -> "user_pref(\"" + e.getKey() + "\", " + literal(e.getValue()) + ");\n")
        .collect(Collectors.joining());
  }

  private static String literal(Object value) {
    return value instanceof String text ? '"' + text + '"' : value.toString();
  }
}
