package io.webrtc4j.dtls.crypto;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;

/**
 * RSASSA-PSS (RFC 8017 §8.1) as RFC 8446 §4.2.3 has it: one hash function for everything, and a
 * salt as long as the hash. The salt is made of the key and what is signed, like the numbers of RFC
 * 6979: it needs no random numbers, so that none can be bad.
 */
record RsaPss(HashAlgorithm hash) implements SignatureAlgorithm {
  @Override
  public boolean fits(AsymmetricKeyParameter key) {
    return key instanceof RSAKeyParameters;
  }

  @Override
  public byte[] sign(AsymmetricKeyParameter privateKey, byte[] data) {
    byte[] salt = salt((RSAKeyParameters) privateKey, data);
    PSSSigner signer = new PSSSigner(new RSABlindedEngine(), hash.lightweightDigest(), salt);
    signer.init(true, privateKey);
    signer.update(data, 0, data.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("every key in use is longer than hash and salt", e);
    }
  }

  private byte[] salt(RSAKeyParameters privateKey, byte[] data) {
    HMac hmac = new HMac(hash.lightweightDigest());
    hmac.init(new KeyParameter(privateKey.getExponent().toByteArray()));
    hmac.update(data, 0, data.length);
    byte[] salt = new byte[hmac.getMacSize()];
    hmac.doFinal(salt, 0);
    return salt;
  }

  @Override
  public boolean verify(AsymmetricKeyParameter publicKey, byte[] data, byte[] signature) {
    Digest digest = hash.lightweightDigest();
    PSSSigner signer = new PSSSigner(new RSABlindedEngine(), digest, digest.getDigestSize());
    signer.init(false, publicKey);
    signer.update(data, 0, data.length);
    return signer.verifySignature(signature);
  }
}
