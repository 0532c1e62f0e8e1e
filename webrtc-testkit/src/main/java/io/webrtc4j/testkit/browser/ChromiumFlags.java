package io.webrtc4j.testkit.browser;

import java.util.List;

/** Chromium's switches for tests. */
public final class ChromiumFlags {
  /** A window-less browser that asks nobody anything and speaks to this machine alone. */
  public static final List<String> ISOLATED =
      List.of(
          "--headless=new",
          // Root can't have the sandbox, and the pages are ours.
          "--no-sandbox",
          "--no-first-run",
          "--no-default-browser-check",
          "--no-proxy-server",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-default-apps",
          "--disable-domain-reliability",
          "--disable-client-side-phishing-detection",
          "--disable-breakpad",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--mute-audio",
          "--password-store=basic",
          // A page without a window counts as hidden, and hidden pages' timers are slowed down.
          "--disable-background-timer-throttling",
          "--disable-renderer-backgrounding",
          "--disable-backgrounding-occluded-windows",
          "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost"
              + " , EXCLUDE *.local");

  /** Host candidates on 127.0.0.1, and with their addresses rather than mDNS names. */
  public static final List<String> LOOPBACK_CANDIDATES =
      List.of(
          "--allow-loopback-in-peer-connection", "--disable-features=WebRtcHideLocalIpsWithMdns");

  /** A camera and a microphone that nobody has to permit, and media that plays by itself. */
  public static final List<String> FAKE_DEVICES =
      List.of(
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream",
          "--autoplay-policy=no-user-gesture-required");

  private ChromiumFlags() {}
}
