package io.webrtc4j.dtls.crypto;

import org.jspecify.annotations.Nullable;

/**
 * Authenticated encryption of records in one direction (RFC 5246 §6.2.3.3). Keeps its key, and
 * working memory; not thread-safe.
 */
public interface RecordCipher {
  /** Bytes of the nonce that travel in front of each record's content. */
  int explicitNonceLength();

  /** Bytes that travel behind it. */
  int tagLength();

  /**
   * Encrypts {@code length} bytes at {@code offset} in place. Fills the {@link
   * #explicitNonceLength()} bytes before them and the {@link #tagLength()} bytes behind them.
   *
   * @param sequence epoch (16 bits) and sequence number (48 bits); never twice the same
   * @param additionalData what is authenticated besides
   */
  void seal(byte[] array, int offset, int length, long sequence, byte[] additionalData);

  /**
   * Decrypts into a new array.
   *
   * @param offset where the explicit nonce begins
   * @param length of nonce, content and tag; not less than nonce and tag need
   * @return the content, or null if it is not authentic
   */
  byte @Nullable [] open(
      byte[] array, int offset, int length, long sequence, byte[] additionalData);
}
