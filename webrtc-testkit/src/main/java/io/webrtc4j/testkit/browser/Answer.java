package io.webrtc4j.testkit.browser;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of a command in the page. */
sealed interface Answer {
  /** It returned. */
  record Value(JsonNode value) implements Answer {}

  /** It threw. */
  record Thrown(String errorAndStack) implements Answer {}

  /** Reads what the page posts. */
  static Answer of(JsonNode json) {
    return json.has("error")
        ? new Thrown(json.get("error").asText())
        : new Value(json.path("value"));
  }

  /**
   * The value.
   *
   * @throws PageException if there is none
   */
  default JsonNode valueOrThrow() {
    if (this instanceof Value returned) {
      return returned.value();
    }
    throw new PageException(((Thrown) this).errorAndStack());
  }
}
