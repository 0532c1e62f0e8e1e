package io.webrtc4j.signaling;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Files that the server serves beside signalling, such as a page that uses it.
 *
 * <p>Called on a thread on which reading may block, and with clean relative paths only: segments of
 * letters, digits, dots, dashes and underscores that don't begin with a dot, parted by slashes.
 */
@FunctionalInterface
public interface StaticContent {

  /**
   * Opens the file at {@code path}; the server closes it.
   *
   * @param path relative, such as {@code app.js} or {@code img/logo.svg}
   * @return the file's content, or null if there is no such file
   * @throws IOException if there is one and it can't be read; the client is told 500
   */
  @Nullable InputStream open(String path) throws IOException;

  /**
   * The resources in {@code directory} beside {@code anchor} on the class path. A named module must
   * open the directory's package to {@code io.webrtc4j.signaling}, or pass a lambda of its own.
   *
   * @param directory relative to the class's package, or from the class path's root if it begins
   *     with a slash
   */
  static StaticContent resources(Class<?> anchor, String directory) {
    Objects.requireNonNull(anchor, "anchor");
    Objects.requireNonNull(directory, "directory");
    return path -> openResource(anchor.getResource(directory + "/" + path));
  }

  private static @Nullable InputStream openResource(@Nullable URL resource) throws IOException {
    if (resource == null || isDirectory(resource)) {
      return null;
    }
    URLConnection connection = resource.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }

  /** Directories are resources too, and read as lists of what is in them. */
  private static boolean isDirectory(URL resource) throws IOException {
    if (resource.getProtocol().equals("file")) {
      try {
        return !Files.isRegularFile(Path.of(resource.toURI()));
      } catch (URISyntaxException e) {
        throw new IOException("not a file's address: " + resource, e);
      }
    }
    return resource.openConnection() instanceof JarURLConnection jar
        && jar.getJarEntry().isDirectory();
  }
}
