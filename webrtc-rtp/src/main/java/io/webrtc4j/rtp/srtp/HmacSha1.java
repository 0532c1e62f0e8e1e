package io.webrtc4j.rtp.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA1 cut to its first bytes (RFC 3711 §4.2.1) with one session key. */
final class HmacSha1 {
  private static final int FULL_LENGTH = 20;

  private final Mac mac;
  private final int tagLength;
  private final byte[] word = new byte[Integer.BYTES];
  private final byte[] tag = new byte[FULL_LENGTH];

  /** Overwrites {@code key}. */
  HmacSha1(byte[] key, int tagLength) {
    this.tagLength = tagLength;
    try {
      this.mac = Mac.getInstance("HmacSHA1");
      this.mac.init(new SecretKeySpec(key, "HmacSHA1"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA1", e);
    }
    Arrays.fill(key, (byte) 0);
  }

  /** Writes the tag of {@code length} bytes at {@code offset} to {@code tagAt}. */
  void sign(byte[] array, int offset, int length, int tagAt) {
    mac.update(array, offset, length);
    finish();
    System.arraycopy(tag, 0, array, tagAt, tagLength);
  }

  /** The same of these bytes and of a word that is not sent. */
  void sign(byte[] array, int offset, int length, int unsentWord, int tagAt) {
    mac.update(array, offset, length);
    updateWord(unsentWord);
    finish();
    System.arraycopy(tag, 0, array, tagAt, tagLength);
  }

  /** Whether the tag at {@code tagAt} is that of {@code length} bytes at {@code offset}. */
  boolean verify(byte[] array, int offset, int length, int tagAt) {
    mac.update(array, offset, length);
    finish();
    return isTagAt(array, tagAt);
  }

  /** The same of these bytes and of a word that was not sent. */
  boolean verify(byte[] array, int offset, int length, int unsentWord, int tagAt) {
    mac.update(array, offset, length);
    updateWord(unsentWord);
    finish();
    return isTagAt(array, tagAt);
  }

  private void updateWord(int value) {
    for (int i = 0; i < word.length; i++) {
      word[i] = (byte) (value >>> (24 - 8 * i));
    }
    mac.update(word, 0, word.length);
  }

  private void finish() {
    try {
      mac.doFinal(tag, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the tag has room for the whole of the MAC", e);
    }
  }

  /** In time that does not depend on where they differ. */
  private boolean isTagAt(byte[] array, int at) {
    int difference = 0;
    for (int i = 0; i < tagLength; i++) {
      difference |= tag[i] ^ array[at + i];
    }
    return difference == 0;
  }
}
