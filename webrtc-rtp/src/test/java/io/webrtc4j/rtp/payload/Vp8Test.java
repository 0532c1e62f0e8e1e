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
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Vp8Test {
  private static final String KEY_FRAME = "10020c9d012a40010000";

  private final PayloadFormat format = Through.format("VP8");
  private final Packetizer packetizer = format.packetizer();
  private final Depacketizer depacketizer = format.depacketizer();

  @Test
  void aFrameIsCutIntoPiecesOfEvenLengthWithOnePictureId() throws DecodeException {
    byte[] frame = Arrays.copyOf(hex(KEY_FRAME), 200);
    List<byte[]> payloads = cut(packetizer, frame, 100);
    assertThat(payloads).extracting(payload -> payload.length).containsExactly(71, 71, 70);
    // RFC 7741 §4.2: X and S, I, and a picture id of 15 bits.
    assertThat(payloads)
        .extracting(payload -> hex(payload).substring(0, 8))
        .containsExactly("90808000", "80808000", "80808000");
    assertThat(packetizer.isKeyFrame()).isTrue();
    assertThat(join(depacketizer, payloads)).isEqualTo(frame);
    assertThat(depacketizer.isKeyFrame()).isTrue();
  }

  @Test
  void pictureIdsCountTheFramesAndWrap() {
    byte[] frame = hex("110000");
    List<String> payloads =
        IntStream.rangeClosed(0, 0x8000)
            .mapToObj(i -> hex(cut(packetizer, frame, 100).get(0)))
            .toList();
    assertThat(payloads.get(1)).isEqualTo("90808001110000");
    assertThat(payloads.get(0x7fff)).isEqualTo("9080ffff110000");
    assertThat(payloads.get(0x8000)).isEqualTo("90808000110000");
    assertThat(packetizer.isKeyFrame()).isFalse();
  }

  @Test
  void descriptorsOfAllFormsAreReadAndWritten() throws DecodeException {
    int none = Vp8Descriptor.NONE;
    // The forms of RFC 7741 §4.5.1 to §4.5.5, and each extension alone.
    check("10", new Vp8Descriptor(false, true, 0, none, false, none, none, false, none));
    check("05", new Vp8Descriptor(false, false, 5, none, false, none, none, false, none));
    check("908011", new Vp8Descriptor(false, true, 0, 17, false, none, none, false, none));
    check("a0f0935716a5", new Vp8Descriptor(true, false, 0, 4951, true, 22, 2, true, 5));
    check("81c04403", new Vp8Descriptor(false, false, 1, 68, false, 3, none, false, none));
    check("802060", new Vp8Descriptor(false, false, 0, none, false, none, 1, true, none));
    check("80101f", new Vp8Descriptor(false, false, 0, none, false, none, none, false, 31));
  }

  private static void check(String bytes, Vp8Descriptor descriptor) throws DecodeException {
    assertThat(Vp8Descriptor.parse(new ByteReader(hex(bytes)))).isEqualTo(descriptor);
    PacketBuffer written = PacketBuffer.allocate(10, 0);
    descriptor.write(written);
    assertThat(hex(written.toByteArray())).isEqualTo(bytes);
  }

  @Test
  void partitionsMayHavePayloadsOfTheirOwn() throws DecodeException {
    assertThat(join(depacketizer, "10110000", "0022", "1133", "1244"))
        .isEqualTo(hex("110000223344"));
    assertThat(depacketizer.isKeyFrame()).isFalse();
  }

  @Test
  void aPayloadWithoutFrameIsRefused() {
    for (List<String> payloads :
        List.of(
            List.of(""),
            List.of("10"),
            List.of("90"),
            List.of("9080"),
            List.of("908080"),
            List.of("90808001"),
            List.of("0011"), // not the beginning
            List.of("11110000"), // the second partition
            List.of("10110000", "10110000"), // two beginnings
            List.of("90800111", "80800211"), // two pictures
            List.of("1011"), // shorter than a frame's header
            List.of("1010020c9d012b40010000"))) { // no start code
      assertThatThrownBy(() -> join(depacketizer, payloads.toArray(String[]::new)))
          .as(payloads.toString())
          .isInstanceOf(DecodeException.class);
    }
    assertThatThrownBy(() -> join(depacketizer, List.of())).isInstanceOf(DecodeException.class);
  }

  @Test
  void whatIsNoFrameIsNotSent() {
    for (String frame : List.of("", "11", "1002", "10020c9d012b40010000")) {
      assertThatIllegalArgumentException().isThrownBy(() -> packetizer.begin(hex(frame), 100));
      assertThat(packetizer.hasNext()).isFalse();
    }
    assertThatIllegalArgumentException().isThrownBy(() -> packetizer.begin(hex("110000"), 99));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> packetizer.begin(new byte[PayloadFormat.MAX_FRAME_LENGTH + 1], 1200));
    assertThatThrownBy(() -> packetizer.next(PacketBuffer.allocate(100, 0)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFrameBeginsWithItsFirstPartition() {
    assertThat(canBegin("10")).isTrue();
    assertThat(canBegin("90808000")).isTrue();
    assertThat(canBegin("00")).isFalse();
    assertThat(canBegin("11")).isFalse();
    assertThat(canBegin("9080")).isFalse();
    assertThat(canBegin("")).isFalse();
  }

  private boolean canBegin(String payload) {
    byte[] bytes = hex(payload);
    return depacketizer.canBeginFrame(bytes, 0, bytes.length);
  }
}
