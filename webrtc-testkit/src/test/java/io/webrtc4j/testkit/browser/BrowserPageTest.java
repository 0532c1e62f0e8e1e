package io.webrtc4j.testkit.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrowserPageTest {
  private static final Path PAGE = Path.of("src/test/www/echo.html");

  @Tag("interop")
  @ParameterizedTest
  @EnumSource
  void aPageRunsScriptsWithItsOwnFunctionsAndTells(BrowserKind kind) throws Exception {
    BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    try (BrowserPage page = BrowserPage.open(kind, PAGE, told::add)) {
      assertThat(page.run("return args[0] + args[1]", 40, 2).asInt()).isEqualTo(42);
      assertThat(page.run("return typeof answer").asText()).isEqualTo("function");
      assertThatThrownBy(() -> page.run("throw new TypeError('no')"))
          .isInstanceOf(PageException.class)
          .hasMessageStartingWith("TypeError: no");
      page.run("webrtc4j.tell({ a: 1 }); webrtc4j.tell([2])");
      assertThat(told.poll(30, TimeUnit.SECONDS)).hasToString("{\"a\":1}");
      assertThat(told.poll(30, TimeUnit.SECONDS)).hasToString("[2]");
      assertThat(page.run("return (await fetch('/../../pom.xml')).status").asInt()).isEqualTo(404);
    }
  }

  @Test
  void aPageThatIsNotThereIsAnErrorAtOnce() {
    Path missing = Path.of("src/test/www/missing.html");
    assertThatThrownBy(() -> BrowserPage.open(BrowserKind.CHROMIUM, missing, told -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missing.html");
  }
}
