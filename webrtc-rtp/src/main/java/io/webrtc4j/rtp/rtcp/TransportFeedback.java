package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.List;

/**
 * When each packet arrived, by numbers that the whole transport shares
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01 §3.1). Packets between the base and the last
 * that are not among the arrivals have not come.
 *
 * @param senderSsrc the sender of this packet
 * @param mediaSsrc one of the sources that it is about
 * @param baseSequenceNumber the transport-wide number of the first packet reported on
 * @param statusCount how many packets are reported on, whether they have come or not
 * @param referenceTime from which arrivals count, in units of 64 ms; the low 24 bits of some clock
 * @param feedbackCount 0 to 255, one higher with each of these packets
 * @param arrivals by offset
 */
public record TransportFeedback(
    long senderSsrc,
    long mediaSsrc,
    int baseSequenceNumber,
    int statusCount,
    int referenceTime,
    int feedbackCount,
    List<Arrival> arrivals)
    implements RtcpPacket {
  /** Ticks, of 250 µs, in the unit of the reference time. */
  public static final int TICKS_PER_REFERENCE_TIME = 256;

  /** Copies the list. */
  public TransportFeedback {
    Checks.range("a sequence number", baseSequenceNumber, Checks.MAX_U16);
    Checks.range("a count of packets", statusCount, Checks.MAX_U16);
    Checks.range("a reference time", referenceTime, Checks.MAX_U24);
    Checks.range("a count of feedback packets", feedbackCount, Checks.MAX_U8);
    arrivals = List.copyOf(arrivals);
    int next = 0;
    for (Arrival arrival : arrivals) {
      if (arrival.offset < next || arrival.offset >= statusCount) {
        throw new IllegalArgumentException(
            "arrivals come in order and within " + statusCount + " packets, not " + arrival);
      }
      next = arrival.offset + 1;
    }
  }

  /**
   * A packet that has come.
   *
   * @param offset of its number from the base
   * @param delta ticks of 250 µs since the arrival before it in the list, or since the reference
   *     time; 16 bits with sign
   */
  public record Arrival(int offset, int delta) {
    private static final int MAX_SMALL = 0xff;

    /** Checks the delta. */
    public Arrival {
      if (delta != (short) delta) {
        throw new IllegalArgumentException("a delta has 16 bits with sign, not " + delta);
      }
    }

    /** Whether the delta takes one byte, without sign. */
    boolean isSmall() {
      return delta >= 0 && delta <= MAX_SMALL;
    }
  }

  /** Who is told of arrivals. */
  @FunctionalInterface
  public interface ArrivalConsumer {
    /**
     * A packet has come.
     *
     * @param sequenceNumber its transport-wide number, 0 to 65535
     * @param ticks its time in units of 250 µs, on the clock of the reference time
     */
    void accept(int sequenceNumber, long ticks);
  }

  /** Tells {@code consumer} of each packet that has come. */
  public void forEach(ArrivalConsumer consumer) {
    long ticks = (long) referenceTime * TICKS_PER_REFERENCE_TIME;
    for (Arrival arrival : arrivals) {
      ticks += arrival.delta;
      consumer.accept((baseSequenceNumber + arrival.offset) & Checks.MAX_U16, ticks);
    }
  }

  static TransportFeedback parse(ByteReader body) throws DecodeException {
    long senderSsrc = body.u32();
    long mediaSsrc = body.u32();
    int base = body.u16();
    int count = body.u16();
    int referenceTime = body.u24();
    int feedbackCount = body.u8();
    List<Arrival> arrivals = StatusChunks.parse(count, body);
    return new TransportFeedback(
        senderSsrc, mediaSsrc, base, count, referenceTime, feedbackCount, arrivals);
  }

  @Override
  public void write(ByteWriter writer) {
    int at =
        RtcpHeader.begin(
            writer, FeedbackFormat.TRANSPORT_FEEDBACK, RtcpHeader.TRANSPORT_LAYER_FEEDBACK);
    writer
        .u32(senderSsrc)
        .u32(mediaSsrc)
        .u16(baseSequenceNumber)
        .u16(statusCount)
        .u24(referenceTime)
        .u8(feedbackCount);
    new StatusChunks(statusCount, arrivals).write(writer);
    for (Arrival arrival : arrivals) {
      if (arrival.isSmall()) {
        writer.u8(arrival.delta);
      } else {
        writer.u16(arrival.delta);
      }
    }
    RtcpHeader.end(writer, at);
  }
}
