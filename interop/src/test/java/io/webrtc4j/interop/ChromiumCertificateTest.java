package io.webrtc4j.interop;

import io.webrtc4j.testkit.browser.BrowserKind;

/** With Chromium. */
class ChromiumCertificateTest extends CertificateInterop {
  ChromiumCertificateTest() {
    super(BrowserKind.CHROMIUM);
  }
}
