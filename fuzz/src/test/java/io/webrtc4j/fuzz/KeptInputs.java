package io.webrtc4j.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Inputs that once showed a defect: {@code src/test/resources/kept/TARGET/}. */
final class KeptInputs {
  private static final Path FOLDER = Path.of("src", "test", "resources", "kept");

  private KeptInputs() {}

  static List<byte[]> of(Target target) {
    if (!Files.isDirectory(FOLDER)) {
      throw new IllegalStateException("run in the folder of the module fuzz: no " + FOLDER);
    }
    Path folder = FOLDER.resolve(target.name());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return read(folder);
  }

  /** The contents of all files under {@code folder}. */
  static List<byte[]> read(Path folder) {
    List<byte[]> contents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        contents.add(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }
}
