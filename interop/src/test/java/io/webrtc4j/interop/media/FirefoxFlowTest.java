package io.webrtc4j.interop.media;

import io.webrtc4j.testkit.browser.BrowserKind;

/** With Firefox. */
class FirefoxFlowTest extends FlowInterop {
  FirefoxFlowTest() {
    super(BrowserKind.FIREFOX);
  }
}
