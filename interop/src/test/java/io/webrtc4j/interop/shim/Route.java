package io.webrtc4j.interop.shim;

import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of each candidate on its way to the other side. */
@FunctionalInterface
public interface Route {
  /** The peers meet directly. */
  Route DIRECT = Optional::of;

  /** What to hand over instead of a candidate ({@code candidate:…}), if anything. */
  Optional<String> candidate(String candidate);

  /** The same for all candidates of a description. */
  default String description(String sdp) {
    return sdp.lines()
            .flatMap(
                line ->
                    line.startsWith("a=candidate:")
                        ? candidate(line.substring("a=".length())).map(c -> "a=" + c).stream()
                        : Optional.of(line).stream())
            .collect(Collectors.joining("\r\n"))
        + "\r\n";
  }
}
