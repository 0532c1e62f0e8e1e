package io.webrtc4j;

import java.util.List;
import java.util.function.Consumer;

/**
 * The DTLS transport of media sections that are bundled (W3C WebRTC §5.5): where the peer's own end
 * of the connection is to be heard of at once, which {@link RTCPeerConnection#connectionState()}
 * does not tell.
 *
 * <p>May be used from any thread.
 */
public final class RTCDtlsTransport {
  private final RTCIceTransport iceTransport = new RTCIceTransport();
  private final Listeners<Event> stateChange = new Listeners<>();
  private final Listeners<RTCErrorEvent> errors = new Listeners<>();
  private volatile RTCDtlsTransportState state = RTCDtlsTransportState.NEW;
  private volatile List<byte[]> remoteCertificates = List.of();

  RTCDtlsTransport() {}

  /** What it goes over. */
  public RTCIceTransport iceTransport() {
    return iceTransport;
  }

  /** How it does. */
  public RTCDtlsTransportState state() {
    return state;
  }

  /** The peer's certificates, DER-encoded; empty before it is connected. */
  public List<byte[]> getRemoteCertificates() {
    return remoteCertificates.stream().map(byte[]::clone).toList();
  }

  /** {@link #state()} changed. */
  public ListenerRegistration onStateChange(Consumer<Event> listener) {
    return stateChange.add(listener);
  }

  /** It failed. */
  public ListenerRegistration onError(Consumer<RTCErrorEvent> listener) {
    return errors.add(listener);
  }

  /** Tells whether that is news; in a step. */
  boolean become(RTCDtlsTransportState next) {
    boolean news = state != next && state != RTCDtlsTransportState.CLOSED;
    if (news) {
      state = next;
    }
    return news;
  }

  /** In a step. */
  void remoteCertificates(List<byte[]> certificates) {
    remoteCertificates = List.copyOf(certificates);
  }

  void fireStateChange() {
    stateChange.fire(new Event("statechange"));
  }

  void fireError(RTCErrorEvent event) {
    errors.fire(event);
  }
}
