package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The public face over loopback sockets. */
@Timeout(60)
class RTCPeerConnectionTest {
  private static final int LARGEST = 262_144;

  @Test
  void twoConnectionsExchangeMessagesOfEveryKind() throws Exception {
    try (TwoConnections peers = new TwoConnections()) {
      RTCDataChannel chat = peers.a.createDataChannel("chat");
      peers.negotiate();
      RTCDataChannel echo = peers.nextOffered();
      BlockingQueue<MessageEvent> atB = TwoConnections.messages(echo);
      BlockingQueue<MessageEvent> atA = TwoConnections.messages(chat);
      TwoConnections.awaitOpen(chat);

      chat.send("héllo");
      assertThat(TwoConnections.next(atB).text()).isEqualTo("héllo");
      chat.send("");
      assertThat(TwoConnections.next(atB).text()).isEmpty();
      echo.send(new byte[0]);
      assertThat(TwoConnections.next(atA).bytes()).isEmpty();
      byte[] large = new byte[LARGEST];
      large[LARGEST - 1] = 7;
      echo.send(large.clone());
      assertThat(TwoConnections.next(atA).bytes()).isEqualTo(large);

      assertThat(echo.label()).isEqualTo("chat");
      assertThat(peers.a.connectionState()).isEqualTo(RTCPeerConnectionState.CONNECTED);
      PeerReport report = peers.a.report().get(5, TimeUnit.SECONDS);
      assertThat(report.dtlsVersion()).isEqualTo("DTLS 1.2");
      assertThat(report.cipherSuite()).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
      assertThat(report.localCandidate()).contains("host");
    }
  }

  @Test
  void anUnorderedChannelAndANegotiatedOneOpenToo() throws Exception {
    try (TwoConnections peers = new TwoConnections()) {
      RTCDataChannelInit agreed = RTCDataChannelInit.builder().negotiated(true).id(5).build();
      RTCDataChannel left = peers.a.createDataChannel("side", agreed);
      RTCDataChannel right = peers.b.createDataChannel("side", agreed);
      RTCDataChannelInit unordered =
          RTCDataChannelInit.builder().ordered(false).protocol("game").build();
      peers.a.createDataChannel("fast", unordered);
      peers.negotiate();
      TwoConnections.awaitOpen(left);
      TwoConnections.awaitOpen(right);
      right.send("over here");
      assertThat(TwoConnections.next(TwoConnections.messages(left)).text()).isEqualTo("over here");
      RTCDataChannel fast = peers.nextOffered();
      assertThat(fast.ordered()).isFalse();
      assertThat(fast.protocol()).isEqualTo("game");
      assertThat(left.id()).isEqualTo(5);
    }
  }

  @Test
  void aLargerLimitTakesALargerMessage() throws Exception {
    int large = 8 << 20;
    PeerSettings settings =
        PeerSettings.builder().includeLoopback(true).maxMessageSize(large).build();
    try (TwoConnections peers = new TwoConnections(settings)) {
      RTCDataChannel chat = peers.a.createDataChannel("chat");
      peers.negotiate();
      BlockingQueue<MessageEvent> atB = TwoConnections.messages(peers.nextOffered());
      TwoConnections.awaitOpen(chat);
      byte[] message = new byte[large];
      message[large - 1] = 9;
      chat.send(message.clone());
      assertThat(TwoConnections.next(atB).bytes()).isEqualTo(message);
      fails("TypeError", () -> chat.send(new byte[large + 1]));
    }
  }

  @Test
  void aChannelClosedAtOneEndClosesAtTheOtherAfterItsMessages() throws Exception {
    try (TwoConnections peers = new TwoConnections()) {
      RTCDataChannel chat = peers.a.createDataChannel("chat");
      peers.negotiate();
      RTCDataChannel remote = peers.nextOffered();
      List<String> seen = new CopyOnWriteArrayList<>();
      CompletableFuture<Event> remoteClosed = new CompletableFuture<>();
      CompletableFuture<Event> closed = new CompletableFuture<>();
      remote.onMessage(message -> seen.add(message.text()));
      remote.onClose(remoteClosed::complete);
      chat.onClose(closed::complete);
      TwoConnections.awaitOpen(chat);
      for (int i = 0; i < 100; i++) {
        chat.send("message " + i);
      }
      chat.close();
      assertThat(chat.readyState()).isEqualTo(RTCDataChannelState.CLOSING);
      remoteClosed.get(30, TimeUnit.SECONDS);
      closed.get(30, TimeUnit.SECONDS);
      assertThat(seen).hasSize(100);
      assertThat(chat.readyState()).isEqualTo(RTCDataChannelState.CLOSED);
      assertThat(remote.readyState()).isEqualTo(RTCDataChannelState.CLOSED);
    }
  }

