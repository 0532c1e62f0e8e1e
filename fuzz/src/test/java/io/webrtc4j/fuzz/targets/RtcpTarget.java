package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.fuzz.Guard;
import io.webrtc4j.fuzz.Target;
import io.webrtc4j.rtp.rtcp.CongestionControlFeedback;
import io.webrtc4j.rtp.rtcp.CongestionControlFeedback.PacketMetric;
import io.webrtc4j.rtp.rtcp.CongestionControlFeedback.SourceReport;
import io.webrtc4j.rtp.rtcp.ExtendedReport;
import io.webrtc4j.rtp.rtcp.ExtendedReport.Delay;
import io.webrtc4j.rtp.rtcp.ExtendedReport.DelaySinceLastReceiverReport;
import io.webrtc4j.rtp.rtcp.ExtendedReport.ReceiverReferenceTime;
import io.webrtc4j.rtp.rtcp.FullIntraRequest;
import io.webrtc4j.rtp.rtcp.GenericNack;
import io.webrtc4j.rtp.rtcp.Goodbye;
import io.webrtc4j.rtp.rtcp.PictureLossIndication;
import io.webrtc4j.rtp.rtcp.ReceiverEstimatedMaximumBitrate;
import io.webrtc4j.rtp.rtcp.ReceiverReport;
import io.webrtc4j.rtp.rtcp.ReportBlock;
import io.webrtc4j.rtp.rtcp.RtcpCompound;
import io.webrtc4j.rtp.rtcp.RtcpPacket;
import io.webrtc4j.rtp.rtcp.SenderReport;
import io.webrtc4j.rtp.rtcp.SourceDescription;
import io.webrtc4j.rtp.rtcp.TransportFeedback;
import io.webrtc4j.rtp.rtcp.TransportFeedback.Arrival;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** RTCP: read, written and read again. */
public final class RtcpTarget implements Target {
  private static final byte[] EMPTY_GOODBYE = Growing.bytes(0x80, 203, 0, 0);
  private static final byte[] EMPTY_REPORT = Growing.bytes(0x80, 201, 0, 0);
  private static final byte[] UNKNOWN = Growing.bytes(0x80, 210, 0, 0);
  private static final byte[] LOSSES =
      Growing.bytes(
          0x8f, 205, 0, 8, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0xff, 0xff, 0, 0, 0, 0, 0x1f, 0xff, 0x1f,
          0xff, 0x1f, 0xff, 0x1f, 0xff, 0x1f, 0xff, 0x1f, 0xff, 0x1f, 0xff, 0x1f, 0xff, 0, 7);

  @Override
  public String name() {
    return "rtcp";
  }

  @Override
  public Class<? extends Exception> declared() {
    return DecodeException.class;
  }

  @Override
  public void accept(byte[] input) throws DecodeException {
    RtcpCompound compound = RtcpCompound.parse(PacketBuffer.wrap(input));
    for (RtcpPacket packet : compound.packets()) {
      if (packet instanceof TransportFeedback feedback) {
        feedback.forEach((sequenceNumber, ticks) -> {});
      } else if (packet instanceof GenericNack nack) {
        nack.forEach(sequenceNumber -> {});
      }
    }
    if (compound.packets().isEmpty()) {
      return;
    }
    PacketBuffer written = PacketBuffer.allocate(2 * Guard.MAX_INPUT, 0);
    RtcpCompound.write(compound.packets(), written);
    if (!RtcpCompound.parse(written).packets().equals(compound.packets())) {
      throw new IllegalStateException(compound + " is read again as something else");
    }
  }

  @Override
  public long allocationLimit(byte[] input) {
    // It is read twice, and written, into a buffer that takes any datagram.
    return 2 * Guard.MAX_INPUT + 3 * ALLOCATION_FACTOR * input.length;
  }

