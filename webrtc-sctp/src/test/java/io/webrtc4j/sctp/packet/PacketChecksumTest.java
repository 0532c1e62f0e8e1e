package io.webrtc4j.sctp.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class PacketChecksumTest {
  /** RFC 3720 B.4: the CRC32c of 32 zero bytes is 0x8a9136aa. */
  @Test
  void zerosHaveTheChecksumOfRfc3720() {
    PacketBuffer packet = PacketBuffer.wrap(new byte[32]);
    new PacketChecksum().fill(packet);
    assertThat(packet.u8(8)).isEqualTo(0xaa);
    assertThat(packet.u8(9)).isEqualTo(0x36);
    assertThat(packet.u8(10)).isEqualTo(0x91);
    assertThat(packet.u8(11)).isEqualTo(0x8a);
  }

  @Test
  void thePlatformsCrcIsTheOneOfTheCheckValue() {
    CRC32C crc = new CRC32C();
    crc.update("123456789".getBytes(StandardCharsets.US_ASCII));
    assertThat(crc.getValue()).isEqualTo(0xe3069283L);
  }

  @Test
  void aChecksumVerifiesAndEachBitMatters() {
    byte[] packet = Packets.of(7, new CookieAckChunk(), new ShutdownChunk(99));
    PacketChecksum checksum = new PacketChecksum();
    assertThat(checksum.verify(PacketBuffer.wrap(packet))).isTrue();
    for (int bit = 0; bit < packet.length * 8; bit++) {
      byte[] damaged = packet.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(checksum.verify(PacketBuffer.wrap(damaged))).isFalse();
    }
  }
}
