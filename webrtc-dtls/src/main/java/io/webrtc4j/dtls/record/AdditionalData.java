package io.webrtc4j.dtls.record;

/**
 * What is authenticated of a record besides its content: epoch and sequence number, type, version,
 * and the content's length (RFC 5246 §6.2.3.3, RFC 6347 §4.1.2.1).
 */
final class AdditionalData {
  static final int LENGTH = 13;

  private AdditionalData() {}

  static void fill(byte[] target, long epochAndSequence, int type, int version, int length) {
    for (int i = 0; i < Long.BYTES; i++) {
      target[i] = (byte) (epochAndSequence >>> (56 - 8 * i));
    }
    target[8] = (byte) type;
    target[9] = (byte) (version >>> 8);
    target[10] = (byte) version;
    target[11] = (byte) (length >>> 8);
    target[12] = (byte) length;
  }
}
