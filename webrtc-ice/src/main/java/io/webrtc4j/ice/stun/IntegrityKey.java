package io.webrtc4j.ice.stun;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that message integrity is made with. Not thread-safe. */
public final class IntegrityKey {
  private final byte[] key;
  private final Map<IntegrityAlgorithm, Mac> macs = new EnumMap<>(IntegrityAlgorithm.class);

  private IntegrityKey(byte[] key) {
    this.key = key;
  }

  /** The key of the short-term credential mechanism (RFC 8489 §9.1.1). */
  public static IntegrityKey shortTerm(String password) {
    return new IntegrityKey(password.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key of the long-term credential mechanism with MD5 (RFC 8489 §9.2.2, §18.5.1.1), from texts
   * that have been through OpaqueString already.
   */
  public static IntegrityKey longTerm(String username, String realm, String password) {
    String joined = username + ":" + realm + ":" + password;
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return new IntegrityKey(md5.digest(joined.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("this Java runtime has no MD5", absent);
    }
  }

  /** The MAC of {@code algorithm}, at its beginning. */
  Mac mac(IntegrityAlgorithm algorithm) {
    return macs.computeIfAbsent(algorithm, this::create);
  }

  private Mac create(IntegrityAlgorithm algorithm) {
    try {
      Mac mac = Mac.getInstance(algorithm.macName);
      mac.init(new SecretKeySpec(key, algorithm.macName));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException absent) {
      throw unusable(algorithm, absent);
    }
  }

  private static IllegalStateException unusable(
      IntegrityAlgorithm algorithm, GeneralSecurityException cause) {
    return new IllegalStateException("this Java runtime has no " + algorithm.macName, cause);
  }

  @Override
  public String toString() {
    return "IntegrityKey[hidden]";
  }
}
