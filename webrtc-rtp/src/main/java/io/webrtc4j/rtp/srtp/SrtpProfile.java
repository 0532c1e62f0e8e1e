package io.webrtc4j.rtp.srtp;

import org.jspecify.annotations.Nullable;

/** How packets are protected: the profiles of RFC 5764 §4.1.2 and RFC 7714 §14.2. */
public enum SrtpProfile {
  /** AES in counter mode, HMAC-SHA1 cut to 80 bits. */
  AES128_CM_HMAC_SHA1_80(0x0001, 16, 14, 10, 10),
  /** The same, HMAC cut to 32 bits for RTP; SRTCP has 80 all the same (RFC 5764 §4.1.2). */
  AES128_CM_HMAC_SHA1_32(0x0002, 16, 14, 4, 10),
  /** AES in Galois/counter mode with keys of 128 bits. */
  AEAD_AES_128_GCM(0x0007, 16, 12, 16, 16),
  /** AES in Galois/counter mode with keys of 256 bits. */
  AEAD_AES_256_GCM(0x0008, 32, 12, 16, 16);

  private static final int ESRTCP_WORD_LENGTH = 4;

  private final int code;
  private final int keyLength;
  private final int saltLength;
  private final int rtpTagLength;
  private final int rtcpTagLength;

  SrtpProfile(int code, int keyLength, int saltLength, int rtpTagLength, int rtcpTagLength) {
    this.code = code;
    this.keyLength = keyLength;
    this.saltLength = saltLength;
    this.rtpTagLength = rtpTagLength;
    this.rtcpTagLength = rtcpTagLength;
  }

  /** The profile with this number in IANA's registry, or null. */
  public static @Nullable SrtpProfile of(int code) {
    for (SrtpProfile profile : values()) {
      if (profile.code == code) {
        return profile;
      }
    }
    return null;
  }

  /** The profile's number in IANA's registry, as DTLS negotiates it. */
  public int code() {
    return code;
  }

  /** Length of master and session keys in bytes. */
  public int keyLength() {
    return keyLength;
  }

  /** Length of master and session salts in bytes. */
  public int saltLength() {
    return saltLength;
  }

  /** Bytes that protection adds to an RTP packet. */
  public int rtpOverhead() {
    return rtpTagLength;
  }

  /** Bytes that protection adds to an RTCP packet. */
  public int rtcpOverhead() {
    return rtcpTagLength + ESRTCP_WORD_LENGTH;
  }

  int rtpTagLength() {
    return rtpTagLength;
  }

  int rtcpTagLength() {
    return rtcpTagLength;
  }

  boolean isAead() {
    return this == AEAD_AES_128_GCM || this == AEAD_AES_256_GCM;
  }
}
