package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.List;

/**
 * How well a participant receives others (RFC 3550 §6.4.2). Extensions of a profile are passed
 * over.
 *
 * @param ssrc the sender of this packet
 * @param reports at most 31
 */
public record ReceiverReport(long ssrc, List<ReportBlock> reports) implements RtcpPacket {

  /** Copies the list. */
  public ReceiverReport {
    Checks.atMost("report blocks", reports.size(), RtcpHeader.MAX_COUNT);
    reports = List.copyOf(reports);
  }

  static ReceiverReport parse(int count, ByteReader body) throws DecodeException {
    return new ReceiverReport(body.u32(), ReportBlock.parse(count, body));
  }

  @Override
  public void write(ByteWriter writer) {
    int at = RtcpHeader.begin(writer, reports.size(), RtcpHeader.RECEIVER_REPORT);
    writer.u32(ssrc);
    reports.forEach(report -> report.write(writer));
    RtcpHeader.end(writer, at);
  }
}
