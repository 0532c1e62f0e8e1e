package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * How long a certificate is to be valid (W3C WebRTC §4.9.2).
 *
 * @param expires milliseconds from its creation, or null for 30 days; more than 365 days are taken
 *     as 365 days
 */
public record RTCCertificateExpiration(@Nullable Long expires) {
  /**
   * Looks at the range.
   *
   * @throws RTCException {@code TypeError} if it is negative
   */
  public RTCCertificateExpiration {
    if (expires != null && expires < 0) {
      throw RTCException.type("expires is to be 0 or more milliseconds, not " + expires);
    }
  }
}
