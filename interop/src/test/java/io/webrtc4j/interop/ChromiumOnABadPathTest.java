package io.webrtc4j.interop;

import io.webrtc4j.testkit.browser.BrowserKind;

/** With Chromium. */
class ChromiumOnABadPathTest extends BadPathInterop {
  ChromiumOnABadPathTest() {
    super(BrowserKind.CHROMIUM);
  }
}
