package io.webrtc4j.interop.media;

import io.webrtc4j.RTCIceCandidateInit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/** One side's candidates on their way to the other, which must not overtake their description. */
final class Trickle {
  private final Consumer<RTCIceCandidateInit> to;
  private final Queue<RTCIceCandidateInit> held = new ArrayDeque<>();
  private final List<String> errors = new ArrayList<>();
  private boolean open;

  Trickle(Consumer<RTCIceCandidateInit> to) {
    this.to = to;
  }

  synchronized void add(RTCIceCandidateInit candidate) {
    held.add(candidate);
    flow();
  }

  /** A description begins to be made: candidates wait for it from now on. */
  synchronized void hold() {
    open = false;
  }

  /** The other side has the description. */
  synchronized void release() {
    open = true;
    flow();
  }

  /** The description that they belong to was taken back. */
  synchronized void drop() {
    held.clear();
  }

  /** What the other side said of candidates that it did not take. */
  synchronized List<String> errors() {
    return List.copyOf(errors);
  }

  private void flow() {
    while (open && !held.isEmpty()) {
      RTCIceCandidateInit candidate = held.remove();
      try {
        to.accept(candidate);
      } catch (RuntimeException | AssertionError e) {
        errors.add(candidate + ": " + e);
      }
    }
  }
}
