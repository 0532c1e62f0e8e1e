package io.webrtc4j.dtls.crypto;

import io.webrtc4j.common.DecodeException;
import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.ECPoint;

/** ECDH on secp256r1 (RFC 8422 §5.10): the secret is the shared point's x coordinate. */
final class P256KeyShare implements KeyShare {
  private final BigInteger privateKey;
  private final byte[] publicKey;

  P256KeyShare(BigInteger privateKey) {
    this.privateKey = privateKey;
    this.publicKey = P256.encode(P256.publicKey(privateKey));
  }

  static KeyShare generate(RandomGenerator random) {
    return new P256KeyShare(P256.privateKey(random));
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public byte[] agree(byte[] peerPublicKey) throws DecodeException {
    ECPoint shared = P256.decode(peerPublicKey).multiply(privateKey);
    if (shared.isInfinity()) {
      throw new DecodeException("the agreed point is at infinity");
    }
    return P256.fieldElement(shared);
  }
}
