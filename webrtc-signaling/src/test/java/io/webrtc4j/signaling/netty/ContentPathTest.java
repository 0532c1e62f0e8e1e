package io.webrtc4j.signaling.netty;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPathTest {

  @ParameterizedTest
  @CsvSource({
    "/, /, index.html",
    "/, /app.js, app.js",
    "/, /img/logo.svg, img/logo.svg",
    "/, /sub/, sub/index.html",
    "/demo/, /demo/, index.html",
    "/demo/, /demo/app-1.min.js, app-1.min.js"
  })
  void pathsBelowThePrefixAreFiles(String prefix, String path, String file) {
    assertThat(ContentPath.below(prefix, path)).isEqualTo(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "app.js",
        "/demo",
        "/demo/../secret",
        "/demo/..",
        "/demo/./app.js",
        "/demo/.git/config",
        "/demo//etc/passwd",
        "/demo/%2e%2e/secret",
        "/demo/a%00.js",
        "/demo/a\\..\\b",
        "/demo/a b.js",
        "/demo/ü.js",
        "http://host/demo/app.js"
      })
  void whatIsNotSafeIsNoFile(String path) {
    assertThat(ContentPath.below("/demo/", path)).isNull();
  }

  @Property
  void nothingLeadsUpOrToHiddenFiles(
      @ForAll @Chars({'.', '/', '\\', '%'}) @CharRange(from = 'a', to = 'c') String path) {
    String file = ContentPath.below("/", "/" + path);
    if (file != null) {
      assertThat(("/" + file)).doesNotContain("/.", "//", "\\", "%");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "index.html, text/html; charset=utf-8",
    "APP.JS, text/javascript; charset=utf-8",
    "logo.svg, image/svg+xml",
    "data.bin, application/octet-stream",
    "noending, application/octet-stream"
  })
  void theEndingGivesTheType(String name, String type) {
    assertThat(ContentTypes.of(name)).isEqualTo(type);
  }
}
