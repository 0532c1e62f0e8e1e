package io.webrtc4j.sdp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All types of lines that the library has, from its compiled classes, so that none is forgotten.
 */
final class LineTypes {
  private static final String SUFFIX = ".class";

  private LineTypes() {}

  static Set<Class<?>> all() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> load(name.substring(0, name.length() - SUFFIX.length())))
          .filter(type -> type.isRecord() && Line.class.isAssignableFrom(type))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      Path classes =
          Path.of(Line.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.resolve(Line.class.getPackageName().replace('.', '/'));
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(Line.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
