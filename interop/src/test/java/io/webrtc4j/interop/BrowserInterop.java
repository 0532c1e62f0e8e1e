package io.webrtc4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.webrtc4j.RTCDataChannelInit;
import io.webrtc4j.RTCDataChannelState;
import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.interop.browser.BrowserPeer;
import io.webrtc4j.testkit.browser.BrowserKind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the library and a browser do together, whoever makes the offer. */
abstract class BrowserInterop extends InteropOnAPage {
  private static final int CONNECTIONS_IN_A_ROW = 5;

  BrowserInterop(BrowserKind kind) {
    super(kind);
  }

  private ConnectedPair connect(Offerer offerer) {
    return ConnectedPair.connect(page, offerer);
  }

  @ParameterizedTest
  @EnumSource
  void textAndBytesGoBothWaysAsTheyWere(Offerer offerer) {
    try (ConnectedPair pair = connect(offerer)) {
      for (Object message : Messages.SMALL) {
        pair.firstChannel().send(message);
        assertThat(pair.browser().awaitMessage("first")).isEqualTo(message);
      }
      for (Object message : Messages.SMALL) {
        send(pair.browser(), "first", message);
        assertThat(pair.firstChannel().awaitMessage()).isEqualTo(message);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLargestMessagesGoBothWays(Offerer offerer) {
    try (ConnectedPair pair = connect(offerer)) {
      for (Object message :
          List.of(Messages.bytes(Messages.LARGEST), Messages.text(Messages.LARGEST))) {
        pair.firstChannel().send(message);
        send(pair.browser(), "first", message);
        assertThat(pair.browser().awaitMessage("first")).isEqualTo(message);
        assertThat(pair.firstChannel().awaitMessage()).isEqualTo(message);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachSideOpensChannelsAfterConnecting(Offerer offerer) {
    try (ConnectedPair pair = connect(offerer)) {
      JvmChannel ofJvm =
          pair.jvm().openChannel("of jvm", RTCDataChannelInit.builder().protocol("p").build());
      JsonNode seen = pair.browser().awaitChannel("of jvm", "channel");
      assertThat(seen.get("protocol").asText()).isEqualTo("p");
      assertThat(seen.get("ordered").asBoolean()).isTrue();
      ofJvm.await("open");

      pair.browser().openChannel("of browser", Map.of("protocol", "q"));
      JvmChannel ofBrowser = pair.jvm().awaitChannel("of browser");
      assertThat(ofBrowser.channel().protocol()).isEqualTo("q");
      ofBrowser.await("open");

      ofJvm.send("one");
      assertThat(pair.browser().awaitMessage("of jvm")).isEqualTo("one");
      ofBrowser.send("two");
      assertThat(pair.browser().awaitMessage("of browser")).isEqualTo("two");
      assertThat(ofJvm.channel().id()).isNotEqualTo(ofBrowser.channel().id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void channelsAgreedOnBeforehandAreMadeByBothSides(Offerer offerer) {
    try (ConnectedPair pair = connect(offerer)) {
      JvmChannel agreed =
          pair.jvm()
              .openChannel("agreed", RTCDataChannelInit.builder().negotiated(true).id(70).build());
      pair.browser().openChannel("agreed", Map.of("negotiated", true, "id", 70));
      agreed.await("open");
      pair.browser().awaitChannel("agreed", "open");
      agreed.send("one");
      assertThat(pair.browser().awaitMessage("agreed")).isEqualTo("one");
      pair.browser().send("agreed", "two");
      assertThat(agreed.awaitMessage()).isEqualTo("two");
    }
  }

  @ParameterizedTest
  @EnumSource
  void unorderedAndUnreliableChannelsAreWhatTheyWereMade(Offerer offerer) {
    try (ConnectedPair pair = connect(offerer)) {
      JvmChannel ofJvm =
          pair.jvm()
              .openChannel(
                  "of jvm", RTCDataChannelInit.builder().ordered(false).maxRetransmits(3).build());
      JsonNode seen = pair.browser().awaitChannel("of jvm", "channel");
      assertThat(seen.get("ordered").asBoolean()).isFalse();
      assertThat(seen.get("maxRetransmits").asInt()).isEqualTo(3);

      pair.browser()
          .openChannel("of browser", Map.of("ordered", false, "maxPacketLifeTime", 5_000));
      JvmChannel ofBrowser = pair.jvm().awaitChannel("of browser");
      assertThat(ofBrowser.channel().ordered()).isFalse();
      assertThat(ofBrowser.channel().maxPacketLifeTime()).isEqualTo(5_000);

      ofJvm.await("open");
      ofJvm.send(Messages.bytes(3_000));
      assertThat(pair.browser().awaitMessage("of jvm")).isEqualTo(Messages.bytes(3_000));
      send(pair.browser(), "of browser", Messages.bytes(3_000));
      assertThat(ofBrowser.awaitMessage()).isEqualTo(Messages.bytes(3_000));
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyMessagesKeepTheirOrder(Offerer offerer) {
    try (ConnectedPair pair = connect(offerer)) {
      IntStream.range(0, 300).forEach(i -> pair.firstChannel().send("message " + i));
      for (int i = 0; i < 300; i++) {
        assertThat(pair.browser().awaitMessage("first")).isEqualTo("message " + i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theBufferedAmountFallsToNothing(Offerer offerer) {
    try (ConnectedPair pair = connect(offerer)) {
      IntStream.range(0, 32).forEach(i -> pair.firstChannel().send(Messages.bytes(65_536)));
      // It may also fall to nothing before the last message is sent.
      do {
        pair.firstChannel().await("bufferedamountlow");
      } while (pair.firstChannel().channel().bufferedAmount() > 0);
      for (int i = 0; i < 32; i++) {
        assertThat(pair.browser().awaitMessage("first")).isEqualTo(Messages.bytes(65_536));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChannelThatTheJvmClosesIsClosedInTheBrowserAndOthersGoOn(Offerer offerer) {
    try (ConnectedPair pair = connect(offerer)) {
      JvmChannel other = pair.jvm().openChannel("other", RTCDataChannelInit.defaults());
      other.await("open");
      // Chromium drops what comes before its page has heard of the channel if a close follows.
      pair.browser().awaitChannel("other", "open");
      other.send("last words");
      other.channel().close();
      assertThat(pair.browser().awaitMessage("other")).isEqualTo("last words");
      pair.browser().awaitChannel("other", "close");
      other.await("close");
      assertThat(other.channel().readyState()).isEqualTo(RTCDataChannelState.CLOSED);
      pair.firstChannel().send("still here");
      assertThat(pair.browser().awaitMessage("first")).isEqualTo("still here");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChannelThatTheBrowserClosesIsClosedInTheJvmAndOthersGoOn(Offerer offerer) {
    try (ConnectedPair pair = connect(offerer)) {
      pair.browser().openChannel("other", Map.of());
      JvmChannel other = pair.jvm().awaitChannel("other");
      pair.browser().awaitChannel("other", "open");
      pair.browser().send("other", "last words");
      pair.browser().closeChannel("other");
      assertThat(other.awaitMessage()).isEqualTo("last words");
      other.await("close");
      pair.browser().awaitChannel("other", "close");
      pair.browser().send("first", "still here");
      assertThat(pair.firstChannel().awaitMessage()).isEqualTo("still here");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whenTheJvmClosesTheConnectionTheBrowserKnowsAtOnce(Offerer offerer) {
    try (ConnectedPair pair = connect(offerer)) {
      pair.jvm().connection().close();
      pair.browser().awaitChannel("first", "close");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whenTheBrowserClosesTheConnectionTheJvmKnowsAtOnce(Offerer offerer) {
    try (ConnectedPair pair = connect(offerer)) {
      pair.browser().closeConnection();
      pair.firstChannel().await("close");
    }
  }

  @ParameterizedTest
  @EnumSource
  void garbageFromStrangersChangesNothing(Offerer offerer) {
    try (ConnectedPair pair = connect(offerer)) {
      Garbage.sendToEachCandidateOf(pair.jvm().connection());
      pair.firstChannel().send("still here");
      assertThat(pair.browser().awaitMessage("first")).isEqualTo("still here");
      pair.browser().send("first", "here too");
      assertThat(pair.firstChannel().awaitMessage()).isEqualTo("here too");
      assertThat(pair.jvm().connection().connectionState())
          .isEqualTo(RTCPeerConnectionState.CONNECTED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalConnectionsInARowSucceed(Offerer offerer) {
    connectInARow(offerer, CONNECTIONS_IN_A_ROW);
  }

  /** {@code ./check-many} runs this one, and it alone. */
  @Tag("interop-many")
  @ParameterizedTest
  @EnumSource
  void manyConnectionsInARowSucceed(Offerer offerer) {
    connectInARow(offerer, Integer.getInteger("interop.connections", 50));
  }

  private void connectInARow(Offerer offerer, int connections) {
    for (int i = 1; i <= connections; i++) {
      try (ConnectedPair pair = connect(offerer)) {
        pair.firstChannel().send("connection " + i);
        assertThat(pair.browser().awaitMessage("first")).isEqualTo("connection " + i);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("Connection " + i + " of " + connections + " failed", e);
      }
    }
  }

  private static void send(BrowserPeer browser, String label, Object message) {
    if (message instanceof String text) {
      browser.send(label, text);
    } else {
      browser.send(label, (byte[]) message);
    }
  }
}
