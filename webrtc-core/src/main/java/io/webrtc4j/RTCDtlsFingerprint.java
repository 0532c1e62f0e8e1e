package io.webrtc4j;

/**
 * A certificate's fingerprint (W3C WebRTC §5.5.2).
 *
 * @param algorithm the hash function, such as {@code sha-256}
 * @param value lower-case hexadecimal bytes between colons
 */
public record RTCDtlsFingerprint(String algorithm, String value) {}
