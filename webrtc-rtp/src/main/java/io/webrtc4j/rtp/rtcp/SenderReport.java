package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.List;

/**
 * What a source has sent, and how well it receives others (RFC 3550 §6.4.1). Extensions of a
 * profile are passed over.
 *
 * @param ssrc the sender of this packet and of what it counts
 * @param ntpTimestamp when it was sent: seconds since 1900 in the upper 32 bits, their fraction in
 *     the lower
 * @param rtpTimestamp the same time on the source's RTP clock
 * @param packetCount packets sent since the beginning, modulo 2<sup>32</sup>
 * @param octetCount bytes of payload sent since the beginning, modulo 2<sup>32</sup>
 * @param reports at most 31
 */
public record SenderReport(
    long ssrc,
    long ntpTimestamp,
    long rtpTimestamp,
    long packetCount,
    long octetCount,
    List<ReportBlock> reports)
    implements RtcpPacket {

  /** Copies the list. */
  public SenderReport {
    Checks.atMost("report blocks", reports.size(), RtcpHeader.MAX_COUNT);
    reports = List.copyOf(reports);
  }

  static SenderReport parse(int count, ByteReader body) throws DecodeException {
    return new SenderReport(
        body.u32(), body.i64(), body.u32(), body.u32(), body.u32(), ReportBlock.parse(count, body));
  }

  @Override
  public void write(ByteWriter writer) {
    int at = RtcpHeader.begin(writer, reports.size(), RtcpHeader.SENDER_REPORT);
    writer.u32(ssrc).u64(ntpTimestamp).u32(rtpTimestamp).u32(packetCount).u32(octetCount);
    reports.forEach(report -> report.write(writer));
    RtcpHeader.end(writer, at);
  }
}
