package io.webrtc4j.fuzz.targets;

/** What an engine declares: nothing that comes from the network makes it throw. */
final class NeverThrown extends Exception {
  private static final long serialVersionUID = 1;

  private NeverThrown() {}
}
