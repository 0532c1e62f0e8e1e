package io.webrtc4j.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PacketBufferTest {

  @Test
  void aHeaderGoesInFrontOfThePayloadWithoutMovingIt() throws DecodeException {
    PacketBuffer packet = PacketBuffer.allocate(16, 4);
    ByteWriter.into(packet).u16(0xcafe);
    packet.prepend(2);
    packet.array()[packet.start()] = 0x01;
    packet.array()[packet.start() + 1] = 0x02;

    ByteReader reader = new ByteReader(packet);
    assertThat(reader.u16()).isEqualTo(0x0102);
    assertThat(reader.u16()).isEqualTo(0xcafe);
    assertThat(packet.headroom()).isEqualTo(2);
    assertThat(packet.tailroom()).isEqualTo(10);
  }

  @Test
  void writingPastTheCapacityIsAProgrammingError() {
    PacketBuffer packet = PacketBuffer.allocate(3, 0);
    assertThatThrownBy(() -> ByteWriter.into(packet).u32(1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> packet.prepend(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void readingPastTheEndIsADecodeErrorThatSaysWhatIsMissing() {
    ByteReader reader = new ByteReader(new byte[3]);
    assertThatThrownBy(reader::i32)
        .isInstanceOf(DecodeException.class)
        .hasMessage("needs 2 more bytes, has 1");
  }

  @Test
  void aLengthIsPatchedAfterWhatItCounts() {
    ByteWriter writer = ByteWriter.growing();
    writer.u16(0).bytes(new byte[300]).padTo(4);
    writer.patch16(0, writer.length());
    assertThat(writer.length()).isEqualTo(304);
    assertThat(writer.toByteArray()).startsWith(0x01, 0x30);
  }
}
