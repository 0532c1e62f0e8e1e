package io.webrtc4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCDataChannelInit;
import io.webrtc4j.interop.shim.BadPath;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.testkit.browser.BrowserKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the library and a browser do together when the network loses what they send. */
abstract class BadPathInterop extends InteropOnAPage {
  private static final LinkConditions CLEAN =
      LinkConditions.perfect().withDelay(Duration.ofMillis(5));

  private static final String END = "end";
  private static final int MESSAGES = 150;
  private static final int LENGTH = 600;

  BadPathInterop(BrowserKind kind) {
    super(kind);
  }

  @ParameterizedTest
  @EnumSource
  void reliableMessagesArriveInOrderOverAPathThatLosesOneInTwenty(Offerer offerer) {
    try (BadPath path = BadPath.open(CLEAN, 1);
        ConnectedPair pair = ConnectedPair.connect(page, offerer, path)) {
      path.conditions(CLEAN.withLoss(0.05).withReordering(0.02).withDuplication(0.02));
      List<String> messages =
          IntStream.range(0, 60).mapToObj(i -> i + Messages.text(1_000)).toList();
      for (String message : messages) {
        pair.firstChannel().send(message);
        pair.browser().send("first", message);
      }
      for (String message : messages) {
        assertThat(pair.browser().awaitMessage("first")).isEqualTo(message);
        assertThat(pair.firstChannel().awaitMessage()).isEqualTo(message);
      }
      assertThat(path.lost()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatMayBeLostIsPassedOverAndReliableMessagesAreComplete(Offerer offerer) {
    try (BadPath path = BadPath.open(CLEAN, 1);
        ConnectedPair pair = ConnectedPair.connect(page, offerer, path)) {
      List<JvmChannel> channels = openChannels(pair);
      path.conditions(CLEAN.withLoss(0.1));
      for (JvmChannel channel : channels) {
        IntStream.range(0, MESSAGES).forEach(i -> channel.send(padded(i)));
        pair.browser().sendNumbers(channel.label(), MESSAGES, LENGTH);
      }
      check(channels.get(0), pair);
      assertThat(path.lost()).isPositive();
      // What comes last must not be lost itself, for it shows that nothing waits in front of it.
      path.conditions(CLEAN);
      for (JvmChannel channel : channels.subList(1, channels.size())) {
        channel.send(END);
        pair.browser().send(channel.label(), END);
        check(channel, pair);
      }
    }
  }

  /** The first one, which is reliable, and those that either side opens. */
  private static List<JvmChannel> openChannels(ConnectedPair pair) {
    List<JvmChannel> channels = new ArrayList<>(List.of(pair.firstChannel()));
    Map.of(
            "once", RTCDataChannelInit.builder().maxRetransmits(0),
            "shortly", RTCDataChannelInit.builder().maxPacketLifeTime(50),
            "once, unordered", RTCDataChannelInit.builder().maxRetransmits(0).ordered(false))
        .forEach(
            (label, init) -> {
              JvmChannel channel = pair.jvm().openChannel(label, init.build());
              pair.browser().awaitChannel(label, "open");
              channel.await("open");
              channels.add(channel);
            });
    Map.<String, Map<String, Object>>of(
            "once, by the browser", Map.of("maxRetransmits", 0),
            "shortly, by the browser", Map.of("maxPacketLifeTime", 100),
            "twice, by the browser", Map.of("maxRetransmits", 1))
        .forEach(
            (label, init) -> {
              pair.browser().openChannel(label, init);
              JvmChannel channel = pair.jvm().awaitChannel(label);
              channel.await("open");
              pair.browser().awaitChannel(label, "open");
              channels.add(channel);
            });
    return channels;
  }

  private static void check(JvmChannel channel, ConnectedPair pair) {
    boolean reliable = channel == pair.firstChannel();
    String label = channel.label();
    int last = reliable ? MESSAGES : Integer.MAX_VALUE;
    List<Integer> atJvm = numbers(() -> (String) channel.awaitMessage(), last);
    List<Integer> atBrowser = numbers(() -> (String) pair.browser().awaitMessage(label), last);
    for (List<Integer> numbers : List.of(atJvm, atBrowser)) {
      assertThat(numbers).as(label).doesNotHaveDuplicates();
      if (channel.channel().ordered()) {
        // Gaps in front of the end can be there only since the sender told of them.
        assertThat(numbers).as(label).isSorted();
      }
      if (reliable) {
        assertThat(numbers).hasSize(MESSAGES);
      }
      if (label.startsWith("once")) {
        assertThat(numbers).as(label).hasSizeBetween(MESSAGES / 4, MESSAGES - 1);
      }
    }
  }

  /** The numbers that come until so many have come, or the end. */
  private static List<Integer> numbers(Supplier<String> messages, int most) {
    List<Integer> numbers = new ArrayList<>();
    while (numbers.size() < most) {
      String message = messages.get();
      if (message.equals(END)) {
        return numbers;
      }
      assertThat(message).hasSize(LENGTH);
      numbers.add(Integer.parseInt(message.trim()));
    }
    return numbers;
  }

  private static String padded(int number) {
    return String.valueOf(number) + " ".repeat(LENGTH - String.valueOf(number).length());
  }
}