  @Override
  public List<byte[]> seeds() {
    List<RtcpPacket> feedback =
        List.of(
            GenericNack.of(1, 2, 3, 4, 40),
            new PictureLossIndication(1, 2),
            new FullIntraRequest(1, List.of(new FullIntraRequest.Request(2, 3))),
            new ReceiverEstimatedMaximumBitrate(1, 1_000_000, List.of(2L)),
            new TransportFeedback(
                1, 2, 3, 40, 5, 6, List.of(new Arrival(0, 7), new Arrival(30, -8))),
            new CongestionControlFeedback(
                1,
                List.of(
                    new SourceReport(
                        2, 3, List.of(PacketMetric.LOST, new PacketMetric(true, 1, 9)))),
                4));
    List<RtcpPacket> reports =
        List.of(
            new SenderReport(1, 2, 3, 4, 5, List.of(new ReportBlock(6, 7, -8, 9, 10, 11, 12))),
            SourceDescription.ofCname(1, "a name"),
            new ExtendedReport(
                1,
                List.of(
                    new ReceiverReferenceTime(2),
                    new DelaySinceLastReceiverReport(List.of(new Delay(3, 4, 5))))),
            new Goodbye(List.of(1L), "a reason"));
    return List.of(
        bytes(reports), bytes(feedback), bytes(List.of(new ReceiverReport(1, List.of()))));
  }

  static byte[] bytes(List<RtcpPacket> packets) {
    PacketBuffer datagram = PacketBuffer.allocate(1000, 0);
    RtcpCompound.write(packets, datagram);
    return datagram.toByteArray();
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    return Map.of(
        "empty goodbyes", size -> Growing.repeated(new byte[0], EMPTY_GOODBYE, size),
        "malformed reports", size -> Growing.repeated(new byte[0], EMPTY_REPORT, size),
        "unknown packets", size -> Growing.repeated(new byte[0], UNKNOWN, size),
        "feedback of lost packets", size -> Growing.repeated(new byte[0], losses(), size),
        "lost packets", size -> one(0x81, 205, Growing.bytes(0, 1, 0xff, 0xff), size),
        "arrivals", RtcpTarget::arrivals,
        "metrics", RtcpTarget::metrics,
        "names", size -> one(0x81, 202, Growing.bytes(1, 2, 'a', 'b'), size),
        "blocks", size -> one(0x80, 207, Growing.bytes(4, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0), size));
  }

  /** Each tells of 65535 packets that did not come. */
  private static byte[] losses() {
    byte[] losses = new byte[40];
    System.arraycopy(LOSSES, 0, losses, 0, LOSSES.length);
    return Growing.with16(losses, 2, losses.length / 4 - 1);
  }

  /** One packet that grows, behind a header with one or two SSRCs. */
  private static byte[] one(int first, int type, byte[] element, int size) {
    boolean hasTwo = type == 205;
    byte[] head = Growing.bytes(first, type, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2);
    byte[] packet =
        Growing.repeated(Arrays.copyOf(head, hasTwo ? 12 : 8), element, (size - 8) & ~3);
    byte[] whole = Arrays.copyOf(packet, (packet.length + 4) & ~3);
    return Growing.with16(whole, 2, whole.length / 4 - 1);
  }

  private static byte[] arrivals(int size) {
    int count = Math.min(size - 100, 8 * 0x1fff) & ~3;
    byte[] packet = new byte[20 + 16 + count];
    System.arraycopy(LOSSES, 0, packet, 0, 20);
    Growing.with16(packet, 2, packet.length / 4 - 1);
    Growing.with16(packet, 14, count);
    for (int i = 0; i < 8; i++) {
      Growing.with16(packet, 20 + 2 * i, 0x3fff);
    }
    return packet;
  }

  private static byte[] metrics(int size) {
    int count = Math.min((size - 100) / 2, 16_384) & ~1;
    byte[] packet = new byte[20 + 2 * count];
    System.arraycopy(Growing.bytes(0x8b, 205, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2), 0, packet, 0, 12);
    Growing.with16(packet, 2, packet.length / 4 - 1);
    Growing.with16(packet, 14, count);
    for (int i = 0; i < count; i++) {
      Growing.with16(packet, 16 + 2 * i, 0x8000);
    }
    return packet;
  }
}
