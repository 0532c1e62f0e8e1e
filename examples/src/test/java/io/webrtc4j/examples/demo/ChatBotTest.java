package io.webrtc4j.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.PeerReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatBotTest {
  private static final PeerReport REPORT =
      new PeerReport(
          "192.0.2.1:1 host",
          "192.0.2.2:2 prflx",
          "DTLS 1.2",
          "TLS_SUITE",
          "x25519",
          3,
          300,
          4,
          400,
          5,
          List.of(),
          List.of());

  private final ChatBot bot = new ChatBot();

  @ParameterizedTest
  @CsvSource({
    "memory, MiB of heap in use",
    "MEMORY, MiB of heap in use",
    "' threads ', threads",
    "uptime, I have been running for",
    "java, VM",
    "hello, Hello again!",
    "path, You are at 192.0.2.2:2 prflx",
    "path, 3 datagrams sent"
  })
  void commandsAreAnswered(String command, String part) {
    assertThat(bot.answer(command, REPORT)).contains(part);
  }

  @Test
  void helpListsTheCommandsThatThereAre() {
    bot.answer("help", REPORT)
        .lines()
        .filter(line -> line.contains(" – "))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .forEach(
            command ->
                assertThat(bot.answer(command, REPORT))
                    .as(command)
                    .isNotEqualTo("You said: " + command));
  }

  @Test
  void anythingElseComesBackAndNotTooMuchOfIt() {
    assertThat(bot.answer("Grüße, 世界", REPORT)).isEqualTo("You said: Grüße, 世界");
    assertThat(bot.answer("x".repeat(100_000), REPORT)).hasSizeLessThan(2_100).endsWith("…");
  }
}
