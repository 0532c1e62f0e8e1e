package io.webrtc4j;

import java.util.Objects;

/**
 * What an ICE agent's checks are authenticated with (W3C WebRTC §5.6.3).
 *
 * @param usernameFragment tells the ICE generation
 * @param password a secret of the two peers
 */
public record RTCIceParameters(String usernameFragment, String password) {
  /** Neither may be null. */
  public RTCIceParameters {
    Objects.requireNonNull(usernameFragment, "usernameFragment");
    Objects.requireNonNull(password, "password");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "RTCIceParameters[usernameFragment=" + usernameFragment + "]";
  }
}
