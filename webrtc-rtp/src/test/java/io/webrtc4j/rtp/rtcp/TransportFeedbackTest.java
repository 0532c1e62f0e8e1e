package io.webrtc4j.rtp.rtcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.rtp.rtcp.TransportFeedback.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** draft-holmer-rmcat-transport-wide-cc-extensions-01 §3.1. */
class TransportFeedbackTest {

  @Test
  void whatFirefoxSentIsRead() throws DecodeException { // captured from Firefox 153
    assertThat(Rtcp.parseOne("afcd0005 3915ef4e 597bfa97 00010001 00106700 20011701"))
        .isEqualTo(feedback(0x3915ef4eL, 0x597bfa97L, 1, 1, 0x1067, 0, new Arrival(0, 0x17)));
  }

  @Test
  void whatChromiumSentIsRead() throws DecodeException { // captured from Chromium 156
    assertThat(
            Rtcp.parseOne(
                "afcd000a 9a9e36c3 dc5a5d5f 00010013 0076cc00"
                    + "20133600000000000004001400b100000000000000000003"))
        .isEqualTo(
            new TransportFeedback(
                0x9a9e36c3L,
                0xdc5a5d5fL,
                1,
                19,
                0x76cc,
                0,
                IntStream.range(0, 19).mapToObj(i -> new Arrival(i, deltas(i))).toList()));
  }

  private static int deltas(int i) {
    return switch (i) {
      case 0 -> 0x36;
      case 7 -> 4;
      case 9 -> 0x14;
      case 11 -> 0xb1;
      default -> 0;
    };
  }

  @Test
  void vectorsOfOneBitAreRead() throws DecodeException {
    // 14 packets, of which the first and the last have come.
    RtcpPacket packet = feedback(1, 2, 0xffff, 14, 3, 4, new Arrival(0, 1), new Arrival(13, 255));
    RtcpPacketTest.assertIsBothWays(
        "8fcd0005 00000001 00000002 ffff000e 00000304 a00101ff", packet);
  }

  @Test
  void vectorsOfTwoBitsAndNegativeDeltasAreRead() throws DecodeException {
    RtcpPacket packet =
        feedback(1, 2, 10, 7, 3, 4, new Arrival(0, -1), new Arrival(2, 7), new Arrival(6, 256));
    RtcpPacketTest.assertIsBothWays(
        "8fcd0006 00000001 00000002 000a0007 00000304 e102ffff 07010000", packet);
  }

  @Test
  void runsAreWrittenForLongLosses() throws DecodeException {
    RtcpPacket packet =
        feedback(1, 2, 0, 65_535, 0xffffff, 255, new Arrival(0, 0), new Arrival(65_534, 9));
    assertThat(Rtcp.parseOne(Rtcp.hex(packet))).isEqualTo(packet);
    assertThat(Rtcp.write(packet).length()).isLessThan(48);
  }

  @Test
  void arrivalsHaveTimesOnTheSendersClock() {
    TransportFeedback feedback =
        feedback(1, 2, 0xffff, 3, 2, 0, new Arrival(0, 5), new Arrival(2, -7));
    List<String> told = new ArrayList<>();
    feedback.forEach((sequenceNumber, ticks) -> told.add(sequenceNumber + " at " + ticks));
    assertThat(told).containsExactly("65535 at 517", "1 at 510");
  }

  @Test
  void whatEndsTooEarlyOrIsReservedIsMalformed() throws DecodeException {
    assertIsMalformed("8fcd0004 00000001 00000002 00000001 00000000"); // no chunk
    assertIsMalformed("8fcd0005 00000001 00000002 0000000f 00000000 200eff00"); // too few chunks
    assertIsMalformed("8fcd0005 00000001 00000002 00000003 00000000 20030000"); // too few deltas
    assertIsMalformed("8fcd0005 00000001 00000002 00000001 00000000 60010000"); // reserved
    assertIsMalformed("8fcd0005 00000001 00000002 00000001 00000000 f0000000"); // reserved
  }

  private static void assertIsMalformed(String hex) throws DecodeException {
    RtcpCompound compound = Rtcp.parse(hex);
    assertThat(compound.malformed()).as(hex).isOne();
    assertThat(compound.packets()).isEmpty();
  }

  @Test
  void arrivalsOutOfOrderAreTheCallersError() {
    assertThatThrownBy(() -> feedback(1, 2, 0, 5, 0, 0, new Arrival(1, 0), new Arrival(1, 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> feedback(1, 2, 0, 5, 0, 0, new Arrival(5, 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Arrival(0, 0x8000)).isInstanceOf(IllegalArgumentException.class);
  }

  private static TransportFeedback feedback(
      long sender, long media, int base, int count, int time, int number, Arrival... arrivals) {
    return new TransportFeedback(sender, media, base, count, time, number, List.of(arrivals));
  }
}
