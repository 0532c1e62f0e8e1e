package io.webrtc4j.interop.media;

import io.webrtc4j.interop.Offerer;
import io.webrtc4j.testkit.browser.BrowserKind;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * What two peers do with one another, whichever of them is the browser.
 *
 * @param name of the capture of the same scenario, where there is one
 * @param configurations of the first offerer and of the first answerer, in the W3C's JSON form
 * @param with which browsers, and in which role of theirs, it can be played
 */
record Scenario(
    String name,
    Configurations configurations,
    BiPredicate<BrowserKind, Offerer> with,
    Consumer<Meeting> play) {
  /** The W3C's dictionaries of both sides. */
  record Configurations(Map<String, ?> ofOfferer, Map<String, ?> ofAnswerer) {
    static final Configurations DEFAULT = new Configurations(Map.of(), Map.of());
  }

  /** A scenario for everybody. */
  Scenario(String name, Consumer<Meeting> play) {
    this(name, Configurations.DEFAULT, (kind, offerer) -> true, play);
  }

  /** The same with browsers of one kind only. */
  Scenario onlyWith(BrowserKind only) {
    return new Scenario(name, configurations, with.and((kind, offerer) -> kind == only), play);
  }

  /** The same with one first offerer only. */
  Scenario onlyIfFirst(Offerer only) {
    return new Scenario(name, configurations, with.and((kind, offerer) -> offerer == only), play);
  }

  /** The same with other configurations. */
  Scenario configured(Configurations others) {
    return new Scenario(name, others, with, play);
  }

  @Override
  public String toString() {
    return name;
  }
}
