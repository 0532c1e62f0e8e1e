package io.webrtc4j.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what the fuzzer begins with: {@code SeedCorpus TARGET FOLDER [CORPORA]}. */
public final class SeedCorpus {
  private static final int LARGE = 4096;

  private SeedCorpus() {}

  /** One file for each input. Without arguments: prints the targets' names. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      Targets.names().forEach(System.out::println);
      return;
    }
    Target target = Targets.named(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    List<byte[]> inputs = new ArrayList<>(target.seeds());
    target.growing().values().forEach(grow -> inputs.add(grow.apply(LARGE)));
    inputs.addAll(KeptInputs.of(target));
    if (arguments.length > 2) {
      inputs.addAll(Corpora.inputs(Path.of(arguments[2])));
    }
    for (int i = 0; i < inputs.size(); i++) {
      Files.write(folder.resolve("seed-" + i), inputs.get(i));
    }
  }
}
