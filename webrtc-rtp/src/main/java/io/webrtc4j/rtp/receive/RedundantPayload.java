package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;

/** The payloads that lie in one of RFC 2198. */
final class RedundantPayload {
  private static final int MORE_BIT = 0x80;
  private static final int PAYLOAD_TYPE_MASK = 0x7f;
  private static final int LENGTH_BITS = 10;
  private static final int LENGTH_MASK = 0x3ff;

  /**
   * One of them.
   *
   * @param timestampOffset how much earlier than the packet it was taken
   */
  record Block(int payloadType, int timestampOffset, int start, int end) {}

  private RedundantPayload() {}

  /** The blocks, of which the last is the packet's own and those before it are older (§3). */
  static List<Block> parse(byte[] array, int start, int end) throws DecodeException {
    ByteReader headers = new ByteReader(array, start, end);
    List<int[]> fields = new ArrayList<>();
    int first = headers.u8();
    int length = 0;
    while ((first & MORE_BIT) != 0) {
      int offsetAndLength = headers.u24();
      int blockLength = offsetAndLength & LENGTH_MASK;
      fields.add(
          new int[] {first & PAYLOAD_TYPE_MASK, offsetAndLength >> LENGTH_BITS, blockLength});
      length += blockLength;
      first = headers.u8();
    }
    headers.require(length);
    List<Block> blocks = new ArrayList<>();
    int at = headers.position();
    for (int[] field : fields) {
      blocks.add(new Block(field[0], field[1], at, at + field[2]));
      at += field[2];
    }
    blocks.add(new Block(first, 0, at, end));
    return blocks;
  }
}
