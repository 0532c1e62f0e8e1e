package io.webrtc4j.interop.media;

import io.webrtc4j.RTCIceCandidateInit;
import io.webrtc4j.interop.browser.BrowserPeer.Description;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One side's candidates on their way to the other. They wait for the description of their
 * generation, which does not come for an offer that was taken back.
 */
final class Trickle {
  private final Consumer<RTCIceCandidateInit> to;
  private final Set<Generation> known = new HashSet<>();
  private final List<RTCIceCandidateInit> held = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  /** Firefox uses the fragment of an offer that it takes back again, with another mid. */
  private record Generation(@Nullable String mid, @Nullable String ufrag) {
    static Generation of(RTCIceCandidateInit candidate) {
      return new Generation(candidate.sdpMid(), candidate.usernameFragment());
    }
  }

  Trickle(Consumer<RTCIceCandidateInit> to) {
    this.to = to;
  }

  synchronized void add(RTCIceCandidateInit candidate) {
    held.add(candidate);
    flow();
  }

  /** The other side has this description. */
  synchronized void follow(Description description) {
    for (Section section : Section.of(description)) {
      section
          .values("a=ice-ufrag:")
          .forEach(ufrag -> known.add(new Generation(section.mid(), ufrag)));
    }
    flow();
  }

  /** What the other side said of candidates that it did not take. */
  synchronized List<String> errors() {
    return List.copyOf(errors);
  }

  private void flow() {
    for (Iterator<RTCIceCandidateInit> each = held.iterator(); each.hasNext(); ) {
      RTCIceCandidateInit candidate = each.next();
      if (known.contains(Generation.of(candidate))) {
        each.remove();
        give(candidate);
      }
    }
  }

  private void give(RTCIceCandidateInit candidate) {
    try {
      to.accept(candidate);
    } catch (RuntimeException | AssertionError e) {
      errors.add(candidate + ": " + e);
    }
  }
}
