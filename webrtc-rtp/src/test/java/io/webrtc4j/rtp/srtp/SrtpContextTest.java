package io.webrtc4j.rtp.srtp;

import static io.webrtc4j.rtp.srtp.Peer.copy;
import static io.webrtc4j.rtp.srtp.Peer.rtcp;
import static io.webrtc4j.rtp.srtp.Peer.rtp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.PacketBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SrtpContextTest {
  private static final int HEADER_LENGTH = 20;

  @ParameterizedTest
  @EnumSource
  void whatWasProtectedIsUnprotected(SrtpProfile profile) {
    Peer peer = new Peer(profile);
    for (int length : new int[] {0, 1, 15, 16, 17, 160, 1200}) {
      PacketBuffer packet = rtp(Peer.SSRC, length, length);
      byte[] plain = packet.toByteArray();
      peer.isProtected(packet);
      assertThat(packet.length()).isEqualTo(plain.length + profile.rtpOverhead());
      assertThat(packet.toByteArray()).startsWith(header(plain));
      if (length >= 15) {
        assertThat(Arrays.copyOf(packet.toByteArray(), plain.length)).isNotEqualTo(plain);
      }
      assertThat(peer.receive(packet)).isEqualTo(SrtpStatus.OK);
      assertThat(packet.toByteArray()).isEqualTo(plain);
    }
  }

  private static byte[] header(byte[] packet) {
    return Arrays.copyOf(packet, HEADER_LENGTH);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasProtectedOfRtcpIsUnprotected(SrtpProfile profile) {
    Peer peer = new Peer(profile);
    for (int length : new int[] {0, 4, 16, 20, 1200}) {
      PacketBuffer packet = rtcp(Peer.SSRC, length);
      byte[] plain = packet.toByteArray();
      peer.isProtectedRtcp(packet);
      assertThat(packet.length()).isEqualTo(plain.length + profile.rtcpOverhead());
      assertThat(peer.receiver.unprotectRtcp(packet)).isEqualTo(SrtpStatus.OK);
      assertThat(packet.toByteArray()).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPacketThatComesAgainIsRefused(SrtpProfile profile) {
    Peer peer = new Peer(profile);
    PacketBuffer packet = peer.isProtected(rtp(7));
    PacketBuffer again = copy(packet);
    byte[] asItCame = again.toByteArray();
    assertThat(peer.receive(packet)).isEqualTo(SrtpStatus.OK);
    assertThat(peer.receive(again)).isEqualTo(SrtpStatus.REPLAYED);
    assertThat(again.toByteArray()).isEqualTo(asItCame);

    PacketBuffer control = peer.isProtectedRtcp(rtcp(Peer.SSRC, 8));
    PacketBuffer controlAgain = copy(control);
    assertThat(peer.receiver.unprotectRtcp(control)).isEqualTo(SrtpStatus.OK);
    assertThat(peer.receiver.unprotectRtcp(controlAgain)).isEqualTo(SrtpStatus.REPLAYED);
  }

  @ParameterizedTest
  @EnumSource
  void eachBitThatIsFlippedIsNoticed(SrtpProfile profile) {
    Peer peer = new Peer(profile);
    PacketBuffer packet = peer.isProtected(rtp(9));
    for (int bit = 0; bit < 8 * packet.length(); bit++) {
      PacketBuffer forged = copy(packet);
      forged.array()[forged.start() + bit / 8] ^= (byte) (1 << bit % 8);
      byte[] asItCame = forged.toByteArray();
      assertThat(peer.receive(forged))
          .as("bit %d", bit)
          .isIn(SrtpStatus.AUTHENTICATION_FAILED, SrtpStatus.MALFORMED);
      assertThat(forged.toByteArray()).isEqualTo(asItCame);
    }
    PacketBuffer control = peer.isProtectedRtcp(rtcp(Peer.SSRC, 8));
    for (int bit = 8 * 4; bit < 8 * control.length(); bit++) {
      PacketBuffer forged = copy(control);
      forged.array()[forged.start() + bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(peer.receiver.unprotectRtcp(forged))
          .as("bit %d of RTCP", bit)
          .isEqualTo(SrtpStatus.AUTHENTICATION_FAILED);
    }
    assertThat(peer.receiver.sources()).isZero();
    assertThat(peer.receive(packet)).isEqualTo(SrtpStatus.OK);
    assertThat(peer.receiver.unprotectRtcp(control)).isEqualTo(SrtpStatus.OK);
  }

  @ParameterizedTest
  @EnumSource
  void theSequenceNumberMayRollOverWhilePacketsAreLostAndSwapped(SrtpProfile profile) {
    Peer peer = new Peer(profile);
    List<PacketBuffer> packets = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      packets.add(peer.isProtected(rtp(65_336 + i & 0xffff)));
    }
    Random random = new Random(1);
    for (int i = 0; i < packets.size(); i += 20) {
      Collections.shuffle(packets.subList(i, i + 20), random);
    }
    for (int i = 0; i < packets.size(); i++) {
      if (i % 3 != 0) {
        assertThat(peer.receive(packets.get(i))).isEqualTo(SrtpStatus.OK);
      }
    }
  }

  @Test
  void aReceiverThatMissesAQuarterOfTheNumbersAcrossTheRolloverGoesOn() {
    Peer peer = new Peer(SrtpProfile.AEAD_AES_128_GCM);
    assertThat(peer.receive(peer.isProtected(rtp(60_000)))).isEqualTo(SrtpStatus.OK);
    peer.isProtected(rtp(10_000));
    assertThat(peer.receive(peer.isProtected(rtp(20_000)))).isEqualTo(SrtpStatus.OK);
    assertThat(peer.receive(peer.isProtected(rtp(52_000)))).isEqualTo(SrtpStatus.OK);
    assertThat(peer.receive(peer.isProtected(rtp(8_000)))).isEqualTo(SrtpStatus.OK);
  }

  @ParameterizedTest
  @EnumSource
  void eachSourceHasACounterOfItsOwn(SrtpProfile profile) {
    Peer peer = new Peer(profile);
    for (int round = 0; round < 3; round++) {
      for (long ssrc = 1; ssrc <= 100; ssrc++) {
        int sequenceNumber = (int) (ssrc * 650 + 100L * round & 0xffff);
        PacketBuffer packet = peer.isProtected(rtp(ssrc, sequenceNumber, 20));
        assertThat(peer.receive(packet)).isEqualTo(SrtpStatus.OK);
        PacketBuffer control = peer.isProtectedRtcp(rtcp(ssrc, 4));
        assertThat(peer.receiver.unprotectRtcp(control)).isEqualTo(SrtpStatus.OK);
      }
    }
  }

  @Test
  void aSequenceNumberIsProtectedOnce() {
    Peer peer = new Peer(SrtpProfile.AEAD_AES_128_GCM);
    peer.isProtected(rtp(5));
    peer.isProtected(rtp(4));
    PacketBuffer again = rtp(5);
    byte[] plain = again.toByteArray();
    assertThat(peer.sender.protect(again)).isEqualTo(SrtpStatus.REPLAYED);
    assertThat(again.toByteArray()).isEqualTo(plain);
    peer.isProtected(rtp(3000));
    assertThat(peer.sender.protect(rtp(6))).isEqualTo(SrtpStatus.TOO_OLD);
  }

  @Test
  void aPacketOlderThanTheWindowIsRefused() {
    Peer peer = new Peer(SrtpProfile.AES128_CM_HMAC_SHA1_80);
    PacketBuffer oldest = peer.isProtected(rtp(0));
    PacketBuffer old = peer.isProtected(rtp(1));
    assertThat(peer.receive(peer.isProtected(rtp(ReplayWindow.SIZE)))).isEqualTo(SrtpStatus.OK);
    assertThat(peer.receive(oldest)).isEqualTo(SrtpStatus.TOO_OLD);
    assertThat(peer.receive(old)).isEqualTo(SrtpStatus.OK);
  }

  @Test
  void theLastPacketOfAKeyIsProtectedAndNoneAfterIt() {
    Peer peer = new Peer(SrtpProfile.AEAD_AES_256_GCM);
    peer.sender.continueRtp((int) Peer.SSRC, PacketIndex.MAX - 1);
    peer.receiver.continueRtp((int) Peer.SSRC, PacketIndex.MAX - 1);
    assertThat(peer.receive(peer.isProtected(rtp(0xffff)))).isEqualTo(SrtpStatus.OK);
    assertThat(peer.sender.protect(rtp(0))).isEqualTo(SrtpStatus.KEY_EXHAUSTED);
    assertThat(peer.receive(rtp(0))).isEqualTo(SrtpStatus.KEY_EXHAUSTED);
  }

  @Test
  void theLastRtcpPacketOfAKeyIsProtectedAndNoneAfterIt() {
    Peer peer = new Peer(SrtpProfile.AES128_CM_HMAC_SHA1_80);
    peer.sender.continueRtcp((int) Peer.SSRC, PacketIndex.MAX_SRTCP);
    PacketBuffer last = peer.isProtectedRtcp(rtcp(Peer.SSRC, 0));
    assertThat(peer.receiver.unprotectRtcp(last)).isEqualTo(SrtpStatus.OK);
    assertThat(peer.sender.protectRtcp(rtcp(Peer.SSRC, 0))).isEqualTo(SrtpStatus.KEY_EXHAUSTED);
  }

  @Test
  void sourcesThatAreMadeUpLeaveNothingBehind() {
    Peer peer = new Peer(SrtpProfile.AEAD_AES_128_GCM);
    for (long ssrc = 0; ssrc < 10_000; ssrc++) {
      assertThat(peer.receive(rtp(ssrc, 1, 40))).isEqualTo(SrtpStatus.AUTHENTICATION_FAILED);
    }
    assertThat(peer.receiver.sources()).isZero();
  }

  @Test
  void sourcesAreLimitedAndCanBeForgotten() {
    Peer peer = new Peer(SrtpProfile.AES128_CM_HMAC_SHA1_32);
    for (long ssrc = 0; ssrc < SourceTable.MAX_SOURCES; ssrc++) {
      assertThat(peer.receive(peer.isProtected(rtp(ssrc, 1, 1)))).isEqualTo(SrtpStatus.OK);
    }
    PacketBuffer another = rtp(SourceTable.MAX_SOURCES, 1, 1);
    assertThat(peer.sender.protect(another)).isEqualTo(SrtpStatus.TOO_MANY_SOURCES);
    peer.sender.forget(17);
    peer.isProtected(another);
    assertThat(peer.receive(another)).isEqualTo(SrtpStatus.TOO_MANY_SOURCES);
    peer.receiver.forget(17);
    assertThat(peer.receive(another)).isEqualTo(SrtpStatus.OK);
    assertThat(peer.receive(peer.isProtected(rtp(18, 2, 1)))).isEqualTo(SrtpStatus.OK);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTooShortIsMalformed(SrtpProfile profile) {
    Peer peer = new Peer(profile);
    PacketBuffer packet = peer.isProtected(rtp(Peer.SSRC, 1, 0));
    PacketBuffer control = peer.isProtectedRtcp(rtcp(Peer.SSRC, 0));
    packet.trimEnd(1);
    control.trimEnd(1);
    assertThat(peer.receive(packet)).isEqualTo(SrtpStatus.MALFORMED);
    assertThat(peer.receiver.unprotectRtcp(control)).isEqualTo(SrtpStatus.MALFORMED);
    assertThat(peer.sender.protect(PacketBuffer.wrap(new byte[11])))
        .isEqualTo(SrtpStatus.MALFORMED);
    assertThat(peer.sender.protectRtcp(PacketBuffer.wrap(new byte[7])))
        .isEqualTo(SrtpStatus.MALFORMED);
  }

  @Test
  void aBufferWithoutRoomIsTheCallersError() {
    Peer peer = new Peer(SrtpProfile.AEAD_AES_128_GCM);
    PacketBuffer full = PacketBuffer.wrap(rtp(1).toByteArray());
    byte[] plain = full.toByteArray();
    assertThatThrownBy(() -> peer.sender.protect(full))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(full.toByteArray()).isEqualTo(plain);
    peer.isProtected(rtp(1));
  }
}
