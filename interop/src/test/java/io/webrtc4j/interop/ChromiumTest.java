package io.webrtc4j.interop;

import io.webrtc4j.testkit.browser.BrowserKind;

/** With Chromium. */
class ChromiumTest extends BrowserInterop {
  ChromiumTest() {
    super(BrowserKind.CHROMIUM);
  }
}
