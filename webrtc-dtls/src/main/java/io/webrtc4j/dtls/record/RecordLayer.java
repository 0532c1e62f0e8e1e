package io.webrtc4j.dtls.record;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.crypto.NoCipher;
import io.webrtc4j.dtls.crypto.RecordCipher;
import org.jspecify.annotations.Nullable;

/**
 * Both directions of the record layer. DTLS 1.2 without renegotiation has two epochs: 0 in the
 * clear, 1 encrypted.
 */
public final class RecordLayer {
  /** The handshake's epoch, in the clear. */
  public static final int PLAINTEXT_EPOCH = 0;

  /** The epoch of Finished and of all that follows. */
  public static final int ENCRYPTED_EPOCH = 1;

  /** Bytes of a record's content at most (RFC 5246 §6.2.1). */
  public static final int MAX_CONTENT = 1 << 14;

  private final RecordCounters counters;
  private final WriteEpoch plaintextWrite = new WriteEpoch(PLAINTEXT_EPOCH, new NoCipher());
  private @Nullable WriteEpoch encryptedWrite;
  private @Nullable ReadEpoch encryptedRead;
  private int currentWriteEpoch = PLAINTEXT_EPOCH;

  /** A record layer that has no keys yet. */
  public RecordLayer(RecordCounters counters) {
    this.counters = counters;
  }

  /** Gives both directions their keys. What is sent stays in the clear until told otherwise. */
  public void install(RecordCipher read, RecordCipher write) {
    encryptedRead = new ReadEpoch(read, counters);
    encryptedWrite = new WriteEpoch(ENCRYPTED_EPOCH, write);
  }

  /** Whether encrypted records can be read. */
  public boolean canReadEncrypted() {
    return encryptedRead != null;
  }

  /** From now on new records are encrypted: ChangeCipherSpec was sent. */
  public void writeEncrypted() {
    currentWriteEpoch = ENCRYPTED_EPOCH;
  }

  /** The epoch of new records. */
  public int currentWriteEpoch() {
    return currentWriteEpoch;
  }

  /** Whether no encrypted record can be written any more. */
  public boolean isWriteExhausted() {
    return encryptedWrite == null || encryptedWrite.isExhausted();
  }

  /** What records of {@code epoch} are written with; earlier ones are written when resent. */
  public WriteEpoch write(int epoch) {
    if (epoch == PLAINTEXT_EPOCH) {
      return plaintextWrite;
    }
    if (encryptedWrite == null) {
      throw new IllegalStateException("no keys yet for epoch " + epoch);
    }
    return encryptedWrite;
  }

  /** The content of a record of {@link #ENCRYPTED_EPOCH}, or null if it was dropped and counted. */
  public byte @Nullable [] open(RecordCursor record) {
    if (encryptedRead == null) {
      counters.unexpected++;
      return null;
    }
    return encryptedRead.open(record);
  }

  /** A whole record with {@code content}, which is copied. */
  public byte[] record(int epoch, int type, int version, byte[] content) {
    WriteEpoch write = write(epoch);
    PacketBuffer buffer =
        PacketBuffer.allocate(
            write.headLength() + content.length + write.tailLength(), write.headLength());
    buffer.put(content);
    write.protect(type, version, buffer);
    return buffer.toByteArray();
  }
}
