package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCDataChannelInit;
import io.webrtc4j.RTCDataChannelState;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCSctpTransportState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data channels and their transport (§6). */
class DataChannelRulesTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;
  private final List<RTCDataChannel> announced = new ArrayList<>();

  DataChannelRulesTest() {
    b.onDataChannel(event -> announced.add(event.channel()));
  }

  private static RTCDataChannelInit.Builder init() {
    return RTCDataChannelInit.builder();
  }

  private void awaitAnnounced(int count) {
    assertThat(peers.network.runUntil(() -> announced.size() == count, Duration.ofMinutes(1)))
        .isTrue();
    peers.settle();
  }

  @Test
  void aNewChannelHasTheDefaults() {
    RTCDataChannel channel = a.createDataChannel("");
    assertThat(channel.label()).isEmpty();
    assertThat(channel.ordered()).isTrue();
    assertThat(channel.maxPacketLifeTime()).isNull();
    assertThat(channel.maxRetransmits()).isNull();
    assertThat(channel.protocol()).isEmpty();
    assertThat(channel.negotiated()).isFalse();
    assertThat(channel.id()).isNull();
    assertThat(channel.readyState()).isEqualTo(RTCDataChannelState.CONNECTING);
    assertThat(channel.bufferedAmount()).isZero();
    assertThat(channel.bufferedAmountLowThreshold()).isZero();
  }

  @Test
  void whatContradictsItselfIsATypeError() {
    List<RTCDataChannelInit.Builder> bad =
        List.of(
            init().maxPacketLifeTime(1).maxRetransmits(1),
            init().maxPacketLifeTime(0).maxRetransmits(0),
            init().maxPacketLifeTime(-1),
            init().maxPacketLifeTime(65_536),
            init().maxRetransmits(-1),
            init().maxRetransmits(65_536),
            init().negotiated(true),
            init().negotiated(true).id(65_535),
            init().negotiated(true).id(65_536),
            init().negotiated(true).id(-1),
            init().protocol("x".repeat(65_536)));
    for (RTCDataChannelInit.Builder each : bad) {
      assertThat(Peers.thrown(() -> a.createDataChannel("label", each.build())))
          .isEqualTo("TypeError");
    }
    assertThat(Peers.thrown(() -> a.createDataChannel("x".repeat(65_536)))).isEqualTo("TypeError");
    assertThat(Peers.thrown(() -> a.createDataChannel("é".repeat(40_000)))).isEqualTo("TypeError");
    List<String> events = Peers.events(a);
    peers.settle();
    assertThat(events).isEmpty();
  }

  @Test
  void theLimitsThemselvesAreFine() {
    a.createDataChannel("x".repeat(65_535), init().protocol("y".repeat(65_535)).build());
    assertThat(a.createDataChannel("", init().maxRetransmits(65_535).build()).maxRetransmits())
        .isEqualTo(65_535);
    assertThat(
            a.createDataChannel("", init().maxPacketLifeTime(65_535).build()).maxPacketLifeTime())
        .isEqualTo(65_535);
    assertThat(a.createDataChannel("", init().negotiated(true).id(65_534).build()).id())
        .isEqualTo(65_534);
    assertThat(a.createDataChannel("", init().negotiated(true).id(0).build()).id()).isZero();
  }

  @Test
  void anIdCountsOnlyIfItIsNegotiated() {
    assertThat(a.createDataChannel("", init().id(42).build()).id()).isNull();
    assertThat(a.createDataChannel("", init().id(65_535).build()).id()).isNull();
  }

  @Test
  void theSameIdTwiceIsAnOperationError() {
    a.createDataChannel("", init().negotiated(true).id(42).build());
    assertThat(Peers.thrown(() -> a.createDataChannel("", init().negotiated(true).id(42).build())))
        .isEqualTo("OperationError");
  }

  @Test
  void idsComeWithTheAnswerByTheRoleInDtls() {
    RTCDataChannel first = a.createDataChannel("first");
    RTCDataChannel agreed = a.createDataChannel("", init().negotiated(true).id(1).build());
    RTCDataChannel second = a.createDataChannel("second");
    peers.offer(a, b);
    assertThat(first.id()).isNull();
    peers.answer(b, a);
    assertThat(first.id()).isNotNull();
    assertThat(second.id()).isNotNull().isNotEqualTo(first.id());
    assertThat(first.id() % 2).isEqualTo(second.id() % 2);
    assertThat(agreed.id()).isEqualTo(1);
    boolean client = a.remoteDescription().sdp().contains("a=setup:passive");
    assertThat(first.id() % 2).isEqualTo(client ? 0 : 1);
    assertThat(a.createDataChannel("late").id()).isNotNull();
  }

  @Test
  void anIdInUseCannotBeNegotiatedLater() {
    RTCDataChannel first = a.createDataChannel("first");
    peers.connect();
    awaitAnnounced(1);
    int id = first.id();
    assertThat(Peers.thrown(() -> a.createDataChannel("", init().negotiated(true).id(id).build())))
        .isEqualTo("OperationError");
    assertThat(Peers.thrown(() -> b.createDataChannel("", init().negotiated(true).id(id).build())))
        .isEqualTo("OperationError");
    int beyond = a.sctp().maxChannels();
    if (beyond <= 65_534) {
      assertThat(
              Peers.thrown(
                  () -> a.createDataChannel("", init().negotiated(true).id(beyond).build())))
          .isEqualTo("OperationError");
    }
  }

  @Test
  void theTransportIsThereFromTheOfferOn() {
    assertThat(a.sctp()).isNull();
    a.createDataChannel("data");
    assertThat(a.sctp()).isNull();
    peers.offer(a, b);
    assertThat(a.sctp().state()).isEqualTo(RTCSctpTransportState.CONNECTING);
    assertThat(b.sctp().state()).isEqualTo(RTCSctpTransportState.CONNECTING);
    assertThat(a.sctp().maxChannels()).isNull();
    assertThat(a.sctp().transport().iceTransport()).isNotNull();
    var before = a.sctp();
    peers.answer(b, a);
    assertThat(a.sctp()).isSameAs(before);
    assertThat(a.sctp().maxMessageSize()).isPositive();
  }

  @Test
  void theTransportIsConnectedBeforeChannelsOpen() {
    RTCDataChannel channel = a.createDataChannel("data");
    List<String> order = new ArrayList<>();
    peers.trickle();
    peers.offer(a, b);
    a.sctp()
        .onStateChange(
            event -> {
              order.add("sctp " + a.sctp().state() + " " + channel.readyState());
              assertThat(a.sctp().maxChannels()).isPositive();
              assertThat(channel.id()).isNotNull();
            });
    channel.onOpen(event -> order.add("open " + channel.readyState()));
    peers.answer(b, a);
    awaitAnnounced(1);
    assertThat(order).containsExactly("sctp connected connecting", "open open");
  }

  @Test
  void aChannelOfThePeersIsOpenWhenItIsAnnounced() {
    a.createDataChannel("label", init().ordered(false).maxRetransmits(3).protocol("p").build());
    List<String> order = new ArrayList<>();
    b.onDataChannel(
        event -> {
          RTCDataChannel channel = event.channel();
          order.add(event.type() + " " + channel.readyState());
          channel.onOpen(open -> order.add("open"));
          channel.send("at once");
        });
    peers.connect();
    awaitAnnounced(1);
    assertThat(order).containsExactly("datachannel open", "open");
    RTCDataChannel there = announced.get(0);
    assertThat(there.label()).isEqualTo("label");
    assertThat(there.protocol()).isEqualTo("p");
    assertThat(there.ordered()).isFalse();
    assertThat(there.maxRetransmits()).isEqualTo(3);
    assertThat(there.maxPacketLifeTime()).isNull();
    assertThat(there.negotiated()).isFalse();
  }

  @Test
  void aChannelThatIsClosedWhenAnnouncedDoesNotOpen() {
    a.createDataChannel("data");
    List<String> order = new ArrayList<>();
    b.onDataChannel(
        event -> {
          event.channel().onOpen(open -> order.add("open"));
          event.channel().onClose(close -> order.add("close"));
          event.channel().close();
        });
    peers.connect();
    awaitAnnounced(1);
    assertThat(order).containsExactly("close");
  }

  @Test
  void negotiatedChannelsAreNotAnnounced() {
    RTCDataChannel here = a.createDataChannel("here", init().negotiated(true).id(7).build());
    RTCDataChannel there = b.createDataChannel("there", init().negotiated(true).id(7).build());
    peers.connect();
    peers.settle();
    assertThat(announced).isEmpty();
    assertThat(here.readyState()).isEqualTo(RTCDataChannelState.OPEN);
    assertThat(there.readyState()).isEqualTo(RTCDataChannelState.OPEN);
    assertThat(there.label()).isEqualTo("there");
    List<String> messages = new ArrayList<>();
    there.onMessage(message -> messages.add(message.text()));
    here.send("hello");
    peers.settle();
    assertThat(messages).containsExactly("hello");
  }

  @Test
  void sendingNeedsAnOpenChannel() {
    RTCDataChannel channel = a.createDataChannel("data");
    assertThat(Peers.thrown(() -> channel.send("early"))).isEqualTo("InvalidStateError");
    assertThat(Peers.thrown(() -> channel.send(new byte[1]))).isEqualTo("InvalidStateError");
    peers.connect();
    awaitAnnounced(1);
    channel.send("now");
    assertThat(channel.bufferedAmount()).isEqualTo(3);
    channel.send(new byte[4]);
    assertThat(channel.bufferedAmount()).isEqualTo(7);
    peers.settle();
    assertThat(channel.bufferedAmount()).isZero();
    channel.close();
    assertThat(Peers.thrown(() -> channel.send("late"))).isEqualTo("InvalidStateError");
    assertThat(channel.readyState()).isEqualTo(RTCDataChannelState.CLOSING);
    peers.settle();
    assertThat(Peers.thrown(() -> channel.send("late"))).isEqualTo("InvalidStateError");
  }

  @Test
  void aMessageLargerThanThePeerTakesIsATypeError() {
    RTCDataChannel channel = a.createDataChannel("data");
    peers.connect();
    awaitAnnounced(1);
    int limit = a.sctp().maxMessageSize().intValue();
    assertThat(Peers.thrown(() -> channel.send(new byte[limit + 1]))).isEqualTo("TypeError");
    assertThat(channel.bufferedAmount()).isZero();
    List<Integer> sizes = new ArrayList<>();
    announced.get(0).onMessage(message -> sizes.add(message.bytes().length));
    channel.send(new byte[limit]);
    peers.network.run(Duration.ofMinutes(1));
    assertThat(sizes).containsExactly(limit);
  }

  @Test
  void closingIsToldAtTheOtherEndAndEndsOnBoth() {
    RTCDataChannel channel = a.createDataChannel("data");
    peers.connect();
    awaitAnnounced(1);
    RTCDataChannel there = announced.get(0);
    List<String> order = new ArrayList<>();
    channel.onClosing(event -> order.add("a closing"));
    channel.onClose(event -> order.add("a " + channel.readyState()));
    channel.onError(event -> order.add("a error"));
    there.onClosing(event -> order.add("b closing " + there.readyState()));
    there.onClose(event -> order.add("b " + there.readyState()));
    there.onError(event -> order.add("b error"));
    channel.close();
    channel.close();
    assertThat(channel.readyState()).isEqualTo(RTCDataChannelState.CLOSING);
    peers.settle();
    assertThat(order).containsExactlyInAnyOrder("b closing closing", "b closed", "a closed");
    assertThat(order.indexOf("b closing closing")).isLessThan(order.indexOf("b closed"));
  }

  @Test
  void aChannelClosedBeforeItWasOpenNeverOpens() {
    RTCDataChannel closed = a.createDataChannel("closed");
    RTCDataChannel open = a.createDataChannel("open");
    List<String> order = new ArrayList<>();
    closed.onOpen(event -> order.add("open"));
    closed.onClose(event -> order.add("close"));
    closed.close();
    assertThat(closed.readyState()).isEqualTo(RTCDataChannelState.CLOSING);
    peers.connect();
    peers.settle();
    assertThat(order).containsExactly("close");
    assertThat(closed.readyState()).isEqualTo(RTCDataChannelState.CLOSED);
    assertThat(open.readyState()).isEqualTo(RTCDataChannelState.OPEN);
  }

  @Test
  void thePeersEndOfTheConnectionClosesChannelsWithAnError() {
    RTCDataChannel channel = a.createDataChannel("data");
    peers.connect();
    awaitAnnounced(1);
    List<String> order = new ArrayList<>();
    channel.onError(event -> order.add(event.type() + " " + event.error().errorDetail()));
    channel.onClose(event -> order.add("close"));
    b.close();
    peers.settle();
    assertThat(order).endsWith("close").first().isIn("close", "error sctp-failure");
    assertThat(a.sctp().state()).isEqualTo(RTCSctpTransportState.CLOSED);
  }

  @Test
  void aSecondNegotiationKeepsTheTransport() {
    RTCDataChannel channel = a.createDataChannel("data");
    peers.connect();
    awaitAnnounced(1);
    var transport = a.sctp();
    b.addTransceiver("audio");
    peers.negotiate(b, a);
    assertThat(a.sctp()).isSameAs(transport);
    assertThat(transport.state()).isEqualTo(RTCSctpTransportState.CONNECTED);
    assertThat(channel.readyState()).isEqualTo(RTCDataChannelState.OPEN);
  }

  @Test
  void theThresholdTellsWhenTheBufferEmpties() {
    RTCDataChannel channel = a.createDataChannel("data");
    peers.connect();
    awaitAnnounced(1);
    List<Long> low = new ArrayList<>();
    channel.onBufferedAmountLow(event -> low.add(channel.bufferedAmount()));
    channel.setBufferedAmountLowThreshold(1000);
    assertThat(channel.bufferedAmountLowThreshold()).isEqualTo(1000);
    channel.send(new byte[500]);
    peers.settle();
    assertThat(low).isEmpty(); // It was never above.
    channel.send(new byte[50_000]);
    peers.settle();
    assertThat(low).hasSize(1);
    assertThat(low.get(0)).isLessThanOrEqualTo(1000);
  }
}
