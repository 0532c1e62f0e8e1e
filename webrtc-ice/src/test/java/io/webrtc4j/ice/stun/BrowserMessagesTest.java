package io.webrtc4j.ice.stun;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Chromium and Firefox really send, from {@code browsers.txt}. */
class BrowserMessagesTest {
  private static final int GOOG_NETWORK_INFO = 0xc057;

  @Test
  void everyMessageIsAuthenticAndHasItsFingerprint() throws Exception {
    List<Captured> messages = captured();
    assertThat(messages).hasSize(7);
    for (Captured captured : messages) {
      assertThat(MessageIntegrity.verify(captured.packet(), captured.key()))
          .as(captured.name())
          .isEqualTo(MessageIntegrity.Verdict.RIGHT_SHA1);
      assertThat(Fingerprint.isRight(captured.packet())).as(captured.name()).isTrue();
      assertThat(StunMessage.parse(captured.packet()).unknownRequiredTypes()).isEmpty();
    }
  }

  @Test
  void everyMessageWithoutUnknownAttributesIsWrittenAsItCame() throws Exception {
    for (Captured captured : captured()) {
      StunMessage message = StunMessage.parse(captured.packet());
      // Chromium's requests have GOOG-NETWORK-INFO; usernames are not padded with zeros.
      if (message.messageClass() == StunClass.SUCCESS_RESPONSE) {
        assertThat(message.toBytes(IntegrityAlgorithm.SHA1, captured.key()))
            .as(captured.name())
            .isEqualTo(captured.packet().toByteArray());
      }
    }
  }

  @Test
  void aFirefoxRequestIsWrittenAsItCame() throws Exception {
    Captured captured = named("firefox-controlled-request");
    StunMessage message = StunMessage.parse(captured.packet());
    assertThat(message.toBytes(IntegrityAlgorithm.SHA1, captured.key()))
        .isEqualTo(captured.packet().toByteArray());
  }

  @Test
  void chromiumNominatesWithEveryCheckAndTellsItsNetwork() throws Exception {
    for (String name : List.of("chromium-controlling-request", "chromium-consent-request")) {
      StunMessage message = StunMessage.parse(named(name).packet());
      assertThat(message.attributes())
          .containsExactly(
              new Username("50751d69:2/vm"),
              new UnknownAttribute(GOOG_NETWORK_INFO, 4),
              new IceControlling(0xbef27fb58c168678L),
              new UseCandidate(),
              new Priority(0x6e7f1effL));
    }
  }

  @Test
  void firefoxNominatesWithItsFirstCheck() throws Exception {
    StunMessage message = StunMessage.parse(named("firefox-controlling-request").packet());
    assertThat(message.first(UseCandidate.class)).isPresent();
    assertThat(message.first(IceControlling.class)).isPresent();
    assertThat(message.first(Username.class)).contains(new Username("37442dcf:740de932"));
  }

  private static Captured named(String name) throws IOException {
    return captured().stream()
        .filter(captured -> captured.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Captured> captured() throws IOException {
    try (InputStream file = BrowserMessagesTest.class.getResourceAsStream("browsers.txt")) {
      List<Captured> messages = new ArrayList<>();
      new String(file.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(
              fields ->
                  messages.add(
                      new Captured(
                          fields[0], IntegrityKey.shortTerm(fields[1]), Hex.packet(fields[2]))));
      return messages;
    }
  }

  private record Captured(String name, IntegrityKey key, PacketBuffer packet) {}
}
