package io.webrtc4j.interop.browser;

import io.webrtc4j.interop.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A running headless browser with a profile of its own, which goes with it. */
public final class Browser implements AutoCloseable {
  private final Path profile;
  private final ChildProcess process;

  private Browser(Path profile, ChildProcess process) {
    this.profile = profile;
    this.process = process;
  }

  /** Starts a browser on a page. */
  public static Browser open(BrowserKind kind, URI page) {
    try {
      Path profile = Files.createTempDirectory("webrtc4j-browser-");
      return new Browser(
          profile,
          ChildProcess.start(
              kind.toString(), kind.command(profile, page), kind.environment(profile)));
    } catch (IOException e) {
      throw new UncheckedIOException("Can't make a profile for " + kind, e);
    }
  }

  /** What the browser printed, for a failing test. */
  public String output() {
    return process.output();
  }

  @Override
  public void close() {
    process.close();
    try {
      Files.walkFileTree(profile, new Deletion());
    } catch (IOException e) {
      // Left to the system's care of its temporary files.
    }
  }

  /** Deletes all that it meets; what a dying process deletes at the same time is no error. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
