package io.webrtc4j.rtp.rtcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.DecodeException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RtcpCompoundTest {
  // Captured from Firefox 153.
  private static final String FIREFOX =
      "80c800063915ef4eeead0558d0947064024c7340000000170000178481ca000c3915ef4e01267b6264373132"
          + "6536642d303736342d343861372d393536362d3030643134393735613364357d00000000";

  @Test
  void aCompoundPacketOfFirefoxIsReadAndWritten() throws DecodeException {
    RtcpCompound compound = Rtcp.parse(FIREFOX);
    assertThat(compound)
        .isEqualTo(
            new RtcpCompound(
                List.of(
                    new SenderReport(
                        0x3915ef4eL, 0xeead0558d0947064L, 0x024c7340L, 0x17, 0x1784, List.of()),
                    SourceDescription.ofCname(
                        0x3915ef4eL, "{bd712e6d-0764-48a7-9566-00d14975a3d5}")),
                0,
                0));
    assertThat(Rtcp.hex(compound.packets().toArray(RtcpPacket[]::new))).isEqualTo(FIREFOX);
  }

  @Test
  void whatIsUnknownIsPassedOverByItsLength() throws DecodeException {
    RtcpCompound compound =
        Rtcp.parse(
            "80cc0003 00000001 61626364 deadbeef" // APP
                + "80d20001 00000001" // a type without a name
                + "92cd0002 00000001 00000002" // transport layer feedback, format 18
                + "92ce0002 00000001 00000002" // payload-specific feedback, format 18
                + "8fce0003 00000001 00000002 61626364" // application layer feedback of others
                + "81ce0002 00000001 00000002");
    assertThat(compound.packets()).containsExactly(new PictureLossIndication(1, 2));
    assertThat(compound.unknown()).isEqualTo(5);
    assertThat(compound.malformed()).isZero();
  }

  @Test
  void whatIsMalformedDoesNotTakeTheOthersAlong() throws DecodeException {
    RtcpCompound compound =
        Rtcp.parse(
            "81c90001 00000001" // one report block is said to be there
                + "81ca0002 00000001 01ff6162" // an item longer than the packet
                + "81ca0002 00000001 0101ff00" // text that is not UTF-8
                + "8bcd0004 00000001 00000002 00000001 80000000" // metrics and no timestamp
                + "81ce0002 00000001 00000002");
    assertThat(compound.packets()).containsExactly(new PictureLossIndication(1, 2));
    assertThat(compound.malformed()).isEqualTo(4);
  }

  @Test
  void paddingIsCutOff() throws DecodeException {
    assertThat(Rtcp.parseOne("a1cb0003 00000001 00000000 00000008"))
        .isEqualTo(new Goodbye(List.of(1L), null));
    assertThat(Rtcp.parseOne("a1cb0002 00000001 0161ff02"))
        .isEqualTo(new Goodbye(List.of(1L), "a"));
  }

  @Test
  void whatCantBeDividedIntoPacketsIsRefused() {
    assertIsRefused("");
    assertIsRefused("80c900"); // no whole header
    assertIsRefused("80c90002 00000001"); // longer than the datagram
    assertIsRefused("80c90001 00000001 40c90001 00000001"); // version 1
    assertIsRefused("a0c90001 00000005"); // padding beyond the packet
    assertIsRefused("a0c90001 00000000"); // padding of no byte
    assertIsRefused("a0c90000"); // padding that is not there
  }

  private static void assertIsRefused(String hex) {
    assertThatThrownBy(() -> Rtcp.parse(hex)).as(hex).isInstanceOf(DecodeException.class);
  }
}
