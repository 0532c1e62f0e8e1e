package io.webrtc4j.dtls.crypto;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * ECDSA, deterministic (RFC 6979): it needs no random numbers, so that none can be bad. The hash
 * does not bind the curve in TLS 1.2 (RFC 8446 §4.2.3).
 */
record Ecdsa(HashAlgorithm hash) implements SignatureAlgorithm {
  @Override
  public boolean fits(AsymmetricKeyParameter key) {
    return key instanceof ECKeyParameters;
  }

  @Override
  public byte[] sign(AsymmetricKeyParameter privateKey, byte[] data) {
    ECPrivateKeyParameters key = (ECPrivateKeyParameters) privateKey;
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(hash.lightweightDigest()));
    signer.init(true, key);
    BigInteger[] signature = signer.generateSignature(hash.hash(data));
    try {
      return StandardDSAEncoding.INSTANCE.encode(
          key.getParameters().getN(), signature[0], signature[1]);
    } catch (IOException e) {
      throw new IllegalStateException("two numbers can always be encoded", e);
    }
  }

  @Override
  public boolean verify(AsymmetricKeyParameter publicKey, byte[] data, byte[] signature) {
    ECPublicKeyParameters key = (ECPublicKeyParameters) publicKey;
    BigInteger[] values;
    try {
      values = StandardDSAEncoding.INSTANCE.decode(key.getParameters().getN(), signature);
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle's decoder throws either, depending on what is wrong with the bytes.
      return false;
    }
    ECDSASigner signer = new ECDSASigner();
    signer.init(false, key);
    return signer.verifySignature(hash.hash(data), values[0], values[1]);
  }
}
