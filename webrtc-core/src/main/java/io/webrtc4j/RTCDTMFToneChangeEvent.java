package io.webrtc4j;

/**
 * A tone has begun, or all have been played (W3C WebRTC §7.4).
 *
 * @param type the name of the event, {@code tonechange}
 * @param tone the character of the tone that begins, {@code ,} among them; empty at the end of all
 */
public record RTCDTMFToneChangeEvent(String type, String tone) {
  RTCDTMFToneChangeEvent(String tone) {
    this("tonechange", tone);
  }
}
