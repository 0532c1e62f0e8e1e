package io.webrtc4j.dtls.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** The hash functions of cipher suites and signature schemes. */
public enum HashAlgorithm {
  SHA_256("SHA-256"),
  SHA_384("SHA-384"),
  SHA_512("SHA-512");

  private final String jdkName;

  HashAlgorithm(String jdkName) {
    this.jdkName = jdkName;
  }

  /** The hash of {@code data}. */
  public byte[] hash(byte[] data) {
    return digest().digest(data);
  }

  /** A new computation. */
  MessageDigest digest() {
    try {
      return MessageDigest.getInstance(jdkName);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + jdkName, e);
    }
  }

  /** A new computation for Bouncy Castle's constructions. */
  Digest lightweightDigest() {
    return switch (this) {
      case SHA_256 -> new SHA256Digest();
      case SHA_384 -> new SHA384Digest();
      case SHA_512 -> new SHA512Digest();
    };
  }
}
