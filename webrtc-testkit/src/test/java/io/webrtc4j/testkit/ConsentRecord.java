package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionState;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a connection lost consent (RFC 7675), and whether that was right by the network's own
 * record.
 */
final class ConsentRecord {
  /** RFC 7675 §5.1: consent expires 30 seconds after the last answer. */
  private static final Duration EXPIRY = Duration.ofSeconds(30);

  /** Two consent checks, and four to six that are sent up to five times each until it expires. */
  private static final long MOST_CHECKS = 32;

  private final RTCPeerConnection connection;
  private final VirtualHost host;
  private final VirtualNetwork network;
  private @Nullable Duration failedAt;

  /** From now on, for {@code connection}, which lives on {@code host}. */
  ConsentRecord(RTCPeerConnection connection, VirtualHost host, VirtualNetwork network) {
    this.connection = connection;
    this.host = host;
    this.network = network;
    connection.onConnectionStateChange(
        event -> {
          if (connection.connectionState() == RTCPeerConnectionState.FAILED) {
            failedAt = network.now();
          }
        });
  }

  /** Whether the connection failed for lack of consent. */
  boolean isLost() {
    return failedAt != null
        && connection.failureReason().orElse("").toLowerCase(Locale.ROOT).contains("consent");
  }

  /**
   * Fails if consent was lost, unless checks were sent in the whole period before, and not one was
   * answered.
   */
  void confirmIfLost() {
    if (!isLost()) {
      return;
    }
    Duration failure = failedAt;
    Duration begin = failure.minus(EXPIRY);
    InetAddress own = host.addresses().get(0);
    assertThat(
            network
                .log()
                .matching(
                    packet ->
                        packet.delivered()
                            && packet.kind() == PacketKind.STUN_RESPONSE
                            && packet.to().getAddress().equals(own)
                            && packet.endedAt().compareTo(failure) <= 0
                            && packet.endedAt().compareTo(begin) > 0))
        .as("answers before consent was lost at %s", failure)
        .isEmpty();
    long checks =
        network.log().stream()
            .filter(packet -> packet.kind() == PacketKind.STUN_REQUEST)
            .filter(packet -> packet.from().getAddress().equals(own))
            .filter(packet -> packet.sentAt().compareTo(begin) > 0)
            .filter(packet -> packet.sentAt().compareTo(failure) <= 0)
            .count();
    assertThat(checks).as("checks of the period").isBetween(8L, MOST_CHECKS);
  }
}
