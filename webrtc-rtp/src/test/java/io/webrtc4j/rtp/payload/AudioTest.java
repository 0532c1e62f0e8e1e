package io.webrtc4j.rtp.payload;

import static io.webrtc4j.rtp.payload.Through.cut;
import static io.webrtc4j.rtp.payload.Through.hex;
import static io.webrtc4j.rtp.payload.Through.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AudioTest {
  @Test
  void eachPacketIsAFrame() throws DecodeException {
    for (String name : List.of("opus", "PCMU", "PCMA", "G722", "CN", "telephone-event")) {
      PayloadFormat format = Through.format(name);
      byte[] frame = hex("088a0320");
      assertThat(format.isAudio()).isTrue();
      Packetizer packetizer = format.packetizer();
      assertThat(cut(packetizer, frame, 100)).containsExactly(frame);
      assertThat(packetizer.isKeyFrame()).isTrue();
      Depacketizer depacketizer = format.depacketizer();
      assertThat(depacketizer.canBeginFrame(frame, 0, 4)).isTrue();
      assertThat(depacketizer.canBeginFrame(frame, 4, 4)).isFalse();
      assertThat(join(depacketizer, List.of(frame))).isEqualTo(frame);
      assertThat(depacketizer.isKeyFrame()).isTrue();
      assertThatThrownBy(() -> join(depacketizer, List.of(frame, frame)))
          .isInstanceOf(DecodeException.class);
      assertThatThrownBy(() -> join(depacketizer, "")).isInstanceOf(DecodeException.class);
      assertThatThrownBy(() -> join(depacketizer, List.of())).isInstanceOf(DecodeException.class);
    }
  }

  @Test
  void aFrameLargerThanAPacketIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Through.format("PCMU").packetizer().begin(new byte[161], 160))
        .withMessageContaining("one packet");
  }

  @Test
  void anUnknownCodecHasNoFormatAndWhatRepairsHasNone() {
    for (String name : List.of("rtx", "red", "ulpfec", "flexfec-03", "speex")) {
      assertThat(PayloadFormat.of(name, Map.of())).isEmpty();
    }
    assertThat(PayloadFormat.FRAME_PER_PACKET.isAudio()).isTrue();
  }

  @Test
  void opusPacketsSayHowLongTheyLast() throws DecodeException {
    // RFC 6716 §3.1, table 2.
    assertThat(milliseconds("0011")).isEqualTo(10);
    assertThat(milliseconds("1811")).isEqualTo(60);
    assertThat(milliseconds("6811")).isEqualTo(20);
    assertThat(milliseconds("8011")).isEqualTo(2.5);
    assertThat(milliseconds("f811")).isEqualTo(20);
    assertThat(milliseconds("f8")).as("of no bytes, as in silence").isEqualTo(20);
    // RFC 6716 §3.2.3 to §3.2.5.
    assertThat(milliseconds("f91122")).isEqualTo(40);
    assertThat(milliseconds("fa01112233")).isEqualTo(40);
    assertThat(milliseconds("fb03112233")).isEqualTo(60);
    assertThat(milliseconds("fb830102112233334444")).isEqualTo(60);
    assertThat(milliseconds("fb4303112233000000")).as("with padding").isEqualTo(60);
  }

  private static double milliseconds(String packet) throws DecodeException {
    byte[] bytes = hex(packet);
    return OpusPacket.duration(bytes, 0, bytes.length) / 48.0;
  }

  @Test
  void malformedOpusPacketsAreRefused() {
    for (String packet :
        List.of(
            "f911", // two frames of one length in one byte
            "fa", // no length
            "fafc", // half a length
            "fa0311", // longer than what is left
            "fb", // no count
            "fb00", // no frames
            "fb07112233445566", // 140 ms
            "fb0311", // no third of one byte
            "fb41", // no length of padding
            "fb41ff", // half of it
            "fb410511", // more padding than bytes
            "fb82", // no length of the first
            "fb820911")) { // too long
      assertThatThrownBy(() -> join(Through.format("opus").depacketizer(), packet))
          .as(packet)
          .isInstanceOf(DecodeException.class);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Through.format("opus").packetizer().begin(hex(packet), 100));
    }
    byte[] large = new byte[1277];
    assertThatThrownBy(() -> OpusPacket.duration(large, 0, large.length))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void telephoneEventsAreReadAndWritten() throws DecodeException {
    TelephoneEvent event = new TelephoneEvent(TelephoneEvent.dtmf('#'), true, 10, 800);
    PacketBuffer written = PacketBuffer.allocate(4, 0);
    event.write(written);
    // RFC 4733 §2.3, figure 1.
    assertThat(hex(written.toByteArray())).isEqualTo("0b8a0320");
    assertThat(TelephoneEvent.parse(new ByteReader(written))).isEqualTo(event);
    assertThat("0123456789*#ABCD".chars().map(key -> TelephoneEvent.dtmf((char) key)))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    assertThat(TelephoneEvent.dtmf('d')).isEqualTo(15);
    assertThatIllegalArgumentException().isThrownBy(() -> TelephoneEvent.dtmf('e'));
    assertThatIllegalArgumentException().isThrownBy(() -> new TelephoneEvent(256, true, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new TelephoneEvent(0, true, 64, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new TelephoneEvent(0, true, 0, 65536));
    assertThatThrownBy(() -> join(Through.format("telephone-event").depacketizer(), "0b8a03"))
        .isInstanceOf(DecodeException.class);
  }
}
