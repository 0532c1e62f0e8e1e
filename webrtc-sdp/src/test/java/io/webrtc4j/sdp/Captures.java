package io.webrtc4j.sdp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The descriptions in {@code src/test/resources/sdp}; its README says where they come from. */
final class Captures {
  private static final Path DIRECTORY = Path.of("src", "test", "resources", "sdp");

  private Captures() {}

  /** A file and what is in it. */
  record Capture(String file, String text) {
    SessionDescription description() {
      return Parsing.of(text);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static List<Capture> descriptions() {
    return all(".sdp");
  }

  static List<Capture> candidates() {
    return all(".candidates.txt");
  }

  private static List<Capture> all(String suffix) {
    try (Stream<Path> files = Files.walk(DIRECTORY)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .sorted()
          .map(file -> new Capture(DIRECTORY.relativize(file).toString(), read(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
