package io.webrtc4j.dtls.crypto;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.RSADigestSigner;

/** RSASSA-PKCS1-v1_5 (RFC 8017 §8.2), what TLS 1.2 itself knows of RSA. Deterministic. */
record RsaPkcs1(HashAlgorithm hash) implements SignatureAlgorithm {
  @Override
  public boolean fits(AsymmetricKeyParameter key) {
    return key instanceof RSAKeyParameters;
  }

  @Override
  public byte[] sign(AsymmetricKeyParameter privateKey, byte[] data) {
    RSADigestSigner signer = new RSADigestSigner(hash.lightweightDigest());
    signer.init(true, privateKey);
    signer.update(data, 0, data.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("every key in use is longer than a padded hash", e);
    }
  }

  @Override
  public boolean verify(AsymmetricKeyParameter publicKey, byte[] data, byte[] signature) {
    RSADigestSigner signer = new RSADigestSigner(hash.lightweightDigest());
    signer.init(false, publicKey);
    signer.update(data, 0, data.length);
    return signer.verifySignature(signature);
  }
}
