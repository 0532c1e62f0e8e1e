package io.webrtc4j;

import java.util.List;

/**
 * How a connection is to be established (W3C WebRTC §4.2.1).
 *
 * @param certificates of which the first is used; empty to have one made
 */
public record RTCConfiguration(List<RTCCertificate> certificates) {
  /** Copies the list. */
  public RTCConfiguration {
    certificates = List.copyOf(certificates);
  }

  /** What suits most programs: a certificate of its own for each connection. */
  public static RTCConfiguration defaults() {
    return new RTCConfiguration(List.of());
  }
}
