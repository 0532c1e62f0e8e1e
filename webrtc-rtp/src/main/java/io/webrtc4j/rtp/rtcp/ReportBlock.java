package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;

/**
 * How well one source is received (RFC 3550 §6.4.1).
 *
 * @param ssrc the source
 * @param fractionLost of the packets since the last report, in 1/256
 * @param cumulativeLost packets lost since the beginning, 24 bits, less than zero if there were
 *     more duplicates than losses
 * @param extendedHighestSequenceNumber with the count of its cycles in the upper 16 bits
 * @param jitter in units of the RTP clock
 * @param lastSr the middle 32 bits of the last sender report's NTP timestamp, or 0
 * @param delaySinceLastSr in 1/65536 seconds
 */
public record ReportBlock(
    long ssrc,
    int fractionLost,
    int cumulativeLost,
    long extendedHighestSequenceNumber,
    long jitter,
    long lastSr,
    long delaySinceLastSr) {
  private static final int MAX_LOST = 0x7fffff;
  private static final int MIN_LOST = -0x800000;
  private static final int SIGN_SHIFT = 8;

  /** Checks the ranges, but for what is simply 32 bits. */
  public ReportBlock {
    Checks.range("a fraction lost", fractionLost, Checks.MAX_U8);
    if (cumulativeLost < MIN_LOST || cumulativeLost > MAX_LOST) {
      throw new IllegalArgumentException(
          "packets lost fit 24 bits with sign, not " + cumulativeLost);
    }
  }

  static ReportBlock parse(ByteReader reader) throws DecodeException {
    return new ReportBlock(
        reader.u32(),
        reader.u8(),
        reader.u24() << SIGN_SHIFT >> SIGN_SHIFT,
        reader.u32(),
        reader.u32(),
        reader.u32(),
        reader.u32());
  }

  static List<ReportBlock> parse(int count, ByteReader reader) throws DecodeException {
    List<ReportBlock> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add(parse(reader));
    }
    return blocks;
  }

  void write(ByteWriter writer) {
    writer
        .u32(ssrc)
        .u8(fractionLost)
        .u24(cumulativeLost)
        .u32(extendedHighestSequenceNumber)
        .u32(jitter)
        .u32(lastSr)
        .u32(delaySinceLastSr);
  }
}
