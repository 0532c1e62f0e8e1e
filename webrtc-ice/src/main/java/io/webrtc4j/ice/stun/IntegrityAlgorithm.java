package io.webrtc4j.ice.stun;

/** The two message integrity attributes (RFC 8489 §14.5, §14.6). */
public enum IntegrityAlgorithm {
  /** MESSAGE-INTEGRITY. */
  SHA1(0x0008, 20, "HmacSHA1"),
  /** MESSAGE-INTEGRITY-SHA256, not truncated. */
  SHA256(0x001c, 32, "HmacSHA256");

  final int attributeType;
  final int macLength;
  final String macName;

  IntegrityAlgorithm(int attributeType, int macLength, String macName) {
    this.attributeType = attributeType;
    this.macLength = macLength;
    this.macName = macName;
  }
}
