package io.webrtc4j.dtls.dtls12;

import org.jspecify.annotations.Nullable;

/** Tells whether the peer is who it should be. */
@FunctionalInterface
public interface CertificateCheck {
  /** What is wrong with the peer's certificate (DER), for people; null if nothing is. */
  @Nullable String complaint(byte[] encodedCertificate);
}
