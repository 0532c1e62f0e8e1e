package io.webrtc4j.dtls.record;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.crypto.RecordCipher;

/** One epoch of what we send: its cipher and its next sequence number. */
public final class WriteEpoch {
  private static final long MAX_SEQUENCE = (1L << 48) - 1;

  private final int epoch;
  private final RecordCipher cipher;
  private final byte[] additionalData = new byte[AdditionalData.LENGTH];
  private long sequence;

  WriteEpoch(int epoch, RecordCipher cipher) {
    this.epoch = epoch;
    this.cipher = cipher;
  }

  /** Bytes by which a record is longer than its content. */
  public int overhead() {
    return headLength() + tailLength();
  }

  /** Bytes in front of the content. */
  int headLength() {
    return RecordCursor.HEADER_LENGTH + cipher.explicitNonceLength();
  }

  /** Bytes behind the content. */
  int tailLength() {
    return cipher.tagLength();
  }

  /** Whether sequence numbers are used up, which takes decades. */
  boolean isExhausted() {
    return sequence > MAX_SEQUENCE;
  }

  /** Makes {@code content} a record, in place. */
  public void protect(int type, int version, PacketBuffer content) {
    int length = content.length();
    long epochAndSequence = (long) epoch << 48 | sequence++;
    AdditionalData.fill(additionalData, epochAndSequence, type, version, length);
    int offset = content.start();
    content.prepend(cipher.explicitNonceLength());
    content.append(cipher.tagLength());
    cipher.seal(content.array(), offset, length, epochAndSequence, additionalData);
    int bodyLength = content.length();
    content.prepend(RecordCursor.HEADER_LENGTH);
    writeHeader(content.array(), content.start(), epochAndSequence, type, version, bodyLength);
  }

  private static void writeHeader(
      byte[] array, int at, long epochAndSequence, int type, int version, int length) {
    array[at] = (byte) type;
    array[at + 1] = (byte) (version >>> 8);
    array[at + 2] = (byte) version;
    for (int i = 0; i < Long.BYTES; i++) {
      array[at + 3 + i] = (byte) (epochAndSequence >>> (56 - 8 * i));
    }
    array[at + 11] = (byte) (length >>> 8);
    array[at + 12] = (byte) length;
  }
}
