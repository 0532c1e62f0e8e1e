package io.webrtc4j.dtls.crypto;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Groups for the key exchange (RFC 8422 §5.1.1), best first. */
public enum NamedGroup {
  X25519(0x001d, "x25519"),
  SECP256R1(0x0017, "secp256r1"),
  // Says also that certificates on this curve are understood (RFC 8422 §5.1.1).
  SECP384R1(0x0018, "secp384r1");

  private final int code;
  private final String ianaName;

  NamedGroup(int code, String ianaName) {
    this.code = code;
    this.ianaName = ianaName;
  }

  /** The group with this number, or null. */
  public static @Nullable NamedGroup of(int code) {
    for (NamedGroup group : values()) {
      if (group.code == code) {
        return group;
      }
    }
    return null;
  }

  /** The numbers of all groups, best first. */
  public static List<Integer> codes() {
    return List.of(values()).stream().map(NamedGroup::code).toList();
  }

  /** The number on the wire. */
  public int code() {
    return code;
  }

  /** The name in IANA's registry. */
  public String ianaName() {
    return ianaName;
  }

  /** A new key pair. */
  public KeyShare generate(RandomGenerator random) {
    return switch (this) {
      case X25519 -> X25519KeyShare.generate(random);
      case SECP256R1 -> EcdhKeyShare.generate(EllipticCurve.SECP256R1, random);
      case SECP384R1 -> EcdhKeyShare.generate(EllipticCurve.SECP384R1, random);
    };
  }
}
