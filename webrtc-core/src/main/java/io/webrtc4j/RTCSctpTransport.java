package io.webrtc4j;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The SCTP transport that carries a connection's data channels (W3C WebRTC §6.1). It is closed as
 * soon as the peer has closed its connection.
 *
 * <p>May be used from any thread.
 */
public final class RTCSctpTransport {
  private final VisibleState connection;
  private final Listeners<Event> stateChange = new Listeners<>();
  private volatile RTCSctpTransportState state = RTCSctpTransportState.CONNECTING;
  private volatile @Nullable Integer maxChannels;
  private boolean finished;
  private volatile RTCDtlsTransport transport = new RTCDtlsTransport();

  RTCSctpTransport(VisibleState connection) {
    this.connection = connection;
  }

  /** What secures it. */
  public RTCDtlsTransport transport() {
    return transport;
  }

  /** How it does. */
  public RTCSctpTransportState state() {
    return state;
  }

  /** The largest message that the peer takes, in bytes; infinite for any, null before an answer. */
  public @Nullable Double maxMessageSize() {
    Long bytes = connection.maxMessageSize();
    if (bytes == null) {
      return null;
    }
    return bytes == 0 ? Double.POSITIVE_INFINITY : bytes.doubleValue();
  }

  /** How many channels can be open at a time; null before the transport is connected. */
  public @Nullable Integer maxChannels() {
    return maxChannels;
  }

  /** {@link #state()} changed. */
  public ListenerRegistration onStateChange(Consumer<Event> listener) {
    return stateChange.add(listener);
  }

  /** On the callback queue. */
  void connected(int channels) {
    maxChannels = channels;
    become(RTCSctpTransportState.CONNECTED);
  }

  /** On the callback queue. */
  void ended() {
    become(RTCSctpTransportState.CLOSED);
  }

  /** Is carried by {@code next}; in a step. */
  void transport(RTCDtlsTransport next) {
    transport = next;
  }

  /** Closed by this side, of which there is no event. */
  synchronized void close() {
    finished = true;
    state = RTCSctpTransportState.CLOSED;
  }

  private void become(RTCSctpTransportState next) {
    if (change(next)) {
      stateChange.fire(new Event("statechange"));
    }
  }

  /**
   * Nothing follows our end, which may come from another thread. After the peer's there can be
   * another association, on another transport.
   */
  private synchronized boolean change(RTCSctpTransportState next) {
    if (next == state || finished) {
      return false;
    }
    state = next;
    return true;
  }
}
