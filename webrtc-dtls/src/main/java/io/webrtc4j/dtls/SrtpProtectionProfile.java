package io.webrtc4j.dtls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How SRTP protects, as negotiated by use_srtp (RFC 5764 §4.1.2, RFC 7714 §14.2). */
public enum SrtpProtectionProfile {
  SRTP_AES128_CM_HMAC_SHA1_80(0x0001),
  SRTP_AES128_CM_HMAC_SHA1_32(0x0002),
  SRTP_AEAD_AES_128_GCM(0x0007),
  SRTP_AEAD_AES_256_GCM(0x0008);

  private final int code;

  SrtpProtectionProfile(int code) {
    this.code = code;
  }

  /** The profile's number in IANA's registry. */
  public int code() {
    return code;
  }

  static List<Integer> codes(List<SrtpProtectionProfile> profiles) {
    return profiles.stream().map(SrtpProtectionProfile::code).toList();
  }

  static @Nullable SrtpProtectionProfile of(@Nullable Integer code) {
    for (SrtpProtectionProfile profile : values()) {
      if (code != null && profile.code == code) {
        return profile;
      }
    }
    return null;
  }
}
