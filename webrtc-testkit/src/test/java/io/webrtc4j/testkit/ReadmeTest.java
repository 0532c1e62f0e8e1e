package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the README are tests that run here. */
class ReadmeTest {
  private static final Path TESTS = Path.of("src/test/java/io/webrtc4j/testkit");
  private static final int LONGEST = 40;

  @ParameterizedTest
  @ValueSource(strings = {"CallOnABadNetworkTest.java", "browser/EchoInChromiumTest.java"})
  void anExampleOfTheReadmeIsATestOfLessThanFortyLines(String file) throws IOException {
    List<String> expected =
        Files.readAllLines(TESTS.resolve(file)).stream()
            .filter(line -> !line.startsWith("package "))
            .dropWhile(String::isEmpty)
            .toList();
    assertThat(examples()).contains(String.join("\n", expected));
    assertThat(expected).hasSizeLessThan(LONGEST);
  }

  private static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    String[] parts = Files.readString(Path.of("README.md")).split("```", -1);
    for (int i = 1; i < parts.length; i += 2) {
      examples.add(parts[i].substring(parts[i].indexOf('\n') + 1).strip());
    }
    return examples;
  }
}
