package io.webrtc4j.rtp.payload;

import static io.webrtc4j.rtp.payload.Through.cut;
import static io.webrtc4j.rtp.payload.Through.hex;
import static io.webrtc4j.rtp.payload.Through.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.DecodeException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class H265Test {
  private final PayloadFormat format = Through.format("H265");
  private final Packetizer packetizer = format.packetizer();
  private final Depacketizer depacketizer = format.depacketizer();

  @Test
  void smallNalUnitsShareAPayload() throws DecodeException {
    byte[] frame = hex("00000001 40110c 000001 420a01 000001 2801af");
    List<byte[]> payloads = cut(packetizer, frame, 100);
    // RFC 7798 §4.4.2, figure 7: type 48, with the lowest layer (0) and TID (1) of all.
    assertThat(payloads)
        .extracting(Through::hex)
        .containsExactly("6001" + "000340110c" + "0003420a01" + "00032801af");
    assertThat(packetizer.isKeyFrame()).isTrue();
    assertThat(join(depacketizer, payloads))
        .isEqualTo(hex("00000001 40110c 00000001 420a01 00000001 2801af"));
    assertThat(depacketizer.isKeyFrame()).isTrue();
  }

  @Test
  void aSliceThatDoesNotFitIsCutIntoFragments() throws DecodeException {
    byte[] frame = new byte[4 + 2 + 194];
    frame[3] = 1;
    frame[4] = 0x02;
    frame[5] = 0x0b;
    Arrays.fill(frame, 6, frame.length, (byte) 0x99);
    List<byte[]> payloads = cut(packetizer, frame, 100);
    // RFC 7798 §4.4.3, figures 9 and 10: type 49 with the layer and TID of the slice; S, E, type.
    assertThat(payloads)
        .extracting(payload -> hex(payload).substring(0, 8))
        .containsExactly("620b8199", "620b4199");
    assertThat(payloads).extracting(payload -> payload.length).containsExactly(100, 100);
    assertThat(join(depacketizer, payloads)).isEqualTo(frame);
    assertThat(depacketizer.isKeyFrame()).isFalse();
    assertThat(packetizer.isKeyFrame()).isFalse();
  }

  @Test
  void decodingOrderNumbersAreNotOffered() {
    assertThat(PayloadFormat.of("H265", Map.of("sprop-max-don-diff", "2"))).isEmpty();
    assertThat(PayloadFormat.of("H265", Map.of("sprop-max-don-diff", "0"))).isPresent();
  }

  @Test
  void malformedPayloadsAreRefused() {
    for (String payload :
        List.of(
            "",
            "40", // shorter than a header
            "640100", // PACI
            "600100", // ends in a length
            "600100034001", // longer than what is left
            "6001000140", // shorter than a header
            "600100026001", // an aggregate in an aggregate
            "620101ff", // without beginning
            "620181", // empty
            "6201b1ff")) { // a fragment of a fragment
      assertThatThrownBy(() -> join(depacketizer, payload))
          .as(payload)
          .isInstanceOf(DecodeException.class);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> packetizer.begin(hex("000001 6001 00"), 100));
  }

  @Test
  void aFrameCanBeginWithItsFirstSliceOrWhatComesBefore() {
    for (String payload :
        List.of("4001", "4201", "4401", "4601", "4e0105", "0201d0", "60010002 4001", "62018180")) {
      assertThat(canBegin(payload)).as(payload).isTrue();
    }
    for (String payload : List.of("", "02", "020150", "500105", "620101ff", "62018101", "600100")) {
      assertThat(canBegin(payload)).as(payload).isFalse();
    }
  }

  private boolean canBegin(String payload) {
    byte[] bytes = hex(payload);
    return depacketizer.canBeginFrame(bytes, 0, bytes.length);
  }
}
