package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;

/**
 * What senders' and receivers' reports don't say (RFC 3611): here, how receivers that send nothing
 * measure the round-trip time. Blocks of other types are passed over.
 *
 * @param ssrc the sender of this packet
 * @param blocks those that are understood
 */
public record ExtendedReport(long ssrc, List<Block> blocks) implements RtcpPacket {
  private static final int RECEIVER_REFERENCE_TIME = 4;
  private static final int DELAY_SINCE_LAST_RECEIVER_REPORT = 5;
  private static final int WORD = 4;
  private static final int REFERENCE_TIME_WORDS = 2;
  private static final int DELAY_WORDS = 3;

  /** Copies the list. */
  public ExtendedReport {
    blocks = List.copyOf(blocks);
  }

  /** One block of an extended report. */
  public sealed interface Block permits ReceiverReferenceTime, DelaySinceLastReceiverReport {}

  /**
   * When this was sent (RFC 3611 §4.4).
   *
   * @param ntpTimestamp seconds since 1900 in the upper 32 bits, their fraction in the lower
   */
  public record ReceiverReferenceTime(long ntpTimestamp) implements Block {}

  /** The answer to reference times, DLRR (RFC 3611 §4.5). */
  public record DelaySinceLastReceiverReport(List<Delay> delays) implements Block {
    /** Copies the list. */
    public DelaySinceLastReceiverReport {
      Checks.atMost("delays", delays.size(), Checks.MAX_U16 / DELAY_WORDS);
      delays = List.copyOf(delays);
    }
  }

  /**
   * The answer to one receiver.
   *
   * @param ssrc the receiver
   * @param lastReport the middle 32 bits of its last reference time, or 0
   * @param delaySinceLastReport since that came, in 1/65536 seconds
   */
  public record Delay(long ssrc, long lastReport, long delaySinceLastReport) {}

  static ExtendedReport parse(ByteReader body) throws DecodeException {
    long ssrc = body.u32();
    List<Block> blocks = new ArrayList<>();
    while (body.hasRemaining()) {
      int type = body.u8();
      body.u8();
      ByteReader block = body.slice(WORD * body.u16());
      if (type == RECEIVER_REFERENCE_TIME) {
        blocks.add(new ReceiverReferenceTime(block.i64()));
      } else if (type == DELAY_SINCE_LAST_RECEIVER_REPORT) {
        blocks.add(parseDelays(block));
      }
    }
    return new ExtendedReport(ssrc, blocks);
  }

  private static Block parseDelays(ByteReader block) throws DecodeException {
    List<Delay> delays = new ArrayList<>();
    while (block.hasRemaining()) {
      delays.add(new Delay(block.u32(), block.u32(), block.u32()));
    }
    return new DelaySinceLastReceiverReport(delays);
  }

  @Override
  public void write(ByteWriter writer) {
    int at = RtcpHeader.begin(writer, 0, RtcpHeader.EXTENDED_REPORT);
    writer.u32(ssrc);
    for (Block block : blocks) {
      if (block instanceof ReceiverReferenceTime time) {
        writer.u8(RECEIVER_REFERENCE_TIME).u8(0).u16(REFERENCE_TIME_WORDS).u64(time.ntpTimestamp);
      } else if (block instanceof DelaySinceLastReceiverReport answer) {
        int words = DELAY_WORDS * answer.delays.size();
        writer.u8(DELAY_SINCE_LAST_RECEIVER_REPORT).u8(0).u16(words);
        answer.delays.forEach(
            delay -> writer.u32(delay.ssrc).u32(delay.lastReport).u32(delay.delaySinceLastReport));
      }
    }
    RtcpHeader.end(writer, at);
  }
}
