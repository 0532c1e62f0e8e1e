package io.webrtc4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The inputs of other projects, which are not part of this one: {@code -Dcorpora=FOLDER}. */
@Tag("corpora")
class CorporaTest {
  @ParameterizedTest
  @MethodSource("io.webrtc4j.fuzz.Targets#names")
  void theyGiveNothingButTheDeclaredException(String name) {
    Target target = Targets.named(name);
    List<byte[]> inputs = Corpora.inputs(Path.of(System.getProperty("corpora")));
    assertThat(inputs).isNotEmpty();
    inputs.forEach(input -> Guard.feed(target, input));
  }
}
