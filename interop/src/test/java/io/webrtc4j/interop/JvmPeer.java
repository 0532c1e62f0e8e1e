package io.webrtc4j.interop;

import io.webrtc4j.PeerSettings;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCDataChannelInit;
import io.webrtc4j.RTCIceCandidate;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.interop.waiting.Happenings;
import io.webrtc4j.interop.waiting.Waiting;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The library's side of a test's connection, on loopback, with all that happened to it kept. */
public final class JvmPeer implements AutoCloseable {
  public static final PeerSettings LOOPBACK_ONLY =
      PeerSettings.builder()
          .includeLoopback(true)
          .addressFilter(InetAddress::isLoopbackAddress)
          .build();

  private static final PeerSettings WITH_SIMULCAST =
      PeerSettings.builder()
          .includeLoopback(true)
          .addressFilter(InetAddress::isLoopbackAddress)
          .receiveSimulcast(true)
          .build();

  private final RTCPeerConnection pc;
  private final Supplier<String> logs;
  private final Happenings<JvmChannel> channels = new Happenings<>();
  private final Happenings<RTCPeerConnectionState> states = new Happenings<>();

  /**
   * A new connection.
   *
   * @param otherLogs what else a failing test should show
   */
  public JvmPeer(RTCConfiguration configuration, Supplier<String> otherLogs) {
    this(configuration, LOOPBACK_ONLY, otherLogs);
  }

  /** One that takes all versions of simulcast. */
  public static JvmPeer withSimulcast(RTCConfiguration configuration, Supplier<String> otherLogs) {
    return new JvmPeer(configuration, WITH_SIMULCAST, otherLogs);
  }

  private JvmPeer(
      RTCConfiguration configuration, PeerSettings settings, Supplier<String> otherLogs) {
    this.logs = () -> this + otherLogs.get();
    this.pc = new RTCPeerConnection(configuration, settings);
    pc.onDataChannel(event -> channels.add(new JvmChannel(event.channel(), logs)));
    pc.onConnectionStateChange(event -> states.add(pc.connectionState()));
  }

  public RTCPeerConnection connection() {
    return pc;
  }

  /** Hands over each candidate; not the end of them all. */
  public void onCandidate(Consumer<RTCIceCandidate> then) {
    pc.onIceCandidate(
        event -> {
          if (event.candidate() != null) {
            then.accept(event.candidate());
          }
        });
  }

  public JvmChannel openChannel(String label, RTCDataChannelInit options) {
    RTCDataChannel channel = pc.createDataChannel(label, options);
    return new JvmChannel(channel, logs);
  }

  /** Waits for the channel of this label that the browser opens. */
  public JvmChannel awaitChannel(String label) {
    return Waiting.await(
        channels.next(channel -> channel.label().equals(label)), "channel " + label, logs);
  }

  public void awaitState(RTCPeerConnectionState state) {
    Waiting.await(states.next(state::equals), "state " + state + " of the JVM's connection", logs);
  }

  /** Waits until it is connected, if it is not. */
  public void awaitConnected() {
    while (pc.connectionState() != RTCPeerConnectionState.CONNECTED) {
      if (pc.connectionState() == RTCPeerConnectionState.FAILED) {
        throw new AssertionError("The JVM's connection failed\n" + logs.get());
      }
      Waiting.await(states.next(state -> true), "the JVM's connection", logs);
    }
  }

  /** Waits for a step of the negotiation. */
  public void await(CompletableFuture<?> step) {
    Waiting.await(step, "the JVM's part of the negotiation", logs);
  }

  @Override
  public String toString() {
    return "--- the JVM's connection: %s, ICE %s, gathering %s%s, states not waited for %s%n"
        .formatted(
            pc.connectionState(),
            pc.iceConnectionState(),
            pc.iceGatheringState(),
            pc.failureReason().map(why -> ", failed: " + why).orElse(""),
            states);
  }

  @Override
  public void close() {
    pc.close();
  }
}
