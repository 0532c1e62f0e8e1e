package io.webrtc4j.dtls.crypto;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * ECDSA on secp256r1, deterministic (RFC 6979): it needs no random numbers, so that none can be
 * bad.
 */
final class EcdsaP256 implements SignatureAlgorithm {
  private final HashAlgorithm hash;

  EcdsaP256(HashAlgorithm hash) {
    this.hash = hash;
  }

  @Override
  public boolean fits(AsymmetricKeyParameter key) {
    return key instanceof ECKeyParameters ec
        && ec.getParameters().getCurve().equals(P256.DOMAIN.getCurve());
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
    BigInteger[] values;
    try {
      values = StandardDSAEncoding.INSTANCE.decode(P256.DOMAIN.getN(), signature);
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle's decoder throws either, depending on what is wrong with the bytes.
      return false;
    }
    ECDSASigner signer = new ECDSASigner();
    signer.init(false, publicKey);
    return signer.verifySignature(hash.hash(data), values[0], values[1]);
  }
}
