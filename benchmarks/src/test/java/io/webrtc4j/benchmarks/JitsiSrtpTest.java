package io.webrtc4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.RtpWriter;
import io.webrtc4j.rtp.rtcp.PictureLossIndication;
import io.webrtc4j.rtp.rtcp.ReceiverReport;
import io.webrtc4j.rtp.rtcp.RtcpCompound;
import io.webrtc4j.rtp.srtp.SrtpProfile;
import io.webrtc4j.rtp.srtp.SrtpStatus;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What jitsi-srtp protects we unprotect, and the other way round. */
class JitsiSrtpTest {
  private static final int PACKETS = 300;
  private static final int FIRST_SEQUENCE_NUMBER = 0x10000 - PACKETS / 2;

  @ParameterizedTest
  @EnumSource
  void itsRtpIsUnprotectedByUs(SrtpProfile profile) {
    SrtpEnds ends = new SrtpEnds(profile);
    for (int i = 0; i < PACKETS; i++) {
      PacketBuffer packet = rtp(i);
      byte[] plain = packet.toByteArray();
      packet.bounds(0, ends.jitsiSender.protect(packet.array(), packet.length()));
      assertThat(packet.length()).isEqualTo(plain.length + profile.rtpOverhead());
      assertThat(ends.receiver.unprotect(packet)).isEqualTo(SrtpStatus.OK);
      assertThat(packet.toByteArray()).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ourRtpIsUnprotectedByIt(SrtpProfile profile) {
    SrtpEnds ends = new SrtpEnds(profile);
    for (int i = 0; i < PACKETS; i++) {
      PacketBuffer packet = rtp(i);
      byte[] plain = packet.toByteArray();
      assertThat(ends.sender.protect(packet)).isEqualTo(SrtpStatus.OK);
      packet.bounds(0, ends.jitsiReceiver.unprotect(packet.array(), packet.length()));
      assertThat(packet.toByteArray()).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsRtcpIsUnprotectedByUs(SrtpProfile profile) {
    SrtpEnds ends = new SrtpEnds(profile);
    for (int i = 0; i < PACKETS; i++) {
      PacketBuffer packet = rtcp(i);
      byte[] plain = packet.toByteArray();
      packet.bounds(0, ends.jitsiSender.protectRtcp(packet.array(), packet.length()));
      assertThat(packet.length()).isEqualTo(plain.length + profile.rtcpOverhead());
      assertThat(ends.receiver.unprotectRtcp(packet)).isEqualTo(SrtpStatus.OK);
      assertThat(packet.toByteArray()).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ourRtcpIsUnprotectedByIt(SrtpProfile profile) {
    SrtpEnds ends = new SrtpEnds(profile);
    for (int i = 0; i < PACKETS; i++) {
      PacketBuffer packet = rtcp(i);
      byte[] plain = packet.toByteArray();
      assertThat(ends.sender.protectRtcp(packet)).isEqualTo(SrtpStatus.OK);
      packet.bounds(0, ends.jitsiReceiver.unprotectRtcp(packet.array(), packet.length()));
      assertThat(packet.toByteArray()).isEqualTo(plain);
    }
  }

  /** At the beginning of an array, as jitsi-srtp's ends want it; the numbers roll over half-way. */
  private static PacketBuffer rtp(int i) {
    PacketBuffer packet = PacketBuffer.allocate(1500, 0);
    new RtpWriter()
        .begin(packet, i % 2 == 0, 96, FIRST_SEQUENCE_NUMBER + i, 3000L * i, SrtpEnds.SSRC)
        .endHeader();
    byte[] payload = new byte[1 + 4 * i];
    new SplittableRandom(i).nextBytes(payload);
    packet.put(payload);
    return packet;
  }

  private static PacketBuffer rtcp(int i) {
    PacketBuffer packet = PacketBuffer.allocate(1500, 0);
    RtcpCompound.write(
        List.of(
            new ReceiverReport(SrtpEnds.SSRC, List.of()),
            new PictureLossIndication(SrtpEnds.SSRC, i)),
        packet);
    return packet;
  }
}
