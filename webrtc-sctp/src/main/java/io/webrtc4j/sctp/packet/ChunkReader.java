package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.Arrays;

/** Walks over the chunks of a packet, in place (RFC 9260 §3.2). */
public final class ChunkReader {
  /** Bytes of type, flags and length. */
  public static final int HEADER_LENGTH = 4;

  private final byte[] array;
  private final int end;
  private int next;
  private int start;
  private int chunkEnd;

  /** Starts in front of the first chunk of {@code packet}, which has a whole common header. */
  public ChunkReader(PacketBuffer packet) {
    this.array = packet.array();
    this.next = packet.start() + PacketHeader.LENGTH;
    this.end = packet.end();
  }

  /** Steps to the next chunk; false if there is none. */
  public boolean next() throws DecodeException {
    if (next >= end) {
      return false;
    }
    if (end - next < HEADER_LENGTH) {
      throw new DecodeException("a chunk header is cut off");
    }
    int length = ((array[next + 2] & 0xff) << 8) | (array[next + 3] & 0xff);
    if (length < HEADER_LENGTH || length > end - next) {
      throw new DecodeException("chunk length " + length + " with " + (end - next) + " bytes left");
    }
    start = next;
    chunkEnd = next + length;
    // The padding of the last chunk may be missing: be liberal.
    next = Math.min(end, start + Padding.padded(length));
    return true;
  }

  /** The current chunk's type. */
  public int type() {
    return array[start] & 0xff;
  }

  /** The current chunk's flags. */
  public int flags() {
    return array[start + 1] & 0xff;
  }

  /** Whether no chunk follows the current one. */
  public boolean isLast() {
    return next >= end;
  }

  /** The current chunk's value. */
  public ByteReader value() {
    return new ByteReader(array, valueStart(), chunkEnd);
  }

  /** A copy of the current chunk with its header. */
  public OpaqueBytes copy() {
    return OpaqueBytes.of(Arrays.copyOfRange(array, start, chunkEnd));
  }

  byte[] array() {
    return array;
  }

  int valueStart() {
    return start + HEADER_LENGTH;
  }

  int valueEnd() {
    return chunkEnd;
  }
}
