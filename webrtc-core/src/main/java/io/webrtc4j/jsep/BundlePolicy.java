package io.webrtc4j.jsep;

/** Which sections of an offer have a transport to fall back on (RFC 9429 §4.1.1). */
public enum BundlePolicy {
  /** The first of each kind. */
  BALANCED,
  /** All. */
  MAX_COMPAT,
  /** The first alone. */
  MAX_BUNDLE
}
