package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;

/**
 * When each packet arrived, for congestion control (RFC 8888 §3.1).
 *
 * @param senderSsrc the sender of this packet
 * @param reports one for each source
 * @param timestamp when it was made: the middle 32 bits of an NTP timestamp
 */
public record CongestionControlFeedback(long senderSsrc, List<SourceReport> reports, long timestamp)
    implements RtcpPacket {
  private static final int TIMESTAMP_LENGTH = 4;

  /** Copies the list. */
  public CongestionControlFeedback {
    reports = List.copyOf(reports);
  }

  /**
   * The packets of one source.
   *
   * @param ssrc the source
   * @param beginSequenceNumber of the first metric's packet; each after it is of the next number
   * @param metrics at most 16384
   */
  public record SourceReport(long ssrc, int beginSequenceNumber, List<PacketMetric> metrics) {
    static final int MAX_METRICS = 16384;

    /** Copies the list. */
    public SourceReport {
      Checks.range("a sequence number", beginSequenceNumber, Checks.MAX_U16);
      Checks.atMost("metrics", metrics.size(), MAX_METRICS);
      metrics = List.copyOf(metrics);
    }
  }

  /**
   * What became of one packet.
   *
   * @param isReceived whether it has come; the rest means nothing if not
   * @param ecn its ECN mark, 0 to 3
   * @param arrivalTimeOffset how long before the report's timestamp it came, in 1/1024 seconds;
   *     {@link #OVER_RANGE} and {@link #UNAVAILABLE} are no times
   */
  public record PacketMetric(boolean isReceived, int ecn, int arrivalTimeOffset) {
    /** The time is longer than the field can say. */
    public static final int OVER_RANGE = 0x1ffe;

    /** The time is not known. */
    public static final int UNAVAILABLE = 0x1fff;

    /** A packet that has not come. */
    public static final PacketMetric LOST = new PacketMetric(false, 0, 0);

    private static final int RECEIVED_BIT = 0x8000;
    private static final int ECN_SHIFT = 13;
    private static final int ECN_MASK = 3;
    private static final int OFFSET_MASK = 0x1fff;

    /** Checks the ranges. */
    public PacketMetric {
      Checks.range("an ECN mark", ecn, ECN_MASK);
      Checks.range("an arrival time offset", arrivalTimeOffset, OFFSET_MASK);
    }

    static PacketMetric parse(int bits) {
      if ((bits & RECEIVED_BIT) == 0) {
        return LOST;
      }
      return new PacketMetric(true, (bits >> ECN_SHIFT) & ECN_MASK, bits & OFFSET_MASK);
    }

    int bits() {
      return isReceived ? RECEIVED_BIT | ecn << ECN_SHIFT | arrivalTimeOffset : 0;
    }
  }

  static CongestionControlFeedback parse(ByteReader body) throws DecodeException {
    long senderSsrc = body.u32();
    List<SourceReport> reports = new ArrayList<>();
    while (body.remaining() > TIMESTAMP_LENGTH) {
      reports.add(parseReport(body));
    }
    return new CongestionControlFeedback(senderSsrc, reports, body.u32());
  }

  private static SourceReport parseReport(ByteReader body) throws DecodeException {
    long ssrc = body.u32();
    int begin = body.u16();
    int count = body.u16();
    if (count > SourceReport.MAX_METRICS) {
      throw new DecodeException("more than 16384 metrics for one source");
    }
    List<PacketMetric> metrics = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      metrics.add(PacketMetric.parse(body.u16()));
    }
    if (count % 2 != 0) {
      body.u16();
    }
    return new SourceReport(ssrc, begin, metrics);
  }

  @Override
  public void write(ByteWriter writer) {
    int at =
        RtcpHeader.begin(
            writer,
            FeedbackFormat.CONGESTION_CONTROL_FEEDBACK,
            RtcpHeader.TRANSPORT_LAYER_FEEDBACK);
    writer.u32(senderSsrc);
    for (SourceReport report : reports) {
      writer.u32(report.ssrc).u16(report.beginSequenceNumber).u16(report.metrics.size());
      report.metrics.forEach(metric -> writer.u16(metric.bits()));
      if (report.metrics.size() % 2 != 0) {
        writer.u16(0);
      }
    }
    writer.u32(timestamp);
    RtcpHeader.end(writer, at);
  }
}