  @Test
  void closingTheConnectionClosesThePeersChannels() throws Exception {
    try (TwoConnections peers = new TwoConnections()) {
      peers.a.createDataChannel("chat");
      peers.negotiate();
      RTCDataChannel remote = peers.nextOffered();
      CompletableFuture<Event> closed = new CompletableFuture<>();
      remote.onClose(closed::complete);
      TwoConnections.awaitOpen(remote);
      peers.a.close();
      closed.get(30, TimeUnit.SECONDS);
      assertThat(peers.a.connectionState()).isEqualTo(RTCPeerConnectionState.CLOSED);
      assertThat(peers.a.signalingState()).isEqualTo(RTCSignalingState.CLOSED);
    }
  }

  @Test
  void theEndIsToldOnceThePeerWasToldOfIt() throws Exception {
    try (TwoConnections peers = new TwoConnections()) {
      RTCDataChannel channel = peers.a.createDataChannel("chat");
      peers.negotiate();
      TwoConnections.awaitOpen(channel);
      CompletableFuture<Void> ended = peers.a.whenEnded();
      peers.a.report().get(TwoConnections.LIMIT_SECONDS, TimeUnit.SECONDS);
      assertThat(ended).isNotDone();
      peers.a.close();
      ended.get(TwoConnections.LIMIT_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void aConnectionThatNeverBeganEndsToo() throws Exception {
    RTCPeerConnection connection = new RTCPeerConnection();
    connection.close();
    connection.whenEnded().get(TwoConnections.LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void theBufferedAmountRisesAtOnceAndItsLowEventComes() throws Exception {
    try (TwoConnections peers = new TwoConnections()) {
      RTCDataChannel chat = peers.a.createDataChannel("chat");
      peers.negotiate();
      TwoConnections.awaitOpen(chat);
      CompletableFuture<Event> low = new CompletableFuture<>();
      chat.onBufferedAmountLow(low::complete);
      chat.setBufferedAmountLowThreshold(1000);
      for (int i = 0; i < 16; i++) {
        chat.send(new byte[LARGEST]);
      }
      assertThat(chat.bufferedAmount()).isPositive();
      low.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void statesAreSeenInTheirOrderAndBeforeTheFutureCompletes() throws Exception {
    try (RTCPeerConnection connection =
        new RTCPeerConnection(RTCConfiguration.defaults(), TwoConnections.LOOPBACK)) {
      List<String> seen = new CopyOnWriteArrayList<>();
      CompletableFuture<Event> gathered = new CompletableFuture<>();
      connection.onSignalingStateChange(e -> seen.add("signaling " + connection.signalingState()));
      connection.onIceGatheringStateChange(
          e -> {
            seen.add("gathering " + connection.iceGatheringState());
            if (connection.iceGatheringState() == RTCIceGatheringState.COMPLETE) {
              gathered.complete(e);
            }
          });
      // In a listener nothing can happen between the call and thenRun.
      connection.onNegotiationNeeded(
          e -> connection.setLocalDescription().thenRun(() -> seen.add("set")));
      connection.createDataChannel("x");
      gathered.get(5, TimeUnit.SECONDS);
      assertThat(seen)
          .containsSubsequence("signaling have-local-offer", "set", "gathering complete")
          .containsSubsequence("set", "gathering gathering", "gathering complete");
      RTCSessionDescription local = connection.localDescription();
      assertThat(local).isNotNull();
      assertThat(local.sdp()).contains("a=candidate:").contains("a=end-of-candidates");
    }
  }

  @Test
  void aTracksTransceiverHasItsMidWhenTheListenerHearsOfIt() throws Exception {
    try (TwoConnections two = new TwoConnections()) {
      List<String> mids = new CopyOnWriteArrayList<>();
      two.b.onTrack(event -> mids.add(String.valueOf(event.transceiver().mid())));
      two.a.addTrack(MediaStreamTrack.audio());
      two.a.addTrack(MediaStreamTrack.video());
      two.negotiate();
      assertThat(mids).containsExactly("0", "1");
    }
  }

  @Test
  void misuseGivesTheW3cErrors() throws Exception {
    try (RTCPeerConnection connection = new RTCPeerConnection()) {
      fails("InvalidStateError", () -> connection.createAnswer().get());
      fails(
          "InvalidStateError",
          () ->
              connection
                  .setRemoteDescription(new RTCSessionDescriptionInit(RTCSdpType.ANSWER, "v=0"))
                  .get());
      fails(
          "OperationError",
          () ->
              connection
                  .setRemoteDescription(new RTCSessionDescriptionInit(RTCSdpType.OFFER, "v=1\r\n"))
                  .get());
      fails(
          "InvalidStateError",
          () -> connection.addIceCandidate(new RTCIceCandidateInit("", "0")).get());
      fails(
          "TypeError",
          () -> connection.addIceCandidate(new RTCIceCandidateInit("candidate:x", null)).get());
      RTCDataChannelInit both =
          RTCDataChannelInit.builder().maxRetransmits(1).maxPacketLifeTime(1).build();
      fails("TypeError", () -> connection.createDataChannel("x", both));
      fails("TypeError", () -> connection.createDataChannel("x".repeat(65_536)));
      RTCDataChannelInit five = RTCDataChannelInit.builder().negotiated(true).id(5).build();
      connection.createDataChannel("x", five);
      fails("OperationError", () -> connection.createDataChannel("y", five));
      fails("InvalidStateError", () -> connection.createDataChannel("z").send("early"));
    }
  }

  @Test
  void aClosedConnectionRefusesEverythingByName() throws Exception {
    RTCPeerConnection connection = new RTCPeerConnection();
    RTCDataChannel channel = connection.createDataChannel("x");
    connection.close();
    connection.close();
    fails("InvalidStateError", () -> connection.createOffer().get());
    fails("InvalidStateError", () -> connection.createDataChannel("y"));
    fails("InvalidStateError", () -> channel.send("late"));
  }

  @Test
  void waitingInAListenerForTheSameConnectionIsAnErrorAndNotAHang() throws Exception {
    try (RTCPeerConnection connection = new RTCPeerConnection()) {
      CompletableFuture<Throwable> caught = new CompletableFuture<>();
      connection.onNegotiationNeeded(
          event -> {
            try {
              connection.createOffer().join();
            } catch (IllegalStateException e) {
              caught.complete(e);
            }
          });
      connection.createDataChannel("x");
      assertThat(caught.get(5, TimeUnit.SECONDS)).hasMessageContaining("thenCompose");
    }
  }

  @Test
  void aListenerThatThrowsHarmsNoOtherAndNothingElse() throws Exception {
    try (RTCPeerConnection connection = new RTCPeerConnection()) {
      CompletableFuture<Event> second = new CompletableFuture<>();
      connection.onNegotiationNeeded(
          event -> {
            throw new IllegalArgumentException("thrown by the test");
          });
      connection.onNegotiationNeeded(second::complete);
      connection.createDataChannel("x");
      second.get(5, TimeUnit.SECONDS);
      assertThat(connection.createOffer().get(5, TimeUnit.SECONDS).sdp()).contains("m=application");
    }
  }

  private static void fails(String errorName, ThrowingCallable call) {
    assertThatThrownBy(call)
        .satisfies(
            thrown -> {
              boolean wrapped =
                  thrown instanceof ExecutionException || thrown instanceof CompletionException;
              Throwable error = wrapped ? thrown.getCause() : thrown;
              assertThat(error).isInstanceOf(RTCException.class);
              assertThat(((RTCException) error).name()).isEqualTo(errorName);
            });
  }
}
