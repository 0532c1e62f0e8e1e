package io.webrtc4j;

import java.util.function.Consumer;

/**
 * The DTLS transport of a connection (W3C WebRTC §5.5): where the peer's own end of the connection
 * is to be heard of at once, which {@link RTCPeerConnection#connectionState()} does not tell.
 *
 * <p>May be used from any thread.
 */
public final class RTCDtlsTransport {
  private final Listeners<Event> stateChange = new Listeners<>();
  private volatile RTCDtlsTransportState state = RTCDtlsTransportState.NEW;

  RTCDtlsTransport() {}

  /** How it does. */
  public RTCDtlsTransportState state() {
    return state;
  }

  /** {@link #state()} changed. */
  public ListenerRegistration onStateChange(Consumer<Event> listener) {
    return stateChange.add(listener);
  }

  /** On the callback queue. */
  void become(RTCDtlsTransportState next) {
    if (change(next)) {
      stateChange.fire(new Event("statechange"));
    }
  }

  /** Nothing follows the end, which may come from another thread. */
  private synchronized boolean change(RTCDtlsTransportState next) {
    if (next == state || state == RTCDtlsTransportState.CLOSED) {
      return false;
    }
    state = next;
    return true;
  }

  /** Closed by this side, of which there is no event. */
  synchronized void close() {
    state = RTCDtlsTransportState.CLOSED;
  }
}
