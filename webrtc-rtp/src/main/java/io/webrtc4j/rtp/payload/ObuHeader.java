package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;

/** The first byte of an OBU (AV1 specification §5.3.2), and what it says of the second. */
final class ObuHeader {
  static final int SEQUENCE_HEADER = 1;
  static final int FRAME_HEADER = 3;
  static final int FRAME = 6;

  private static final int TEMPORAL_DELIMITER = 2;
  private static final int TILE_GROUP = 4;
  private static final int REDUNDANT_FRAME_HEADER = 7;
  private static final int TILE_LIST = 8;

  private static final int FORBIDDEN_BIT = 0x80;
  private static final int TYPE_MASK = 0x0f;
  private static final int EXTENSION_BIT = 0x04;
  private static final int SIZE_BIT = 0x02;

  // Of the second byte; the rest is reserved.
  private static final int LAYERS_MASK = 0xf8;

  private ObuHeader() {}

  static int type(int first) {
    return first >> 3 & TYPE_MASK;
  }

  static boolean hasSize(int first) {
    return (first & SIZE_BIT) != 0;
  }

  static int withoutSize(int first) {
    return first & ~SIZE_BIT;
  }

  static int withSize(int first) {
    return first | SIZE_BIT;
  }

  /** Bytes of the header: one, or two. */
  static int length(int first) {
    return (first & EXTENSION_BIT) == 0 ? 1 : 2;
  }

  /** Whether two OBUs with this second byte are of the same layers. */
  static boolean isSameLayer(int second, int other) {
    return ((second ^ other) & LAYERS_MASK) == 0;
  }

  /** AV1 RTP specification, "Packetization Rules": neither sent nor looked at. */
  static boolean isSent(int type) {
    return type != TEMPORAL_DELIMITER && type != TILE_LIST;
  }

  /** Whether an OBU of this type can be the first of a temporal unit that is sent. */
  static boolean canBeginFrame(int type) {
    return type != TILE_GROUP && type != REDUNDANT_FRAME_HEADER;
  }

  /**
   * Reads a header and the size behind it, if there is one, and returns how many bytes of payload
   * follow: those that the size says, or else all.
   */
  static int readToPayload(ByteReader reader) throws DecodeException {
    int first = reader.u8();
    if ((first & FORBIDDEN_BIT) != 0) {
      throw new DecodeException("an OBU with the forbidden bit");
    }
    reader.skip(length(first) - 1);
    return hasSize(first) ? Leb128.readLength(reader) : reader.remaining();
  }
}
