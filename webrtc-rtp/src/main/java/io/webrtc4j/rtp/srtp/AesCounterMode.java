package io.webrtc4j.rtp.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in counter mode (RFC 3711 §4.1.1) with one session key. */
final class AesCounterMode {
  private static final int BLOCK_LENGTH = 16;
  private static final int SSRC_AT = 4;
  private static final int INDEX_AT = 8;
  private static final int INDEX_LENGTH = 6;

  private final SecretKeySpec key;
  private final byte[] salt;
  private final byte[] iv = new byte[BLOCK_LENGTH];
  private final Cipher cipher;

  /** Overwrites {@code key}. */
  AesCounterMode(byte[] key, byte[] salt) {
    this.key = new SecretKeySpec(key, "AES");
    Arrays.fill(key, (byte) 0);
    this.salt = Arrays.copyOf(salt, BLOCK_LENGTH);
    try {
      this.cipher = Cipher.getInstance("AES/CTR/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES in counter mode", e);
    }
  }

  /** Encrypts or decrypts {@code length} bytes in place. */
  void apply(byte[] array, int offset, int length, int ssrc, long index) {
    if (length == 0) {
      return;
    }
    System.arraycopy(salt, 0, iv, 0, BLOCK_LENGTH);
    Nonce.xor(iv, SSRC_AT, ssrc, Integer.BYTES);
    Nonce.xor(iv, INDEX_AT, index, INDEX_LENGTH);
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
      // All of it at once, and faster than doFinal, which makes ready for a packet more.
      int done = cipher.update(array, offset, length, array, offset);
      if (done < length) {
        cipher.doFinal(array, offset + done);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("counter mode does not fail for reasons of its input", e);
    }
  }
}
