package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Tells W3C errors by their names. */
final class Errors {
  private Errors() {}

  static void assertError(String name, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(RTCException.class, e -> assertThat(e.name()).isEqualTo(name));
  }
}
