package io.webrtc4j.rtp.srtp;

/** How nonces are made of a salt and what tells one packet from another. */
final class Nonce {
  private Nonce() {}

  /** XORs the low {@code length} bytes of {@code value} into {@code nonce} at {@code at}. */
  static void xor(byte[] nonce, int at, long value, int length) {
    for (int i = 0; i < length; i++) {
      nonce[at + i] ^= (byte) (value >>> (8 * (length - 1 - i)));
    }
  }
}
