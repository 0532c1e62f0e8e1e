package io.webrtc4j.dtls.crypto;

import io.webrtc4j.common.DecodeException;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** X25519 (RFC 7748 §6.1). */
final class X25519KeyShare implements KeyShare {
  private final byte[] privateKey;
  private final byte[] publicKey;

  X25519KeyShare(byte[] privateKey) {
    this.privateKey = privateKey;
    this.publicKey = new byte[X25519.POINT_SIZE];
    X25519.generatePublicKey(privateKey, 0, publicKey, 0);
  }

  static KeyShare generate(RandomGenerator random) {
    byte[] privateKey = new byte[X25519.SCALAR_SIZE];
    random.nextBytes(privateKey);
    return new X25519KeyShare(privateKey);
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public byte[] agree(byte[] peerPublicKey) throws DecodeException {
    if (peerPublicKey.length != X25519.POINT_SIZE) {
      throw new DecodeException(
          "an X25519 key has " + X25519.POINT_SIZE + " bytes, not " + peerPublicKey.length);
    }
    byte[] secret = new byte[X25519.POINT_SIZE];
    // RFC 8422 §5.11: abort if the result is all zero, which this call tells.
    if (!X25519.calculateAgreement(privateKey, 0, peerPublicKey, 0, secret, 0)) {
      throw new DecodeException("the X25519 key is a point of small order");
    }
    return secret;
  }
}
