package io.webrtc4j.fuzz.targets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Inputs that are files: webrtc-sdp's captures, and some of our own writing. */
final class Samples {
  private Samples() {}

  /** The contents of these resources. */
  static List<byte[]> named(String... names) {
    return Stream.of(names).map(Samples::read).toList();
  }

  private static byte[] read(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
