package io.webrtc4j.fuzz.targets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Puts MESSAGE-INTEGRITY and FINGERPRINT (RFC 8489 §14.5, §14.7) behind whatever bytes. */
final class StunSigning {
  private static final int HEADER_LENGTH = 20;
  private static final int LENGTH_AT = 2;
  private static final int INTEGRITY_LENGTH = 24;
  private static final int FINGERPRINT_LENGTH = 8;
  private static final int RESPONSE_BIT = 1;
  private static final long FINGERPRINT_XOR = 0x5354554eL;

  private final Mac requests;
  private final Mac responses;

  /** With the passwords of who receives requests, and of who receives responses. */
  StunSigning(String receiversPassword, String sendersPassword) {
    this.requests = mac(receiversPassword);
    this.responses = mac(sendersPassword);
  }

  private static Mac mac(String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return mac;
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** {@code message} without the integrity and fingerprint at its end. */
  static byte[] unsigned(byte[] message) {
    return Arrays.copyOf(message, message.length - INTEGRITY_LENGTH - FINGERPRINT_LENGTH);
  }

  /** {@code unsigned} with both, its length set right; as it is, if it has no whole header. */
  byte[] sign(byte[] unsigned) {
    if (unsigned.length < HEADER_LENGTH) {
      return unsigned;
    }
    int at = unsigned.length;
    byte[] message = Arrays.copyOf(unsigned, at + INTEGRITY_LENGTH + FINGERPRINT_LENGTH);
    Growing.with16(message, LENGTH_AT, at + INTEGRITY_LENGTH - HEADER_LENGTH);
    Growing.with16(message, at, 0x0008);
    Growing.with16(message, at + 2, INTEGRITY_LENGTH - 4);
    Mac mac = (message[0] & RESPONSE_BIT) == 0 ? requests : responses;
    mac.update(message, 0, at);
    System.arraycopy(mac.doFinal(), 0, message, at + 4, INTEGRITY_LENGTH - 4);
    return withFingerprint(message, at + INTEGRITY_LENGTH);
  }

  private static byte[] withFingerprint(byte[] message, int at) {
    Growing.with16(message, LENGTH_AT, message.length - HEADER_LENGTH);
    Growing.with16(message, at, 0x8028);
    Growing.with16(message, at + 2, FINGERPRINT_LENGTH - 4);
    CRC32 crc = new CRC32();
    crc.update(message, 0, at);
    long value = crc.getValue() ^ FINGERPRINT_XOR;
    Growing.with16(message, at + 4, (int) (value >>> 16));
    return Growing.with16(message, at + 6, (int) value);
  }
}
