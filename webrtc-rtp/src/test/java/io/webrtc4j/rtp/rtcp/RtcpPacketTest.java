package io.webrtc4j.rtp.rtcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.rtp.rtcp.CongestionControlFeedback.PacketMetric;
import io.webrtc4j.rtp.rtcp.CongestionControlFeedback.SourceReport;
import io.webrtc4j.rtp.rtcp.ExtendedReport.Delay;
import io.webrtc4j.rtp.rtcp.ExtendedReport.DelaySinceLastReceiverReport;
import io.webrtc4j.rtp.rtcp.ExtendedReport.ReceiverReferenceTime;
import io.webrtc4j.rtp.rtcp.SourceDescription.Chunk;
import io.webrtc4j.rtp.rtcp.SourceDescription.Item;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each type as bytes, the way that its RFC draws it, and back. */
class RtcpPacketTest {

  @Test
  void aSenderReport() throws DecodeException { // RFC 3550 §6.4.1
    assertIsBothWays(
        "81c8000c 00000001 0000000200000003 00000004 00000005 00000006"
            + "00000007 80ffffff 00010008 00000009 0000000a 0000000b",
        new SenderReport(
            1, 0x2_0000_0003L, 4, 5, 6, List.of(new ReportBlock(7, 128, -1, 0x10008, 9, 10, 11))));
  }

  @Test
  void aReceiverReport() throws DecodeException { // RFC 3550 §6.4.2
    assertIsBothWays("80c90001 ffffffff", new ReceiverReport(0xffffffffL, List.of()));
  }

  @Test
  void reportsWithAProfilesExtension() throws DecodeException { // RFC 3550 §6.4.3
    assertThat(Rtcp.parseOne("80c90002 00000001 deadbeef"))
        .isEqualTo(new ReceiverReport(1, List.of()));
  }

  @Test
  void aSourceDescription() throws DecodeException { // RFC 3550 §6.5
    assertIsBothWays(
        "82ca0007 00000001 0103613362 02017a 00000000 00000002 01026364 00000000",
        new SourceDescription(
            List.of(
                new Chunk(1, List.of(new Item(1, "a3b"), new Item(2, "z"))),
                new Chunk(2, List.of(new Item(1, "cd"))))));
  }

  @Test
  void privateItemsArePassedOver() throws DecodeException { // RFC 3550 §6.5.8
    SourceDescription description =
        (SourceDescription) Rtcp.parseOne("81ca0004 00000001 0803ffeedd 010161 00000000");
    assertThat(description.cname(1)).contains("a");
    assertThat(description.cname(2)).isEmpty();
  }

  @Test
  void aGoodbye() throws DecodeException { // RFC 3550 §6.6
    assertIsBothWays("82cb0002 00000001 00000002", new Goodbye(List.of(1L, 2L), null));
    assertIsBothWays("81cb0003 00000001 04c3a46161 000000", new Goodbye(List.of(1L), "äaa"));
    assertIsBothWays("80cb0000", new Goodbye(List.of(), null));
  }

  @Test
  void aNack() throws DecodeException { // RFC 4585 §6.2.1
    GenericNack nack = GenericNack.of(1, 2, 0xfffe, 0xffff, 14, 15, 40);
    assertIsBothWays("81cd0005 00000001 00000002 fffe8001 000f0000 00280000", nack);
    List<Integer> asked = new ArrayList<>();
    nack.forEach(asked::add);
    assertThat(asked).containsExactly(0xfffe, 0xffff, 14, 15, 40);
  }

  @Test
  void aPictureLossIndication() throws DecodeException { // RFC 4585 §6.3.1
    assertIsBothWays(
        "81ce0002 d4baa39a 7319c574", new PictureLossIndication(0xd4baa39aL, 0x7319c574L));
  }

  @Test
  void aFullIntraRequest() throws DecodeException { // RFC 5104 §4.3.1
    assertIsBothWays(
        "84ce0006 00000001 00000000 00000002 03000000 00000004 ff000000",
        new FullIntraRequest(
            1, List.of(new FullIntraRequest.Request(2, 3), new FullIntraRequest.Request(4, 255))));
  }

  @Test
  void anEstimatedBitrate() throws DecodeException { // draft-alvestrand-rmcat-remb-03 §2.2
    assertIsBothWays(
        "8fce0005 00000001 00000000 52454d42 010fd09e 00000007",
        new ReceiverEstimatedMaximumBitrate(1, 2_000_112L, List.of(7L)));
    assertIsBothWays(
        "8fce0004 00000001 00000000 52454d42 00b7ffff",
        new ReceiverEstimatedMaximumBitrate(1, 262_143L << 45, List.of()));
    assertThat(Rtcp.hex(new ReceiverEstimatedMaximumBitrate(1, Long.MAX_VALUE, List.of())))
        .endsWith("00b7ffff");
    assertThat(Rtcp.parse("8fce0004 00000001 00000000 52454d42 00bbffff").malformed()).isOne();
    assertThat(Rtcp.parse("8fce0004 00000001 00000000 52454d42 00ffffff").malformed()).isOne();
  }

  @Test
  void congestionControlFeedback() throws DecodeException { // RFC 8888 §3.1
    assertIsBothWays(
        "8bcd0008 00000001 00000002 fffe0003 e2000000 9ffe0000 00000003 00050000 00000009",
        new CongestionControlFeedback(
            1,
            List.of(
                new SourceReport(
                    2,
                    0xfffe,
                    List.of(
                        new PacketMetric(true, 3, 512),
                        PacketMetric.LOST,
                        new PacketMetric(true, 0, PacketMetric.OVER_RANGE))),
                new SourceReport(3, 5, List.of())),
            9));
  }

  @Test
  void anExtendedReport() throws DecodeException { // RFC 3611 §4.4, §4.5
    assertIsBothWays(
        "80cf0008 00000001 04000002 0000000200000003 05000003 00000004 00000005 00000006",
        new ExtendedReport(
            1,
            List.of(
                new ReceiverReferenceTime(0x2_0000_0003L),
                new DelaySinceLastReceiverReport(List.of(new Delay(4, 5, 6))))));
    assertThat(Rtcp.parseOne("80cf0006 00000001 2a000001 deadbeef 04000002 0000000000000007"))
        .isEqualTo(new ExtendedReport(1, List.of(new ReceiverReferenceTime(7))));
  }

  @Test
  void whatDoesNotFitIsTheCallersError() {
    assertThatThrownBy(() -> new Item(SourceDescription.CNAME, "ä".repeat(128)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Item(8, "")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GenericNack.Loss(0x10000, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReportBlock(1, 0, 1 << 23, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    ReportBlock block = new ReportBlock(1, 0, 0, 0, 0, 0, 0);
    List<ReportBlock> blocks = java.util.Collections.nCopies(32, block);
    assertThatThrownBy(() -> new ReceiverReport(1, blocks))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("31");
  }

  static void assertIsBothWays(String hex, RtcpPacket packet) throws DecodeException {
    assertThat(Rtcp.parseOne(hex)).isEqualTo(packet);
    assertThat(Rtcp.hex(packet)).isEqualTo(hex.replaceAll("\\s", ""));
  }
}
