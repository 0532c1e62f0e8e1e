package io.webrtc4j.interop.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An encoder and decoder that nobody here wrote: Debian's {@code ffmpeg}. */
final class Ffmpeg {
  private static final int PATIENCE_SECONDS = 60;
  private static final Pattern FRAMES = Pattern.compile("frame=\\s*(\\d+)");
  private static final Pattern MEAN_VOLUME = Pattern.compile("mean_volume: (-?[\\d.]+) dB");
  private static final List<String> QUIET = List.of("-hide_banner", "-nostdin", "-nostats");

  private Ffmpeg() {}

  /** Decodes all of a file without an error; returns how many pictures there were. */
  static int pictures(Path file, String... inputOptions) {
    List<String> arguments = new ArrayList<>(List.of("-v", "error", "-xerror"));
    arguments.addAll(List.of(inputOptions));
    arguments.addAll(List.of("-i", file.toString(), "-progress", "-", "-f", "null", "/dev/null"));
    Matcher frames = FRAMES.matcher(run(arguments));
    int count = 0;
    while (frames.find()) {
      count = Integer.parseInt(frames.group(1));
    }
    return count;
  }

  /** Decodes all of a file without an error; returns how loud it is, in decibels below full. */
  static double volume(Path file, String... inputOptions) {
    List<String> arguments = new ArrayList<>(List.of("-xerror"));
    arguments.addAll(List.of(inputOptions));
    arguments.addAll(
        List.of("-i", file.toString(), "-af", "volumedetect", "-f", "null", "/dev/null"));
    String said = run(arguments);
    Matcher volume = MEAN_VOLUME.matcher(said);
    assertThat(volume.find()).as(said).isTrue();
    return Double.parseDouble(volume.group(1));
  }

  /** Makes a file. */
  static byte[] make(String name, String... arguments) {
    try {
      Path file = Files.createTempFile("webrtc4j", name);
      List<String> all = new ArrayList<>(List.of("-v", "error", "-y"));
      all.addAll(List.of(arguments));
      all.add(file.toString());
      run(all);
      byte[] made = Files.readAllBytes(file);
      Files.delete(file);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("ffmpeg"));
    command.addAll(QUIET);
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("%s\n%s", command, said).isZero();
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "ffmpeg did not start; install it (Debian: apt-get install ffmpeg)", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
