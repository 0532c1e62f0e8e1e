package io.webrtc4j.dtls.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * ChaCha20-Poly1305 (RFC 7905 §2) by JCE. No part of the nonce travels: it is the fixed IV,
 * combined with the record's epoch and sequence number by exclusive or.
 */
final class ChaCha20Poly1305 implements RecordCipher {
  private static final int TAG_LENGTH = 16;

  /** Epoch 0 is never encrypted, so that its nonces are free. */
  private static final long UNUSED_SEQUENCE = 0;

  private final SecretKeySpec key;
  private final byte[] iv;
  private final byte[] nonce;
  private final Cipher cipher;

  /** With a key of 32 bytes and a fixed IV of 12. */
  ChaCha20Poly1305(byte[] key, byte[] iv) {
    this.key = new SecretKeySpec(key, "ChaCha20");
    this.iv = iv.clone();
    this.nonce = iv.clone();
    try {
      this.cipher = Cipher.getInstance("ChaCha20-Poly1305");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK from 11 on has ChaCha20-Poly1305", e);
    }
  }

  @Override
  public int explicitNonceLength() {
    return 0;
  }

  @Override
  public int tagLength() {
    return TAG_LENGTH;
  }

  @Override
  public void seal(byte[] array, int offset, int length, long sequence, byte[] additionalData) {
    try {
      init(Cipher.ENCRYPT_MODE, sequence);
      cipher.updateAAD(additionalData);
      cipher.doFinal(array, offset, length, array, offset);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("encryption does not fail for reasons of its input", e);
    }
  }

  @Override
  public byte @Nullable [] open(
      byte[] array, int offset, int length, long sequence, byte[] additionalData) {
    byte[] content = new byte[length - TAG_LENGTH];
    try {
      init(Cipher.DECRYPT_MODE, sequence);
      cipher.updateAAD(additionalData);
      cipher.doFinal(array, offset, length, content, 0);
      return content;
    } catch (GeneralSecurityException e) {
      forgetNonce();
      return null;
    }
  }

  /**
   * JCE refuses the same nonce twice in a row, even to decrypt. Without this a forged record would
   * keep out the real one of its number.
   */
  private void forgetNonce() {
    try {
      init(Cipher.DECRYPT_MODE, UNUSED_SEQUENCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the failed record had another nonce", e);
    }
  }

  private void init(int mode, long sequence) throws GeneralSecurityException {
    int sequenceAt = iv.length - Long.BYTES;
    for (int i = 0; i < Long.BYTES; i++) {
      nonce[sequenceAt + i] = (byte) (iv[sequenceAt + i] ^ sequence >>> (56 - 8 * i));
    }
    cipher.init(mode, key, new IvParameterSpec(nonce));
  }
}
