package io.webrtc4j.interop.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.testkit.browser.BrowserKind;
import io.webrtc4j.testkit.browser.PageException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests' own tool: a browser by itself. */
@Tag("interop")
class PeersPageTest {
  @ParameterizedTest
  @EnumSource
  void aBrowserRunsScriptsAndConnectsToItselfOverLoopback(BrowserKind kind) {
    try (PeersPage page = PeersPage.open(kind)) {
      assertThat(page.run("return args[0] + args[1]", 40, 2).asInt()).isEqualTo(42);
      assertThatThrownBy(() -> page.run("throw new TypeError('no')"))
          .isInstanceOf(PageException.class)
          .hasMessageStartingWith("TypeError: no");
      assertThat(page.call("loopback").asText()).isEqualTo("hello");
    }
  }
}
