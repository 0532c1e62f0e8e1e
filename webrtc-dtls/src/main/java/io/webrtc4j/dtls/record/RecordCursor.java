package io.webrtc4j.dtls.record;

import io.webrtc4j.common.PacketBuffer;

/**
 * Walks over the records of a datagram (RFC 6347 §4.1), in place.
 *
 * <pre>
 *  type (8) | version (16) | epoch (16) | sequence_number (48) | length (16) | fragment …
 * </pre>
 */
public final class RecordCursor {
  /** Bytes of a record's header. */
  public static final int HEADER_LENGTH = 13;

  private static final int VERSION_OFFSET = 1;
  private static final int EPOCH_OFFSET = 3;
  private static final int SEQUENCE_OFFSET = 5;
  private static final int LENGTH_OFFSET = 11;

  private static final byte[] NOTHING = {};

  private byte[] array = NOTHING;
  private int end;
  private int start;
  private int next;

  /** Goes before the first record of {@code datagram}, which must not move meanwhile. */
  public RecordCursor over(PacketBuffer datagram) {
    this.array = datagram.array();
    this.start = datagram.start();
    this.next = datagram.start();
    this.end = datagram.end();
    return this;
  }

  /** Moves to the next record; false if there is none, or if what is left is not a whole one. */
  public boolean next() {
    if (end - next < HEADER_LENGTH) {
      return false;
    }
    int bodyEnd = next + HEADER_LENGTH + u16(next + LENGTH_OFFSET);
    if (bodyEnd > end || !ProtocolVersion.isDtls(u16(next + VERSION_OFFSET))) {
      return false;
    }
    start = next;
    next = bodyEnd;
    return true;
  }

  /** Whether the datagram ended with its last record. */
  public boolean atEnd() {
    return next == end;
  }

  /** The content type. */
  public int type() {
    return array[start] & 0xff;
  }

  /** The version in the header. */
  public int version() {
    return u16(start + VERSION_OFFSET);
  }

  /** The epoch. */
  public int epoch() {
    return u16(start + EPOCH_OFFSET);
  }

  /** The sequence number, 48 bits. */
  public long sequence() {
    int at = start + SEQUENCE_OFFSET;
    return (long) u16(at) << 32 | (long) u16(at + 2) << 16 | u16(at + 4);
  }

  /** The datagram's array. */
  public byte[] array() {
    return array;
  }

  /** Index in the array of the record's header. */
  public int start() {
    return start;
  }

  /** Index in the array of what follows the header. */
  public int bodyStart() {
    return start + HEADER_LENGTH;
  }

  /** Bytes that follow the header. */
  public int bodyLength() {
    return next - bodyStart();
  }

  /** Index in the array behind the record. */
  public int end() {
    return next;
  }

  private int u16(int at) {
    return (array[at] & 0xff) << 8 | (array[at + 1] & 0xff);
  }
}
