package io.webrtc4j.testkit.browser;

/** What a browser's host candidates tell. */
public enum HostCandidates {
  /** Addresses, those of loopback too; the page has a fake camera and microphone. */
  WITH_ADDRESSES,
  /**
   * Names that multicast DNS resolves, as for pages that may not use camera and microphone. Works
   * only where an interface other than loopback takes part in multicast, such as one that a test
   * has made in a network namespace.
   */
  WITH_NAMES
}
