package io.webrtc4j.interop.media;

import io.webrtc4j.testkit.browser.BrowserKind;

/** With Chromium. */
class ChromiumFlowTest extends FlowInterop {
  ChromiumFlowTest() {
    super(BrowserKind.CHROMIUM);
  }
}
