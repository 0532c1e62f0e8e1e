package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The SCTP transport and the DTLS transport below it, of connections over loopback sockets. */
@Timeout(60)
class RTCSctpTransportTest {

  private final TwoConnections peers = new TwoConnections();

  @Test
  void itComesWithTheDescriptionsAndConnects() throws Exception {
    try (peers) {
      RTCDataChannel channel = peers.a.createDataChannel("first");
      assertThat(peers.a.sctp()).isNull();
      peers.negotiate();
      RTCSctpTransport sctp = Objects.requireNonNull(peers.a.sctp());
      assertThat(sctp.maxMessageSize()).isEqualTo(262_144);
      TwoConnections.awaitOpen(channel);
      assertThat(sctp.state()).isEqualTo(RTCSctpTransportState.CONNECTED);
      assertThat(sctp.transport().state()).isEqualTo(RTCDtlsTransportState.CONNECTED);
      assertThat(sctp.maxChannels()).isBetween(1, 65_535);
    }
  }

  @Test
  void whenThePeerClosesItIsClosedAtOnceAndTheConnectionStaysConnected() throws Exception {
    try (peers) {
      RTCDataChannel channel = peers.a.createDataChannel("first");
      peers.negotiate();
      RTCSctpTransport sctp = Objects.requireNonNull(peers.b.sctp());
      TwoConnections.awaitOpen(channel);
      CompletableFuture<Event> closed = new CompletableFuture<>();
      CompletableFuture<Event> dtlsClosed = new CompletableFuture<>();
      sctp.onStateChange(
          event -> {
            if (sctp.state() == RTCSctpTransportState.CLOSED) {
              closed.complete(event);
            }
          });
      sctp.transport()
          .onStateChange(
              event -> {
                if (sctp.transport().state() == RTCDtlsTransportState.CLOSED) {
                  dtlsClosed.complete(event);
                }
              });
      peers.a.close();
      assertThat(closed.get(TwoConnections.LIMIT_SECONDS, TimeUnit.SECONDS).type())
          .isEqualTo("statechange");
      dtlsClosed.get(TwoConnections.LIMIT_SECONDS, TimeUnit.SECONDS);
      assertThat(peers.b.connectionState()).isEqualTo(RTCPeerConnectionState.CONNECTED);
    }
  }

  @Test
  void whenThisSideClosesItIsClosedWithoutAnEvent() throws Exception {
    try (peers) {
      RTCDataChannel channel = peers.a.createDataChannel("first");
      peers.negotiate();
      TwoConnections.awaitOpen(channel);
      RTCSctpTransport sctp = Objects.requireNonNull(peers.a.sctp());
      List<Event> events = new CopyOnWriteArrayList<>();
      sctp.onStateChange(events::add);
      peers.a.close();
      assertThat(sctp.state()).isEqualTo(RTCSctpTransportState.CLOSED);
      assertThat(sctp.transport().state()).isEqualTo(RTCDtlsTransportState.CLOSED);
      assertThat(events).isEmpty();
    }
  }
}
