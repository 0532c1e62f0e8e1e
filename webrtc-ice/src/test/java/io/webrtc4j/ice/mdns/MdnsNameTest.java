package io.webrtc4j.ice.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MdnsNameTest {
  @Test
  void randomNamesAreUuidsOfVersionFour() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      MdnsName name = MdnsName.random(random);
      assertThat(name.toString()).hasSize(42).endsWith(".local");
      UUID uuid = UUID.fromString(name.toString().substring(0, 36));
      assertThat(uuid.version()).isEqualTo(4);
      assertThat(uuid.variant()).isEqualTo(2);
      assertThat(MdnsName.parse(name.toString())).contains(name);
    }
  }

  @Test
  void letterCaseDoesNotMatter() {
    String text = "1F4712DB-ea17-4bcf-A596-105139dfd8bf.LOCAL";
    assertThat(MdnsName.parse(text))
        .hasToString("Optional[1f4712db-ea17-4bcf-a596-105139dfd8bf.local]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".local",
        "printer.local",
        "192.0.2.1",
        "1f4712db-ea17-4bcf-a596-105139dfd8bf",
        "1f4712db-ea17-4bcf-a596-105139dfd8bf.local.",
        "1f4712db-ea17-4bcf-a596-105139dfd8bf.example",
        "a.1f4712db-ea17-4bcf-a596-105139dfd8bf.local",
        "1f4712db-ea17-4bcf-a596-105139dfd8bg.local",
        "1f4712dbea17-4bcf-a596-105139dfd8bf0.local"
      })
  void otherNamesAreNone(String text) {
    assertThat(MdnsName.parse(text)).isEmpty();
  }
}
