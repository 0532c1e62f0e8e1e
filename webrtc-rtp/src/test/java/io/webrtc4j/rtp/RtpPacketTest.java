package io.webrtc4j.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RtpPacketTest {

  @Test
  void thePacketOfRfc7714IsRead() throws DecodeException {
    RtpPacket packet =
        new RtpPacket().over(packet("8040f17b 8041f8d3 5501a0b2 47616c6c 6961 206573 74"));
    assertThat(packet.marker()).isFalse();
    assertThat(packet.payloadType()).isEqualTo(64);
    assertThat(packet.sequenceNumber()).isEqualTo(0xf17b);
    assertThat(packet.timestamp()).isEqualTo(0x8041f8d3L);
    assertThat(packet.ssrc()).isEqualTo(0x5501a0b2L);
    assertThat(packet.csrcCount()).isZero();
    assertThat(packet.extensions().next()).isFalse();
    assertThat(packet.payloadLength()).isEqualTo(10);
    assertThat(packet.paddingLength()).isZero();
    assertThat(packet)
        .hasToString(
            "RtpPacket[payload type 64, sequence number 61819, timestamp 2151807187,"
                + " SSRC 1426170034, 10 bytes]");
  }

  @Test
  void contributingSourcesExtensionAndPaddingAreRead() throws DecodeException {
    RtpPacket packet =
        new RtpPacket()
            .over(
                packet(
                    "b2e0ffff ffffffff 80000001 00000002 fffffffe"
                        + " bede0001 12aabbcc"
                        + " 0102030405 000003"));
    assertThat(packet.marker()).isTrue();
    assertThat(packet.payloadType()).isEqualTo(96);
    assertThat(packet.sequenceNumber()).isEqualTo(0xffff);
    assertThat(packet.timestamp()).isEqualTo(0xffffffffL);
    assertThat(packet.ssrc()).isEqualTo(0x80000001L);
    assertThat(packet.csrcCount()).isEqualTo(2);
    assertThat(packet.csrc(0)).isEqualTo(2);
    assertThat(packet.csrc(1)).isEqualTo(0xfffffffeL);
    assertThatThrownBy(() -> packet.csrc(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(packet.extensions().find(1)).isTrue();
    assertThat(packet.extensions().form()).isEqualTo(ExtensionForm.ONE_BYTE);
    assertThat(packet.payloadLength()).isEqualTo(5);
    assertThat(packet.array()[packet.payloadStart()]).isEqualTo((byte) 1);
    assertThat(packet.array()[packet.payloadEnd() - 1]).isEqualTo((byte) 5);
    assertThat(packet.paddingLength()).isEqualTo(3);
  }

  @Test
  void aPacketMayConsistOfPaddingAlone() throws DecodeException {
    RtpPacket packet = new RtpPacket().over(packet("a0600001 00000000 00000001 00000004"));
    assertThat(packet.payloadLength()).isZero();
    assertThat(packet.paddingLength()).isEqualTo(4);
  }

  @Test
  void whatIsNoRtpIsRefused() {
    assertIsRefused(""); // nothing
    assertIsRefused("80600001 00000000 000000"); // too short
    assertIsRefused("40600001 00000000 00000001"); // version 1
    assertIsRefused("81600001 00000000 00000001 000000"); // half a contributing source
    assertIsRefused("90600001 00000000 00000001 bede00"); // half a header of the extension
    assertIsRefused("90600001 00000000 00000001 bede0001 000000"); // a word less than it says
    assertIsRefused("a0600001 00000000 00000001"); // padding that is not there
    assertIsRefused("a0600001 00000000 00000001 00000000"); // padding of no byte
    assertIsRefused("a0600001 00000000 00000001 00000005"); // padding that reaches the header
  }

  private static void assertIsRefused(String hex) {
    assertThatThrownBy(() -> new RtpPacket().over(packet(hex)))
        .as(hex)
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void fieldsAreRewrittenInPlace() throws DecodeException {
    PacketBuffer buffer = packet("80e00001 00000000 00000001 aa");
    RtpPacket packet = new RtpPacket().over(buffer);
    packet.setPayloadType(111);
    packet.setSequenceNumber(0x1fffe);
    packet.setTimestamp(0xfedcba98L);
    packet.setSsrc(0xffffffffL);
    assertThat(buffer.toByteArray()).isEqualTo(bytes("80effffe fedcba98 ffffffff aa"));
    packet.setMarker(false);
    assertThat(packet.marker()).isFalse();
    assertThat(packet.payloadType()).isEqualTo(111);
    assertThatThrownBy(() -> packet.setPayloadType(128))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void oneViewServesAllPackets() throws DecodeException {
    RtpPacket packet = new RtpPacket();
    packet.over(packet("b0600001 00000000 00000001 bede0001 10ff0000 00000004"));
    packet.over(packet("80600002 00000000 00000001 aabb"));
    assertThat(packet.extensions().next()).isFalse();
    assertThat(packet.extensions().form()).isNull();
    assertThat(packet.paddingLength()).isZero();
    assertThat(packet.payloadLength()).isEqualTo(2);
  }

  @Test
  void aViewOfNoPacketCanBeLookedAt() {
    assertThatCode(() -> new RtpPacket().toString()).doesNotThrowAnyException();
    assertThat(new RtpPacket().payloadLength()).isZero();
  }

  @Test
  void rtcpIsToldFromRtpByTheSecondByte() {
    assertThat(RtpHeader.isRtcp(packet("81c90007"))).isTrue();
    assertThat(RtpHeader.isRtcp(packet("80c0"))).isTrue();
    assertThat(RtpHeader.isRtcp(packet("80df"))).isTrue();
    assertThat(RtpHeader.isRtcp(packet("80bf"))).isFalse();
    assertThat(RtpHeader.isRtcp(packet("80e0"))).isFalse();
    assertThat(RtpHeader.isRtcp(packet("8048"))).isFalse();
    assertThat(RtpHeader.isRtcp(packet("80"))).isFalse();
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }

  /** In the middle of an array. */
  static PacketBuffer packet(String hex) {
    PacketBuffer packet = PacketBuffer.allocate(bytes(hex).length + 9, 5);
    packet.put(bytes(hex));
    return packet;
  }
}
