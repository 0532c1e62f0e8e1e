/** Whole peers on a virtual network in virtual time, for tests. */
@org.jspecify.annotations.NullMarked
module io.webrtc4j.testkit {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive io.webrtc4j;
  requires transitive io.webrtc4j.sim;
  requires io.webrtc4j.common;
  requires jdk.httpserver;
  requires static org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports io.webrtc4j.testkit;
  exports io.webrtc4j.testkit.browser;
}
