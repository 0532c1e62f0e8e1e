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

  /** Writes the tag of {@code length} bytes at {@code offset} behind them. */
  void sign(byte[] array, int offset, int length) {
    mac.update(array, offset, length);
    finish();
    System.arraycopy(tag, 0, array, offset + length, tagLength);
  }

  /** The same of these bytes and of a word behind them that is not sent. */
  void sign(byte[] array, int offset, int length, int unsentWord) {
    // In the tag's place meanwhile: a MAC takes one piece faster than two.
    Words.write(array, offset + length, unsentWord);
    mac.update(array, offset, length + Integer.BYTES);
    finish();
    System.arraycopy(tag, 0, array, offset + length, tagLength);
  }

  /** Whether the tag behind {@code length} bytes at {@code offset} is theirs. */
  boolean verify(byte[] array, int offset, int length) {
    mac.update(array, offset, length);
    finish();
    return isTagAt(array, offset + length);
  }

  /** The same of these bytes and of a word behind them that was not sent. */
  boolean verify(byte[] array, int offset, int length, int unsentWord) {
    int tagAt = offset + length;
    int beginningOfTag = Words.read(array, tagAt);
    Words.write(array, tagAt, unsentWord);
    mac.update(array, offset, length + Integer.BYTES);
    Words.write(array, tagAt, beginningOfTag);
    finish();
    return isTagAt(array, tagAt);
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
