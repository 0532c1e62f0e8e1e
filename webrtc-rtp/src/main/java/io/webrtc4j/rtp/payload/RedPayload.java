package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;

/**
 * A view of the blocks in one payload of redundant data (RFC 2198 §3), in place, for one payload
 * after the other: {@link #over} moves it to the next, {@link #next} to the next block. The last
 * block is the primary one, what the packet would carry without redundancy; those before it repeat
 * earlier packets, the oldest first. Not thread-safe.
 *
 * <p>Of audio, a block is the payload of a packet whose timestamp is {@link #timestampOffset}
 * earlier. Of video in browsers, the only block is either media or {@code ulpfec}, as its payload
 * type says.
 */
public final class RedPayload {
  private static final int MORE_BIT = 0x80;
  private static final int PAYLOAD_TYPE_MASK = 0x7f;
  private static final int HEADER_LENGTH = 4;
  private static final int PRIMARY_HEADER_LENGTH = 1;
  private static final int LENGTH_MASK = 0x3ff;
  private static final int LENGTH_BITS = 10;
  private static final int TIMESTAMP_OFFSET_MASK = 0x3fff;

  private byte[] array = {};
  private int end;
  private int nextHeader;
  private int nextBlock;
  private int payloadType;
  private int timestampOffset;
  private int blockStart;
  private int blockEnd;
  private boolean isPrimary = true;

  /** A view of no payload yet. */
  public RedPayload() {}

  /**
   * Moves this view before the first block of the payload from {@code start} to {@code end}.
   *
   * @throws DecodeException if its headers end early or name more bytes than there are; the view is
   *     of no payload then
   */
  public RedPayload over(byte[] array, int start, int end) throws DecodeException {
    isPrimary = true;
    int header = start;
    int length = 0;
    while (header < end && (array[header] & MORE_BIT) != 0) {
      if (end - header < HEADER_LENGTH) {
        throw new DecodeException("a RED payload ends in a header");
      }
      length += blockLength(array, header);
      header += HEADER_LENGTH;
    }
    if (header == end) {
      throw new DecodeException("a RED payload without primary block");
    }
    int first = header + PRIMARY_HEADER_LENGTH;
    if (length > end - first) {
      throw new DecodeException(
          "%d bytes of redundant data where %d are left".formatted(length, end - first));
    }
    this.array = array;
    this.end = end;
    nextHeader = start;
    nextBlock = first;
    isPrimary = false;
    return this;
  }

  private static int blockLength(byte[] array, int header) {
    return word(array, header + 2) & LENGTH_MASK;
  }

  private static int word(byte[] array, int at) {
    return (array[at] & 0xff) << 8 | (array[at + 1] & 0xff);
  }

  /** Moves to the next block; false if there is none. */
  public boolean next() {
    if (isPrimary) {
      return false;
    }
    payloadType = array[nextHeader] & PAYLOAD_TYPE_MASK;
    isPrimary = (array[nextHeader] & MORE_BIT) == 0;
    blockStart = nextBlock;
    if (isPrimary) {
      timestampOffset = 0;
      blockEnd = end;
    } else {
      int offsetAndLength = (array[nextHeader + 1] & 0xff) << 16 | word(array, nextHeader + 2);
      timestampOffset = offsetAndLength >> LENGTH_BITS & TIMESTAMP_OFFSET_MASK;
      blockEnd = blockStart + blockLength(array, nextHeader);
      nextHeader += HEADER_LENGTH;
      nextBlock = blockEnd;
    }
    return true;
  }

  /** Whether the block is the primary one. */
  public boolean isPrimary() {
    return isPrimary;
  }

  /** The block's payload type, 0 to 127. */
  public int payloadType() {
    return payloadType;
  }

  /** By how many ticks the block's timestamp is earlier than the packet's, 0 to 16383. */
  public int timestampOffset() {
    return timestampOffset;
  }

  /** Index in the payload's array of the block's first byte. */
  public int start() {
    return blockStart;
  }

  /** Index in the payload's array after the block's last byte; a block may be empty. */
  public int end() {
    return blockEnd;
  }
}
