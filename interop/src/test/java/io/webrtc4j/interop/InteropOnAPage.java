package io.webrtc4j.interop;

import io.webrtc4j.interop.browser.PeersPage;
import io.webrtc4j.testkit.browser.BrowserKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/** Tests with one page of a browser, on which each makes connections of its own. */
@Tag("interop")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class InteropOnAPage {
  protected final BrowserKind kind;
  protected PeersPage page;

  protected InteropOnAPage(BrowserKind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void openPage() {
    page = PeersPage.open(kind);
  }

  @AfterAll
  void closePage() {
    page.close();
  }
}
