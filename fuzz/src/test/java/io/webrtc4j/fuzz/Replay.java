package io.webrtc4j.fuzz;

import java.nio.file.Path;

/** Feeds a folder's inputs again and looks at memory as well: {@code Replay TARGET FOLDER}. */
public final class Replay {
  private Replay() {}

  /** Ends with an error if the target misbehaves. */
  public static void main(String[] arguments) {
    Target target = Targets.named(arguments[0]);
    KeptInputs.read(Path.of(arguments[1])).forEach(input -> Guard.feed(target, input));
  }
}
