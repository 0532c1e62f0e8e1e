package io.webrtc4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sctp.DataChannelConfig;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.sctp.DataChannelTransport;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SessionChannelsTest {
  private static final DataChannelParameters CHAT = DataChannelParameters.reliable("chat");

  private final DataChannelTransport transport =
      new DataChannelTransport(DataChannelConfig.builder().build(), new SplittableRandom(1), 0);
  private final SessionChannels channels = new SessionChannels();

  @Test
  void whatIsSentToAChannelThatCannotTakeItVanishes() {
    int channel = channels.open(CHAT, 0);
    channels.attach(transport, 0);
    channels.close(channel, 0);
    channels.send(channel, true, new byte[] {'x'}, 0);
    assertThat(channels.bufferedAmount(channel)).isZero();
  }

  @Test
  void aChannelOpenedWhenTheAssociationHasEndedIsClosedWithTheReason() {
    channels.attach(transport, 0);
    transport.abort("ended by the test", 0);
    int channel = channels.open(CHAT, 0);
    assertThat(channels.pollEvent())
        .isInstanceOfSatisfying(
            DataChannelEvent.ChannelClosed.class,
            closed -> {
              assertThat(closed.channel()).isEqualTo(channel);
              assertThat(closed.error()).contains("ended");
            });
  }

  @Test
  void onlyTheChannelsThatFindNoPlaceAreClosedWhenTheTransportComes() {
    DataChannelParameters five = CHAT.negotiatedAs(5);
    channels.open(five, 0);
    int second = channels.open(five, 0);
    int third = channels.open(CHAT, 0);
    channels.attach(transport, 0);
    assertThat(channels.pollEvent())
        .isInstanceOfSatisfying(
            DataChannelEvent.ChannelClosed.class,
            closed -> assertThat(closed.channel()).isEqualTo(second));
    assertThat(channels.pollEvent()).isNull();
    channels.close(third, 0);
  }
}
