package io.webrtc4j.interop;

/** Who makes the offer. */
public enum Offerer {
  JVM,
  BROWSER
}
