package io.webrtc4j.fuzz;

/**
 * Where Jazzer enters; {@code --target_args} names the target. What Jazzer builds into the code
 * allocates too, so that {@link Replay} looks at memory afterwards.
 */
public final class Fuzzer {
  private static Target target;

  private Fuzzer() {}

  /** Called once. */
  public static void fuzzerInitialize(String[] arguments) {
    target = Targets.named(arguments[0]);
  }

  /** Called for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Guard.accept(target, input);
  }
}
