package io.webrtc4j.ice.stun;

import io.webrtc4j.common.PacketBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * MESSAGE-INTEGRITY and MESSAGE-INTEGRITY-SHA256 (RFC 8489 §14.5, §14.6), computed on a message's
 * bytes as they came.
 */
public final class MessageIntegrity {
  private static final int LENGTH_OFFSET = 2;
  private static final int AFTER_LENGTH = 4;

  private MessageIntegrity() {}

  /** What {@link #verify} found. */
  public enum Verdict {
    /** The message has neither attribute. */
    ABSENT,
    /** The message was made without the key, or has been changed. */
    WRONG,
    /** MESSAGE-INTEGRITY is as it should be. */
    RIGHT_SHA1,
    /** MESSAGE-INTEGRITY-SHA256 is as it should be. */
    RIGHT_SHA256;

    /** The algorithm that an answer has to use (RFC 8489 §9.1.3); null without integrity. */
    public @Nullable IntegrityAlgorithm algorithm() {
      return switch (this) {
        case RIGHT_SHA1 -> IntegrityAlgorithm.SHA1;
        case RIGHT_SHA256 -> IntegrityAlgorithm.SHA256;
        case ABSENT, WRONG -> null;
      };
    }
  }

  /**
   * Verifies the integrity of {@code packet}, which {@link StunMessage#parse} has accepted: by
   * SHA-256 if that is there, or else by SHA-1 (RFC 8489 §9.1.3).
   */
  public static Verdict verify(PacketBuffer packet, IntegrityKey key) {
    int sha256 = offset(packet, IntegrityAlgorithm.SHA256);
    if (sha256 >= 0) {
      boolean right = isRight(packet, sha256, IntegrityAlgorithm.SHA256, key);
      return right ? Verdict.RIGHT_SHA256 : Verdict.WRONG;
    }
    int sha1 = offset(packet, IntegrityAlgorithm.SHA1);
    if (sha1 >= 0) {
      boolean right = isRight(packet, sha1, IntegrityAlgorithm.SHA1, key);
      return right ? Verdict.RIGHT_SHA1 : Verdict.WRONG;
    }
    return Verdict.ABSENT;
  }

  /** Whether {@code packet}, which {@link StunMessage#parse} has accepted, has either attribute. */
  public static boolean isPresent(PacketBuffer packet) {
    return offset(packet, IntegrityAlgorithm.SHA1) >= 0
        || offset(packet, IntegrityAlgorithm.SHA256) >= 0;
  }

  /**
   * The MAC of the message that begins at {@code start} and whose integrity stands at {@code at}.
   */
  static byte[] compute(
      byte[] array, int start, int at, IntegrityAlgorithm algorithm, IntegrityKey key) {
    Mac mac = key.mac(algorithm);
    mac.update(array, start, LENGTH_OFFSET);
    // The header's length counts up to the end of this attribute (RFC 8489 §14.5).
    int length =
        at - start - StunMessage.HEADER_LENGTH + TlvScan.HEADER_LENGTH + algorithm.macLength;
    mac.update((byte) (length >>> 8));
    mac.update((byte) length);
    mac.update(array, start + AFTER_LENGTH, at - start - AFTER_LENGTH);
    return mac.doFinal();
  }

  private static int offset(PacketBuffer packet, IntegrityAlgorithm algorithm) {
    return TlvScan.find(packet, algorithm.attributeType);
  }

  private static boolean isRight(
      PacketBuffer packet, int offset, IntegrityAlgorithm algorithm, IntegrityKey key) {
    byte[] array = packet.array();
    int at = packet.start() + offset;
    int value = at + TlvScan.HEADER_LENGTH;
    // A truncated SHA-256 is for usages that say so (RFC 8489 §14.6); ICE does not.
    if (TlvScan.length(packet, offset) != algorithm.macLength) {
      return false;
    }
    byte[] claimed = Arrays.copyOfRange(array, value, value + algorithm.macLength);
    return MessageDigest.isEqual(claimed, compute(array, packet.start(), at, algorithm, key));
  }
}
