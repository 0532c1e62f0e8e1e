package io.webrtc4j.rtp.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Session keys from a master key by AES in counter mode (RFC 3711 §4.3.3; with 256 bits RFC 6188
 * §3). The key derivation rate is zero: each label gives one key.
 */
final class KeyDerivation {
  // RFC 3711 §4.3.1, §4.3.2
  private static final int RTP_ENCRYPTION = 0;
  private static final int RTP_AUTHENTICATION = 1;
  private static final int RTP_SALT = 2;
  private static final int RTCP_ENCRYPTION = 3;
  private static final int RTCP_AUTHENTICATION = 4;
  private static final int RTCP_SALT = 5;

  // The label stands above the index, which has 48 bits, of the salt's 112.
  private static final int LABEL_AT = 7;
  private static final int BLOCK_LENGTH = 16;
  // RFC 3711 §8.2
  private static final int AUTHENTICATION_KEY_LENGTH = 20;

  private final SrtpMasterKey master;

  KeyDerivation(SrtpMasterKey master) {
    master.requirePresent();
    this.master = master;
  }

  byte[] rtpKey() {
    return derive(RTP_ENCRYPTION, master.profile().keyLength());
  }

  byte[] rtpAuthenticationKey() {
    return derive(RTP_AUTHENTICATION, AUTHENTICATION_KEY_LENGTH);
  }

  byte[] rtpSalt() {
    return derive(RTP_SALT, master.profile().saltLength());
  }

  byte[] rtcpKey() {
    return derive(RTCP_ENCRYPTION, master.profile().keyLength());
  }

  byte[] rtcpAuthenticationKey() {
    return derive(RTCP_AUTHENTICATION, AUTHENTICATION_KEY_LENGTH);
  }

  byte[] rtcpSalt() {
    return derive(RTCP_SALT, master.profile().saltLength());
  }

  private byte[] derive(int label, int length) {
    return derive(master.key(), master.salt(), label, length);
  }

  /** The first {@code length} bytes of the key stream that begins at salt XOR label. */
  static byte[] derive(byte[] key, byte[] salt, int label, int length) {
    byte[] iv = Arrays.copyOf(salt, BLOCK_LENGTH);
    iv[LABEL_AT] ^= (byte) label;
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
      return cipher.doFinal(new byte[length]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES in counter mode", e);
    }
  }
}
