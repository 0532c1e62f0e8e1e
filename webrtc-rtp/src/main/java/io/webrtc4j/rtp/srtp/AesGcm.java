package io.webrtc4j.rtp.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-GCM with one session key and tags of 16 bytes (RFC 7714 §13.1). A call of {@link #encrypting}
 * or {@link #decrypting} begins a packet, {@link #additionalData} adds what is not encrypted,
 * {@link #seal} or {@link #open} ends it.
 */
final class AesGcm {
  static final int TAG_LENGTH = 16;

  private static final int TAG_BITS = 8 * TAG_LENGTH;
  private static final int NONCE_LENGTH = 12;
  // RFC 7714 §8.1, §9.1: two zero bytes, then the SSRC, then 48 bits of index
  private static final int SSRC_AT = 2;
  private static final int INDEX_AT = 6;
  private static final int INDEX_LENGTH = 6;

  private final SecretKeySpec key;
  private final byte[] salt;
  private final byte[] nonce = new byte[NONCE_LENGTH];
  private final Cipher cipher;
  private byte[] opened = new byte[0];

  /** Overwrites {@code key}. */
  AesGcm(byte[] key, byte[] salt) {
    this.key = new SecretKeySpec(key, "AES");
    Arrays.fill(key, (byte) 0);
    this.salt = salt;
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  void encrypting(int ssrc, long index) {
    begin(Cipher.ENCRYPT_MODE, ssrc, index);
  }

  void decrypting(int ssrc, long index) {
    begin(Cipher.DECRYPT_MODE, ssrc, index);
  }

  private void begin(int mode, int ssrc, long index) {
    System.arraycopy(salt, 0, nonce, 0, NONCE_LENGTH);
    Nonce.xor(nonce, SSRC_AT, ssrc, Integer.BYTES);
    Nonce.xor(nonce, INDEX_AT, index, INDEX_LENGTH);
    try {
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a nonce came twice", e);
    }
  }

  void additionalData(byte[] array, int offset, int length) {
    cipher.updateAAD(array, offset, length);
  }

  /** Encrypts {@code length} bytes in place and writes the tag behind them. */
  void seal(byte[] array, int offset, int length) {
    try {
      cipher.doFinal(array, offset, length, array, offset);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("encryption does not fail for reasons of its input", e);
    }
  }

  /**
   * Decrypts in place {@code length} bytes, the tag at their end included; false, and nothing is
   * changed, if the tag is another.
   */
  boolean open(byte[] array, int offset, int length) {
    // Into an array of our own: JDK 17 allocates one for each packet that it decrypts in place.
    if (opened.length < length) {
      opened = new byte[Integer.highestOneBit(length) << 1];
    }
    try {
      int size = cipher.doFinal(array, offset, length, opened, 0);
      System.arraycopy(opened, 0, array, offset, size);
      return true;
    } catch (AEADBadTagException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("decryption fails for its tag alone", e);
    }
  }
}
