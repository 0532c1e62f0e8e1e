package io.webrtc4j.dtls;

import io.webrtc4j.dtls.crypto.SigningKey;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Kinds of keys that certificates are made for: those that W3C WebRTC §4.9 asks for. */
public enum DtlsKeyType {
  /** What everybody uses (RFC 8827 §6.5). Made in less than a millisecond. */
  ECDSA_P256(SigningKey::generateP256),

  /** RSA with 2048 bits and the public exponent 65537. Made in some hundred milliseconds. */
  RSA_2048(SigningKey::generateRsa);

  // Error Prone cannot know that functions made of static methods do not change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<RandomGenerator, SigningKey> generator;

  DtlsKeyType(Function<RandomGenerator, SigningKey> generator) {
    this.generator = generator;
  }

  SigningKey generate(RandomGenerator random) {
    return generator.apply(random);
  }
}
