package io.webrtc4j.testkit.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a headless browser on a page for each test that has a {@link BrowserPage} as parameter,
 * and ends it with the test. To be registered with {@code @RegisterExtension}.
 */
@SuppressWarnings("exports") // Who uses it has JUnit; who does not need not have it.
public final class BrowserExtension implements ParameterResolver, AfterEachCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(BrowserExtension.class);

  private final BrowserKind kind;
  private final Path page;
  private final Consumer<JsonNode> onTold;

  private BrowserExtension(BrowserKind kind, Path page, Consumer<JsonNode> onTold) {
    this.kind = kind;
    this.page = page;
    this.onTold = onTold;
  }

  /** Chromium or Chrome on an HTML file, such as {@code Path.of("src/test/www/call.html")}. */
  public static BrowserExtension chromium(Path page) {
    return of(BrowserKind.CHROMIUM, page);
  }

  /** Firefox on an HTML file. */
  public static BrowserExtension firefox(Path page) {
    return of(BrowserKind.FIREFOX, page);
  }

  /** A browser on an HTML file. */
  public static BrowserExtension of(BrowserKind kind, Path page) {
    return new BrowserExtension(kind, page, told -> {});
  }

  /** The same, telling {@code onTold} what the page gives to {@code webrtc4j.tell(value)}. */
  public BrowserExtension onTold(Consumer<JsonNode> onTold) {
    return new BrowserExtension(kind, page, onTold);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == BrowserPage.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getStore(NAMESPACE)
        .getOrComputeIfAbsent(this, key -> BrowserPage.open(kind, page, onTold), BrowserPage.class);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    BrowserPage opened = test.getStore(NAMESPACE).remove(this, BrowserPage.class);
    if (opened != null) {
      opened.close();
    }
  }
}
