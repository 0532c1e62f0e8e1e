package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 values of attributes with their longest length (RFC 8489 §14.3, §14.8 to 14.10, §14.14).
 */
final class Text {
  private static final int MAX_ENCODED_LENGTH = 763;

  private Text() {}

  static String parse(String name, ByteReader value) throws DecodeException {
    if (value.remaining() > MAX_ENCODED_LENGTH) {
      throw new DecodeException(name + " has " + value.remaining() + " bytes, at most 763 allowed");
    }
    return new String(value.rest(), StandardCharsets.UTF_8);
  }

  static byte[] encode(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
