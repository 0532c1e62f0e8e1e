package io.webrtc4j.interop;

import io.webrtc4j.testkit.browser.BrowserKind;

/** With Firefox. */
class FirefoxOnABadPathTest extends BadPathInterop {
  FirefoxOnABadPathTest() {
    super(BrowserKind.FIREFOX);
  }
}
