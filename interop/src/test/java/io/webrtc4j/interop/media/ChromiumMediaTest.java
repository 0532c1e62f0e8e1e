package io.webrtc4j.interop.media;

import io.webrtc4j.testkit.browser.BrowserKind;

/** With Chromium. */
class ChromiumMediaTest extends MediaInterop {
  ChromiumMediaTest() {
    super(BrowserKind.CHROMIUM);
  }
}
