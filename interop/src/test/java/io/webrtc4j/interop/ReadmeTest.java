package io.webrtc4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.interop.process.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README shows code that compiles and runs: the sample project's. */
class ReadmeTest {
  private static final Path PROJECT = Launcher.project();

  @Test
  void itsFirstExampleIsInTheSampleProject() throws IOException {
    String readme = Files.readString(PROJECT.resolve("README.md"));
    String start = "```java\n";
    int begin = readme.indexOf(start) + start.length();
    String example = readme.substring(begin, readme.indexOf("```", begin));
    String sample = Files.readString(PROJECT.resolve("sample/src/main/java/hello/Hello.java"));
    assertThat(withoutLayout(sample)).contains(withoutLayout(example));
  }

  @Test
  void itNamesTheVersionThatIsBuilt() throws IOException {
    String pom = Files.readString(PROJECT.resolve("pom.xml"));
    String version = pom.substring(pom.indexOf("<version>"), pom.indexOf("</version>"));
    assertThat(PROJECT.resolve("README.md")).content().contains(version);
    assertThat(PROJECT.resolve("sample/pom.xml")).content().contains(version);
  }

  private static String withoutLayout(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }
}
