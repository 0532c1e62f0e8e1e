package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Packets that a receiver misses (RFC 4585 §6.2.1).
 *
 * @param senderSsrc the sender of this packet
 * @param mediaSsrc the source whose packets are missed
 * @param losses which they are
 */
public record GenericNack(long senderSsrc, long mediaSsrc, List<Loss> losses)
    implements RtcpPacket {
  /** What the length field of a packet has room for beside both SSRCs. */
  static final int MAX_LOSSES = Checks.MAX_U16 - 2;

  /** Copies the list. */
  public GenericNack {
    Checks.atMost("losses", losses.size(), MAX_LOSSES);
    losses = List.copyOf(losses);
  }

  /**
   * A packet, and which of the sixteen after it.
   *
   * @param packetId the sequence number of a lost packet
   * @param bitmask bit i, counted from 0, is set if packet {@code packetId + i + 1} is lost as well
   */
  public record Loss(int packetId, int bitmask) {
    private static final int BITS = 16;

    /** Checks that both have 16 bits. */
    public Loss {
      Checks.range("a packet id", packetId, Checks.MAX_U16);
      Checks.range("a bit mask", bitmask, Checks.MAX_U16);
    }
  }

  /** Asks for packets with these sequence numbers, each later than the one before it. */
  public static GenericNack of(long senderSsrc, long mediaSsrc, int... sequenceNumbers) {
    List<Loss> losses = new ArrayList<>();
    int i = 0;
    while (i < sequenceNumbers.length) {
      int packetId = sequenceNumbers[i++];
      int bitmask = 0;
      for (; i < sequenceNumbers.length; i++) {
        int bit = (sequenceNumbers[i] - packetId - 1) & Checks.MAX_U16;
        if (bit >= Loss.BITS) {
          break;
        }
        bitmask |= 1 << bit;
      }
      losses.add(new Loss(packetId, bitmask));
    }
    return new GenericNack(senderSsrc, mediaSsrc, losses);
  }

  /** Tells {@code consumer} the sequence number of each packet that is asked for. */
  public void forEach(IntConsumer consumer) {
    for (Loss loss : losses) {
      consumer.accept(loss.packetId);
      for (int bits = loss.bitmask; bits != 0; bits &= bits - 1) {
        int bit = Integer.numberOfTrailingZeros(bits);
        consumer.accept((loss.packetId + bit + 1) & Checks.MAX_U16);
      }
    }
  }

  static GenericNack parse(ByteReader body) throws DecodeException {
    long senderSsrc = body.u32();
    long mediaSsrc = body.u32();
    List<Loss> losses = new ArrayList<>();
    while (body.hasRemaining()) {
      losses.add(new Loss(body.u16(), body.u16()));
    }
    return new GenericNack(senderSsrc, mediaSsrc, losses);
  }

  @Override
  public void write(ByteWriter writer) {
    int at =
        RtcpHeader.begin(writer, FeedbackFormat.GENERIC_NACK, RtcpHeader.TRANSPORT_LAYER_FEEDBACK);
    writer.u32(senderSsrc).u32(mediaSsrc);
    losses.forEach(loss -> writer.u16(loss.packetId).u16(loss.bitmask));
    RtcpHeader.end(writer, at);
  }
}
