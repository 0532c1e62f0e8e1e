package io.webrtc4j.fuzz.targets;

import java.io.ByteArrayOutputStream;

/** Makes large inputs. */
final class Growing {
  private Growing() {}

  /** {@code head}, then {@code element} over and over, to at most {@code size} bytes. */
  static byte[] repeated(byte[] head, byte[] element, int size) {
    ByteArrayOutputStream grown = new ByteArrayOutputStream(size);
    grown.writeBytes(head);
    while (grown.size() + element.length <= size) {
      grown.writeBytes(element);
    }
    return grown.toByteArray();
  }

  /** The bytes of {@code values}. */
  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** {@code message} with the 16-bit number at {@code at} set to {@code value}. */
  static byte[] with16(byte[] message, int at, int value) {
    message[at] = (byte) (value >>> 8);
    message[at + 1] = (byte) value;
    return message;
  }

  /** {@code message} with the 24-bit number at {@code at} set to {@code value}. */
  static byte[] with24(byte[] message, int at, int value) {
    message[at] = (byte) (value >>> 16);
    return with16(message, at + 1, value);
  }
}
