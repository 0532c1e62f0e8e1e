package io.webrtc4j.rtp.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SrtpContextPropertiesTest {

  @Property(tries = 400)
  void anyBytesAreRefusedAndLeftAsTheyCame(
      @ForAll SrtpProfile profile, @ForAll byte[] bytes, @ForAll boolean isRtp) {
    Peer peer = new Peer(profile);
    PacketBuffer packet = Hex.packet(bytes);
    if (isRtp && bytes.length > 0) {
      packet.array()[packet.start()] = (byte) 0x90;
    }
    byte[] asItCame = packet.toByteArray();
    SrtpStatus rtp = peer.receive(packet);
    SrtpStatus rtcp = peer.receiver.unprotectRtcp(packet);
    assertThat(rtp).isIn(SrtpStatus.MALFORMED, SrtpStatus.AUTHENTICATION_FAILED);
    assertThat(rtcp).isIn(SrtpStatus.MALFORMED, SrtpStatus.AUTHENTICATION_FAILED);
    assertThat(packet.toByteArray()).isEqualTo(asItCame);
    assertThat(peer.receiver.sources()).isZero();
  }

  /** Steps forwards by less than half the numbers, late packets within the window, duplicates. */
  @Property(tries = 100)
  void whateverTheOrderEachPacketIsTakenOnce(
      @ForAll SrtpProfile profile, @ForAll @IntRange(max = 0x7fff) int first, @ForAll long seed) {
    Peer peer = new Peer(profile, seed);
    SplittableRandom random = new SplittableRandom(seed);
    Set<Long> taken = new HashSet<>();
    long highest = first;
    assertThat(peer.receive(peer.isProtected(Peer.rtp(first)))).isEqualTo(SrtpStatus.OK);
    taken.add(highest);
    for (int i = 0; i < 200; i++) {
      boolean isLate = random.nextInt(3) == 0;
      int step = random.nextInt(8) == 0 ? 1 + random.nextInt(0x7000) : 1 + random.nextInt(3);
      long index = isLate ? highest - random.nextInt(ReplayWindow.SIZE) : highest + step;
      if (index < first || taken.contains(index)) {
        continue;
      }
      highest = Math.max(highest, index);
      PacketBuffer packet = Peer.rtp((int) index & 0xffff);
      byte[] plain = packet.toByteArray();
      PacketBuffer again = Peer.copy(peer.isProtected(packet));
      assertThat(peer.receive(packet)).isEqualTo(SrtpStatus.OK);
      assertThat(packet.toByteArray()).isEqualTo(plain);
      assertThat(peer.receive(again)).isEqualTo(SrtpStatus.REPLAYED);
      taken.add(index);
    }
  }

  @Property(tries = 200)
  void anotherKeyOpensNothing(@ForAll SrtpProfile profile, @ForAll @IntRange(min = 2) int seed) {
    PacketBuffer packet = new Peer(profile, 1).isProtected(Peer.rtp(1));
    assertThat(new Peer(profile, seed).receive(packet)).isEqualTo(SrtpStatus.AUTHENTICATION_FAILED);
  }
}
