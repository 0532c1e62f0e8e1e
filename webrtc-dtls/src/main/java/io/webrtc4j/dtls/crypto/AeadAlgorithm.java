package io.webrtc4j.dtls.crypto;

/** How a cipher suite protects records, and what that takes out of the key block. */
public enum AeadAlgorithm {
  /** RFC 5288 §3. */
  AES_128_GCM(16, 4),
  /** RFC 5288 §3. */
  AES_256_GCM(32, 4),
  /** RFC 7905 §2. */
  CHACHA20_POLY1305(32, 12);

  private final int keyLength;
  private final int saltLength;

  AeadAlgorithm(int keyLength, int saltLength) {
    this.keyLength = keyLength;
    this.saltLength = saltLength;
  }

  /** Bytes of each direction's key. */
  public int keyLength() {
    return keyLength;
  }

  /** Bytes of the nonce that both sides know; TLS calls them fixed IV. */
  public int saltLength() {
    return saltLength;
  }

  /** A cipher for one direction. */
  public RecordCipher cipher(byte[] key, byte[] salt) {
    return switch (this) {
      case AES_128_GCM, AES_256_GCM -> new AesGcm(key, salt);
      case CHACHA20_POLY1305 -> new ChaCha20Poly1305(key, salt);
    };
  }
}
