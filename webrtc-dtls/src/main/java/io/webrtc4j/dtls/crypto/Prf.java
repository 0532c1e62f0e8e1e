package io.webrtc4j.dtls.crypto;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** TLS 1.2's pseudorandom function (RFC 5246 §5). */
public final class Prf {

  private Prf() {}

  /**
   * {@code PRF(secret, label, seed)}, its first {@code length} bytes, by HMAC with {@code hash}.
   */
  public static byte[] expand(
      HashAlgorithm hash, byte[] secret, String label, byte[] seed, int length) {
    byte[] labelBytes = label.getBytes(StandardCharsets.US_ASCII);
    HMac hmac = new HMac(hash.lightweightDigest());
    hmac.init(new KeyParameter(secret));
    byte[] a = new byte[hmac.getMacSize()];
    hmac.update(labelBytes, 0, labelBytes.length);
    hmac.update(seed, 0, seed.length);
    hmac.doFinal(a, 0); // A(1)
    byte[] block = new byte[a.length];
    byte[] output = new byte[length];
    for (int done = 0; done < length; done += block.length) {
      hmac.update(a, 0, a.length);
      hmac.update(labelBytes, 0, labelBytes.length);
      hmac.update(seed, 0, seed.length);
      hmac.doFinal(block, 0);
      System.arraycopy(block, 0, output, done, Math.min(block.length, length - done));
      hmac.update(a, 0, a.length);
      hmac.doFinal(a, 0); // A(i + 1)
    }
    return output;
  }
}
