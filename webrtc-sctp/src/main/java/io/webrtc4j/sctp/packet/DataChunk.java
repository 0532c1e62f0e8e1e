package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.Arrays;

/**
 * DATA (RFC 9260 §3.3.1), read and written in place: one object looks at one chunk after the other,
 * whose bytes must stay as they are meanwhile.
 */
public final class DataChunk {
  /** Bytes in front of the payload. */
  public static final int HEADER_LENGTH = 16;

  /** The E bit: the last fragment of a message. */
  public static final int ENDING = 1;

  /** The B bit: the first fragment of a message. */
  public static final int BEGINNING = 2;

  /** The U bit: not in order. */
  public static final int UNORDERED = 4;

  /** The I bit: the sender wants a SACK at once. */
  public static final int IMMEDIATE = 8;

  private byte[] array = {};
  private int start;
  private int end;
  private int flags;

  /** Looks at the chunk at which {@code reader} stands. The payload may be empty. */
  public void wrap(ChunkReader reader) throws DecodeException {
    array = reader.array();
    start = reader.valueStart() - ChunkReader.HEADER_LENGTH;
    end = reader.valueEnd();
    flags = reader.flags();
    if (end - start < HEADER_LENGTH) {
      throw new DecodeException("a DATA chunk of " + (end - start) + " bytes");
    }
  }

  /** The transmission sequence number. */
  public int tsn() {
    return i32(4);
  }

  /** The stream identifier. */
  public int streamId() {
    return u16(8);
  }

  /** The stream sequence number, which means nothing on an unordered chunk. */
  public int ssn() {
    return u16(10);
  }

  /** The payload protocol identifier. */
  public int ppid() {
    return i32(12);
  }

  /** Whether this is the first fragment of a message. */
  public boolean isBeginning() {
    return (flags & BEGINNING) != 0;
  }

  /** Whether this is the last fragment of a message. */
  public boolean isEnding() {
    return (flags & ENDING) != 0;
  }

  /** Whether the message may overtake others. */
  public boolean isUnordered() {
    return (flags & UNORDERED) != 0;
  }

  /** Whether the sender wants a SACK at once. */
  public boolean isImmediate() {
    return (flags & IMMEDIATE) != 0;
  }

  /** Bytes of the payload. */
  public int payloadLength() {
    return end - start - HEADER_LENGTH;
  }

  /** A copy of the payload. */
  public byte[] payload() {
    return Arrays.copyOfRange(array, start + HEADER_LENGTH, end);
  }

  private int u16(int offset) {
    return ((array[start + offset] & 0xff) << 8) | (array[start + offset + 1] & 0xff);
  }

  private int i32(int offset) {
    return (u16(offset) << 16) | u16(offset + 2);
  }

  /** Appends the header of a DATA chunk whose payload of {@code payloadLength} bytes follows. */
  public static void writeHeader(
      PacketBuffer out, int flags, int tsn, int streamId, int ssn, int ppid, int payloadLength) {
    int at = out.end();
    out.append(HEADER_LENGTH);
    byte[] array = out.array();
    array[at] = ChunkType.DATA;
    array[at + 1] = (byte) flags;
    put16(array, at + 2, HEADER_LENGTH + payloadLength);
    put16(array, at + 4, tsn >>> 16);
    put16(array, at + 6, tsn);
    put16(array, at + 8, streamId);
    put16(array, at + 10, ssn);
    put16(array, at + 12, ppid >>> 16);
    put16(array, at + 14, ppid);
  }

  /** Appends {@code length} bytes of payload and the chunk's padding. */
  public static void writePayload(PacketBuffer out, byte[] payload, int offset, int length) {
    out.put(payload, offset, length);
    int padding = Padding.padded(length) - length;
    if (padding > 0) {
      int at = out.end();
      out.append(padding);
      Arrays.fill(out.array(), at, at + padding, (byte) 0);
    }
  }

  /** Sets the I bit of the chunk whose header begins at {@code at} in {@code out}'s array. */
  public static void setImmediate(PacketBuffer out, int at) {
    out.array()[at + 1] |= IMMEDIATE;
  }

  private static void put16(byte[] array, int at, int value) {
    array[at] = (byte) (value >>> 8);
    array[at + 1] = (byte) value;
  }
}
