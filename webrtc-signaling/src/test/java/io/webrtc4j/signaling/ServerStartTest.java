package io.webrtc4j.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServerStartTest {

  @Test
  void portZeroTakesAnyFreePort() {
    try (SignalingServer server = SignalingServer.builder().port(0).build().start()) {
      assertThat(server.address().getPort()).isPositive();
      assertThat(server.uri())
          .hasToString("ws://localhost:" + server.address().getPort() + "/signal");
    }
  }

  @Test
  void aTakenPortIsNamedWithWhatToDo() {
    try (SignalingServer first = SignalingServer.builder().port(0).build().start()) {
      int port = first.address().getPort();
      assertThatThrownBy(() -> SignalingServer.builder().port(port).build().start())
          .isInstanceOf(PortInUseException.class)
          .hasMessage(
              "Port %d of localhost is in use already. Stop the program that listens there, or"
                  + " choose another port (0 takes any free one).",
              port)
          .satisfies(e -> assertThat(((PortInUseException) e).port()).isEqualTo(port));
    }
  }

  @Test
  void aPortIsFreeAgainOnceItsServerIsClosed() {
    SignalingServer first = SignalingServer.builder().port(0).build().start();
    int port = first.address().getPort();
    first.close();
    try (SignalingServer second = SignalingServer.builder().port(port).build().start()) {
      assertThat(second.address().getPort()).isEqualTo(port);
    }
  }

  @Test
  void everyAddressOfTheNameIsListenedAt() throws Exception {
    try (SignalingServer server = SignalingServer.builder().port(0).build().start()) {
      for (InetAddress address : InetAddress.getAllByName("localhost")) {
        if (NetworkInterface.getByInetAddress(address) != null) {
          try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, server.address().getPort()), 5000);
          }
        }
      }
    }
  }

  @Test
  void aForeignAddressAndAnUnknownNameAreSaidToBe() {
    // 192.0.2.0/24 is for documentation (RFC 5737); .invalid is nobody's (RFC 6761).
    assertThatThrownBy(() -> SignalingServer.builder().host("192.0.2.77").port(0).build().start())
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("192.0.2.77 is not an address of this machine");
    assertThatThrownBy(
            () -> SignalingServer.builder().host("nowhere.invalid").port(0).build().start())
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("nowhere.invalid has no address");
  }

  @Test
  void aServerStartsOnceAndHasNoAddressBefore() {
    try (SignalingServer server = SignalingServer.builder().port(0).build()) {
      assertThatIllegalStateException().isThrownBy(server::address);
      server.start();
      assertThatIllegalStateException().isThrownBy(server::start);
    }
  }

  @Test
  void closingAServerThatNeverStartedDoesNothing() {
    SignalingServer.builder().port(0).build().close();
  }

  @Test
  void senselessSettingsAreRefused() {
    SignalingServerBuilder builder = SignalingServer.builder();
    assertThatIllegalArgumentException().isThrownBy(() -> builder.port(65536));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.path("signal"));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.maxRooms(0));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.messageRate(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.pingInterval(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.staticContent("/demo", path -> null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignalingServer.builder().maxOutboundBytes(1000).build());
  }
}
