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
import io.webrtc4j.rtp.payload.Vp9Descriptor.Layer;
import io.webrtc4j.rtp.payload.Vp9Structure.Picture;
import io.webrtc4j.rtp.payload.Vp9Structure.Resolution;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class Vp9Test {
  private static final String KEY_FRAME = "824983420007f005f606";
  private static final String INTER_FRAME = "860040929c";
  private static final int NONE = Vp9Descriptor.NONE;

  private final PayloadFormat format = Through.format("VP9");
  private final Packetizer packetizer = format.packetizer();
  private final Depacketizer depacketizer = format.depacketizer();

  @Test
  void aKeyFrameSaysItsSizeAndTheOthersWhatTheyReferTo() throws DecodeException {
    byte[] frame = Arrays.copyOf(hex(KEY_FRAME), 150);
    List<byte[]> payloads = cut(packetizer, frame, 100);
    assertThat(payloads).extracting(payload -> payload.length).containsExactly(3 + 78, 3 + 77);
    // RFC 9628 §4.2: I, F, B and V; a picture id of 15 bits; one layer of 128 by 96. Then I, F, E.
    assertThat(hex(payloads.get(0))).startsWith("9a8000" + "1000800060" + KEY_FRAME);
    assertThat(hex(payloads.get(1))).startsWith("948000" + "00");
    assertThat(packetizer.isKeyFrame()).isTrue();
    assertThat(join(depacketizer, payloads)).isEqualTo(frame);
    assertThat(depacketizer.isKeyFrame()).isTrue();

    List<byte[]> next = cut(packetizer, hex(INTER_FRAME), 100);
    assertThat(next).extracting(Through::hex).containsExactly("dc8001" + "02" + INTER_FRAME);
    assertThat(packetizer.isKeyFrame()).isFalse();
    assertThat(join(depacketizer, next)).isEqualTo(hex(INTER_FRAME));
    assertThat(depacketizer.isKeyFrame()).isFalse();
  }

  @Test
  void descriptorsOfBothModesAreReadAndWritten() throws DecodeException {
    check("0c", frame(NONE, false, null, 0, null));
    check("8c11", frame(17, false, null, 0, null));
    check("8c9234", frame(0x1234, true, null, 0, null));
    check("ac11b607", frame(17, false, new Layer(5, true, 3, false), 7, null));
    check("ac110107", frame(17, false, new Layer(0, false, 0, true), 7, null));
    List<Integer> distances = List.of(1, 6, 127);
    check(
        "fd1121030dfe",
        new Vp9Descriptor(
            17,
            false,
            true,
            true,
            true,
            true,
            true,
            new Layer(1, false, 0, true),
            0,
            distances,
            null));
  }

  @Test
  void structuresAreReadAndWritten() throws DecodeException {
    // RFC 9628 §4.2.1: two layers with sizes, and a group of two pictures.
    check(
        "0e" + "38" + "014000b402800168" + "02" + "0402" + "380102",
        frame(
            NONE,
            false,
            null,
            0,
            new Vp9Structure(
                2,
                List.of(new Resolution(320, 180), new Resolution(640, 360)),
                List.of(new Picture(0, false, List.of(2)), new Picture(1, true, List.of(1, 2))))));
    check("0ee0", frame(NONE, false, null, 0, new Vp9Structure(8, List.of(), null)));
    check("0e0800", frame(NONE, false, null, 0, new Vp9Structure(1, List.of(), List.of())));
  }

  /** A whole one that refers to no other, in non-flexible mode. */
  private static Vp9Descriptor frame(
      int pictureId,
      boolean isLong,
      @Nullable Layer layer,
      int tl0PicIdx,
      @Nullable Vp9Structure structure) {
    return new Vp9Descriptor(
        pictureId, isLong, false, false, true, true, false, layer, tl0PicIdx, List.of(), structure);
  }

  private static void check(String bytes, Vp9Descriptor descriptor) throws DecodeException {
    ByteReader reader = new ByteReader(hex(bytes));
    assertThat(Vp9Descriptor.parse(reader)).isEqualTo(descriptor);
    assertThat(reader.remaining()).isZero();
    PacketBuffer written = PacketBuffer.allocate(100, 0);
    descriptor.write(written);
    assertThat(hex(written.toByteArray())).isEqualTo(bytes);
  }

  @Test
  void thePictureOfAllSpatialLayersIsOneFrame() throws DecodeException {
    // Non-flexible: two layers, the second of which refers to the first.
    byte[] picture =
        join(
            depacketizer,
            "a8" + "05" + "00" + "07" + KEY_FRAME,
            "a4" + "05" + "00" + "07" + "1122",
            "ac" + "05" + "03" + "07" + "86334455");
    assertThat(picture).isEqualTo(hex(KEY_FRAME + "1122" + "86334455"));
    assertThat(depacketizer.isKeyFrame()).isTrue();
  }

  @Test
  void aPayloadWithoutFrameIsRefused() {
    for (List<String> payloads :
        List.of(
            List.of(""),
            List.of("0c"), // no data
            List.of("1c86"), // flexible without picture id
            List.of("dc11030303000086"), // four references
            List.of("0ef8"), // no structure
            List.of("0e0802"), // half a structure
            List.of("04860040929c"), // without its beginning
            List.of("08860040929c"), // without its end
            List.of("08860040929c", "0c860040929c"), // two beginnings
            List.of("8811860040929c", "841211"), // two pictures
            List.of("0c46"), // no marker
            List.of("0cb8"), // no such profile
            List.of("0c824983430007f005f606"), // no sync code
            List.of("0c824983420007"))) { // no size
      assertThatThrownBy(() -> join(depacketizer, payloads.toArray(String[]::new)))
          .as(payloads.toString())
          .isInstanceOf(DecodeException.class);
    }
    assertThatThrownBy(() -> join(depacketizer, List.of())).isInstanceOf(DecodeException.class);
    assertThatIllegalArgumentException().isThrownBy(() -> packetizer.begin(hex("4600"), 100));
  }

  @Test
  void sizesAreReadInAllProfiles() throws DecodeException {
    // Marker, profile, not shown before, key frame, shown; sync code; then the colours' bits.
    String sync = "010010011000001101000010";
    String size = "0000000001111111" + "0000000001011111";
    for (String header :
        List.of(
            "10 00 0 0 1 0" + sync + "001 0" + size,
            "10 10 0 0 1 0" + sync + "001 0 11 0" + size,
            "10 10 0 0 1 0" + sync + "111 0" + size,
            "10 01 0 0 1 0" + sync + "1 001 0" + size,
            "10 11 0 0 0 1 0" + sync + "1 001 0 01 0" + size)) {
      byte[] bytes = Through.bits(header);
      assertThat(Vp9FrameHeader.parse(bytes, 0, bytes.length).keyFrameSize())
          .as(header)
          .isEqualTo(new Resolution(128, 96));
    }
    byte[] existing = Through.bits("10 00 1 000");
    assertThat(Vp9FrameHeader.parse(existing, 0, 1).isKeyFrame()).isFalse();
  }

  @Test
  void aPictureBeginsWithItsFirstLayer() {
    for (String payload : List.of("08", "a805000700", "a805020700")) {
      assertThat(canBegin(payload)).as(payload).isTrue();
    }
    for (String payload : List.of("", "04", "a805030700", "18")) {
      assertThat(canBegin(payload)).as(payload).isFalse();
    }
  }

  private boolean canBegin(String payload) {
    byte[] bytes = hex(payload);
    return depacketizer.canBeginFrame(bytes, 0, bytes.length);
  }
}
