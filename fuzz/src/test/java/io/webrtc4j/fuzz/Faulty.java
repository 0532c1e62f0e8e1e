package io.webrtc4j.fuzz;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** A target with a defect, to show that it would be found. */
record Faulty(ToIntFunction<byte[]> defect) implements Target {
  @Override
  public String name() {
    return "faulty";
  }

  @Override
  public Class<? extends Exception> declared() {
    return IllegalStateException.class;
  }

  @Override
  public void accept(byte[] input) {
    if (input.length > 0 && defect.applyAsInt(input) == Integer.MIN_VALUE) {
      throw new IllegalStateException("declared");
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of();
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    return Map.of("zeros", byte[]::new);
  }
}
