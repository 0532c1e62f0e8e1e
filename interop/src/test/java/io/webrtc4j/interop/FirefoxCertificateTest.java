package io.webrtc4j.interop;

import io.webrtc4j.testkit.browser.BrowserKind;

/** With Firefox. */
class FirefoxCertificateTest extends CertificateInterop {
  FirefoxCertificateTest() {
    super(BrowserKind.FIREFOX);
  }
}
