package io.webrtc4j.dtls.crypto;

import java.util.Arrays;

/** Epoch 0: nothing is encrypted and nothing is authentic (TLS_NULL_WITH_NULL_NULL). */
public final class NoCipher implements RecordCipher {
  @Override
  public int explicitNonceLength() {
    return 0;
  }

  @Override
  public int tagLength() {
    return 0;
  }

  @Override
  public void seal(byte[] array, int offset, int length, long sequence, byte[] additionalData) {}

  @Override
  public byte[] open(byte[] array, int offset, int length, long sequence, byte[] additionalData) {
    return Arrays.copyOfRange(array, offset, offset + length);
  }
}
