package io.webrtc4j.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileReceiptTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** FIPS 180-4's own examples, "abc" and nothing. */
  private static final String ABC_DIGEST =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final String EMPTY_DIGEST =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private final FileReceipt receipt = new FileReceipt();

  @Test
  void aFileInPiecesIsAnsweredWithItsDigest() {
    begin("abc.txt", 3);
    assertThat(receipt.bytes(bytes("a"), SECOND / 1_000)).isNull();
    assertThat(receipt.bytes(bytes("b"), SECOND).get("received").asLong()).isEqualTo(2);
    assertThat(receipt).hasToString("\"abc.txt\", 2 of 3 bytes");
    ObjectNode done = receipt.bytes(bytes("c"), 2 * SECOND);
    assertThat(done.get("type").asText()).isEqualTo("done");
    assertThat(done.get("sha256").asText()).isEqualTo(ABC_DIGEST);
    assertThat(done.get("millis").asLong()).isEqualTo(2_000);
    assertThat(receipt.state()).isEqualTo(FileReceipt.State.DONE);
  }

  @Test
  void anEmptyFileIsDoneAtOnce() {
    assertThat(begin("empty", 0).get("sha256").asText()).isEqualTo(EMPTY_DIGEST);
    assertThat(receipt.tenths()).isEqualTo(10);
  }

  @Test
  void progressIsToldTenTimesASecondAtMost() {
    begin("large", 1_000_000);
    long told = 0;
    for (int i = 0; i < 10_000; i++) {
      told += receipt.bytes(new byte[10], i * SECOND / 10_000) == null ? 0 : 1;
    }
    assertThat(told).isBetween(8L, 10L);
    assertThat(receipt.tenths()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "{\"type\":\"file\"}",
        "{\"type\":\"file\",\"name\":\"a\"}",
        "{\"type\":\"file\",\"name\":7,\"size\":7}",
        "{\"type\":\"file\",\"name\":\"a\",\"size\":-1}",
        "{\"type\":\"file\",\"name\":\"a\",\"size\":1.5}",
        "{\"type\":\"file\",\"name\":\"a\",\"size\":99999999999999999999}",
        "{\"type\":\"chat\",\"name\":\"a\",\"size\":1}"
      })
  void anythingElseAtFirstIsRefused(String message) {
    assertThat(receipt.text(message, 0).get("type").asText()).isEqualTo("refused");
    assertThat(receipt.bytes(new byte[1], 0).get("type").asText()).isEqualTo("refused");
  }

  @Test
  void moreThanWasAnnouncedIsRefused() {
    begin("short", 2);
    assertThat(receipt.bytes(new byte[3], 0).get("why").asText()).contains("2 bytes");
  }

  @Test
  void aNameCanNotCommandTheTerminal() {
    begin("\\u001b[2Ja\\nb", 1);
    assertThat(receipt).hasToString("\"\uFFFD[2Ja\uFFFDb\", 0 of 1 bytes");
  }

  private ObjectNode begin(String name, long size) {
    String json = "{\"type\":\"file\",\"name\":\"%s\",\"size\":%d}".formatted(name, size);
    return receipt.text(json, 0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
