package io.webrtc4j.interop;

/** Who makes the offer. */
enum Offerer {
  JVM,
  BROWSER
}
