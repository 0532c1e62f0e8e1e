package io.webrtc4j;

/**
 * Something failed after it had worked (W3C WebRTC §11.3).
 *
 * @param type the name of the event, {@code error}
 * @param error what failed
 */
public record RTCErrorEvent(String type, RTCError error) {
  RTCErrorEvent(RTCError error) {
    this("error", error);
  }
}
