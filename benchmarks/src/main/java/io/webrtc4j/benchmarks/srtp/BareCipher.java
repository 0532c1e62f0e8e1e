package io.webrtc4j.benchmarks.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What JCE's ciphers alone take for a packet: no nonce is computed, no header read, nothing
 * remembered. It is below what any SRTP on them can reach.
 */
public abstract sealed class BareCipher {
  private static final int HEADER_LENGTH = 12;
  private static final int GCM_NONCE_LENGTH = 12;
  private static final int GCM_TAG_LENGTH = 16;
  private static final int CTR_NONCE_LENGTH = 16;
  private static final int HMAC_KEY_LENGTH = 20;
  private static final int HMAC_LENGTH = 20;

  /** Counts from packet to packet, since a cipher refuses the nonce that it had last. */
  final byte[] nonce;

  final SecretKeySpec key;

  private BareCipher(byte[] key, int nonceLength) {
    this.key = new SecretKeySpec(key, "AES");
    this.nonce = new byte[nonceLength];
  }

  /** AES-GCM, or AES in counter mode and HMAC-SHA1. */
  public static BareCipher of(boolean isGcm, byte[] key) {
    try {
      return isGcm ? new Gcm(key) : new CounterMode(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Encrypts the packet at the beginning of {@code array}, which has room for a tag; returns its
   * length then.
   */
  public abstract int encrypt(byte[] array, int length) throws GeneralSecurityException;

  /** Decrypts what {@link #encrypt} made under this nonce, into another array. */
  public abstract int decrypt(byte[] array, int length, byte[] target)
      throws GeneralSecurityException;

  /** Goes back to the first nonce. */
  public void rewind() {
    Arrays.fill(nonce, (byte) 0);
  }

  /** The next of 65536 nonces. */
  void nextNonce() {
    if (++nonce[0] == 0) {
      nonce[1]++;
    }
  }

  private static final class Gcm extends BareCipher {
    private final Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");

    Gcm(byte[] key) throws GeneralSecurityException {
      super(key, GCM_NONCE_LENGTH);
    }

    @Override
    public int encrypt(byte[] array, int length) throws GeneralSecurityException {
      begin(Cipher.ENCRYPT_MODE, array);
      return HEADER_LENGTH
          + cipher.doFinal(array, HEADER_LENGTH, length - HEADER_LENGTH, array, HEADER_LENGTH);
    }

    @Override
    public int decrypt(byte[] array, int length, byte[] target) throws GeneralSecurityException {
      begin(Cipher.DECRYPT_MODE, array);
      return HEADER_LENGTH
          + cipher.doFinal(array, HEADER_LENGTH, length - HEADER_LENGTH, target, HEADER_LENGTH);
    }

    private void begin(int mode, byte[] array) throws GeneralSecurityException {
      nextNonce();
      cipher.init(mode, key, new GCMParameterSpec(8 * GCM_TAG_LENGTH, nonce));
      cipher.updateAAD(array, 0, HEADER_LENGTH);
    }
  }

  private static final class CounterMode extends BareCipher {
    private final Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    private final Mac mac = Mac.getInstance("HmacSHA1");
    private final byte[] tag = new byte[HMAC_LENGTH];

    CounterMode(byte[] key) throws GeneralSecurityException {
      super(key, CTR_NONCE_LENGTH);
      mac.init(new SecretKeySpec(new byte[HMAC_KEY_LENGTH], "HmacSHA1"));
    }

    @Override
    public int encrypt(byte[] array, int length) throws GeneralSecurityException {
      apply(array, length, array);
      mac.update(array, 0, length);
      mac.doFinal(tag, 0);
      return length;
    }

    @Override
    public int decrypt(byte[] array, int length, byte[] target) throws GeneralSecurityException {
      mac.update(array, 0, length);
      mac.doFinal(tag, 0);
      return apply(array, length, target);
    }

    private int apply(byte[] array, int length, byte[] target) throws GeneralSecurityException {
      nextNonce();
      cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(nonce));
      return HEADER_LENGTH
          + cipher.doFinal(array, HEADER_LENGTH, length - HEADER_LENGTH, target, HEADER_LENGTH);
    }
  }
}
