package io.webrtc4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A STUN or TURN server refused, or could not be reached (W3C WebRTC §4.8.3).
 *
 * @param type the name of the event, {@code icecandidateerror}
 * @param address the local address that the server was asked from; null if no candidate shows it
 * @param port the local port; null together with the address
 * @param url the server
 * @param errorCode the server's STUN error code, or {@link #UNREACHABLE}
 * @param errorText the server's reason, or what went wrong
 */
public record RTCPeerConnectionIceErrorEvent(
    String type,
    @Nullable String address,
    @Nullable Integer port,
    String url,
    int errorCode,
    String errorText) {
  /** No host candidate can reach the server; outside of the range of STUN's error codes. */
  public static final int UNREACHABLE = 701;

  /** The numbers are unsigned ones of 16 bits. */
  public RTCPeerConnectionIceErrorEvent {
    Objects.requireNonNull(type, "type");
    Idl.unsignedShort("port", port);
    Objects.requireNonNull(url, "url");
    Idl.unsignedShort("errorCode", errorCode);
    Objects.requireNonNull(errorText, "errorText");
  }

  RTCPeerConnectionIceErrorEvent(
      @Nullable String address,
      @Nullable Integer port,
      String url,
      int errorCode,
      String errorText) {
    this("icecandidateerror", address, address == null ? null : port, url, errorCode, errorText);
  }
}
