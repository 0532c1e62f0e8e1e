package io.webrtc4j.dtls.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-GCM (RFC 5288 §3) by JCE, which is faster than Bouncy Castle's by an order of magnitude. The
 * explicit part of the nonce is the record's epoch and sequence number, which never repeat.
 */
final class AesGcm implements RecordCipher {
  private static final int EXPLICIT_NONCE_LENGTH = 8;
  private static final int TAG_LENGTH = 16;
  private static final int TAG_BITS = 8 * TAG_LENGTH;

  private final SecretKeySpec key;
  private final byte[] nonce;
  private final int saltLength;
  private final Cipher cipher;

  /** With the fixed part of the nonce, the salt. */
  AesGcm(byte[] key, byte[] salt) {
    this.key = new SecretKeySpec(key, "AES");
    this.nonce = Arrays.copyOf(salt, salt.length + EXPLICIT_NONCE_LENGTH);
    this.saltLength = salt.length;
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  @Override
  public int explicitNonceLength() {
    return EXPLICIT_NONCE_LENGTH;
  }

  @Override
  public int tagLength() {
    return TAG_LENGTH;
  }

  @Override
  public void seal(byte[] array, int offset, int length, long sequence, byte[] additionalData) {
    for (int i = 0; i < EXPLICIT_NONCE_LENGTH; i++) {
      nonce[saltLength + i] = (byte) (sequence >>> (56 - 8 * i));
    }
    System.arraycopy(
        nonce, saltLength, array, offset - EXPLICIT_NONCE_LENGTH, EXPLICIT_NONCE_LENGTH);
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(additionalData);
      cipher.doFinal(array, offset, length, array, offset);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("encryption does not fail for reasons of its input", e);
    }
  }

  @Override
  public byte @Nullable [] open(
      byte[] array, int offset, int length, long sequence, byte[] additionalData) {
    System.arraycopy(array, offset, nonce, saltLength, EXPLICIT_NONCE_LENGTH);
    byte[] content = new byte[length - EXPLICIT_NONCE_LENGTH - TAG_LENGTH];
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(additionalData);
      cipher.doFinal(
          array, offset + EXPLICIT_NONCE_LENGTH, length - EXPLICIT_NONCE_LENGTH, content, 0);
    } catch (GeneralSecurityException e) {
      return null;
    }
    return content;
  }
}
