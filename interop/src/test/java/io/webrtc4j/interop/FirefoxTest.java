package io.webrtc4j.interop;

import io.webrtc4j.testkit.browser.BrowserKind;

/** With Firefox. */
class FirefoxTest extends BrowserInterop {
  FirefoxTest() {
    super(BrowserKind.FIREFOX);
  }
}
