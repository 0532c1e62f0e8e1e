package io.webrtc4j.dtls.crypto;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/** How a {@link SignatureScheme} signs. */
interface SignatureAlgorithm {
  /** Whether {@code key}, private or public, is one for this algorithm. */
  boolean fits(AsymmetricKeyParameter key);

  /** The encoded signature of {@code data}. */
  byte[] sign(AsymmetricKeyParameter privateKey, byte[] data);

  /** Whether {@code signature} is one of {@code data}; false also if it is not even well-formed. */
  boolean verify(AsymmetricKeyParameter publicKey, byte[] data, byte[] signature);
}
