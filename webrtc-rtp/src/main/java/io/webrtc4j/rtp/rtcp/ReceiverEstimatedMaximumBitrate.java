package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a receiver estimates can be sent to it, REMB (draft-alvestrand-rmcat-remb-03 §2.2).
 *
 * @param senderSsrc the sender of this packet
 * @param bitsPerSecond of all {@code ssrcs} together; sent with 18 significant bits, rounded down
 * @param ssrcs at most 255
 */
public record ReceiverEstimatedMaximumBitrate(long senderSsrc, long bitsPerSecond, List<Long> ssrcs)
    implements RtcpPacket {
  static final int UNIQUE_IDENTIFIER = 'R' << 24 | 'E' << 16 | 'M' << 8 | 'B';

  private static final int UNUSED_MEDIA_SSRC = 0;
  private static final int MANTISSA_BITS = 18;
  private static final int MANTISSA_MASK = (1 << MANTISSA_BITS) - 1;

  /** Copies the list. */
  public ReceiverEstimatedMaximumBitrate {
    Checks.range("a bitrate", bitsPerSecond, Long.MAX_VALUE);
    Checks.atMost("sources", ssrcs.size(), Checks.MAX_U8);
    ssrcs = List.copyOf(ssrcs);
  }

  /** Reads what follows the unique identifier. */
  static ReceiverEstimatedMaximumBitrate parse(long senderSsrc, ByteReader body)
      throws DecodeException {
    int count = body.u8();
    int bits = body.u24();
    int exponent = bits >> MANTISSA_BITS;
    long mantissa = bits & MANTISSA_MASK;
    long bitsPerSecond = mantissa << exponent;
    if (bitsPerSecond < 0 || bitsPerSecond >> exponent != mantissa) {
      throw new DecodeException("a bitrate of more than 63 bits");
    }
    List<Long> ssrcs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ssrcs.add(body.u32());
    }
    return new ReceiverEstimatedMaximumBitrate(senderSsrc, bitsPerSecond, ssrcs);
  }

  @Override
  public void write(ByteWriter writer) {
    int at =
        RtcpHeader.begin(
            writer, FeedbackFormat.APPLICATION_LAYER, RtcpHeader.PAYLOAD_SPECIFIC_FEEDBACK);
    int significant = Long.SIZE - Long.numberOfLeadingZeros(bitsPerSecond);
    int exponent = Math.max(0, significant - MANTISSA_BITS);
    writer
        .u32(senderSsrc)
        .u32(UNUSED_MEDIA_SSRC)
        .u32(UNIQUE_IDENTIFIER)
        .u8(ssrcs.size())
        .u24(exponent << MANTISSA_BITS | (int) (bitsPerSecond >>> exponent));
    ssrcs.forEach(ssrc -> writer.u32(ssrc.longValue()));
    RtcpHeader.end(writer, at);
  }
}
