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

class H264Test {
  private final PayloadFormat format = Through.format("H264");
  private final Packetizer packetizer = format.packetizer();
  private final Depacketizer depacketizer = format.depacketizer();

  @Test
  void parameterSetsAndSeiShareAPayloadWithASmallIdrSlice() throws DecodeException {
    byte[] frame = hex("00000001 6742 000001 68ce 000001 0605 00000001 658804");
    List<byte[]> payloads = cut(packetizer, frame, 100);
    // RFC 6184 §5.7.1, figure 7: STAP-A with the highest NRI, then lengths and NAL units.
    assertThat(payloads).hasSize(1);
    assertThat(hex(payloads.get(0)))
        .isEqualTo("78" + "00026742" + "000268ce" + "00020605" + "0003658804");
    assertThat(packetizer.isKeyFrame()).isTrue();
    assertThat(join(depacketizer, payloads))
        .isEqualTo(hex("00000001 6742 00000001 68ce 00000001 0605 00000001 658804"));
    assertThat(depacketizer.isKeyFrame()).isTrue();
  }

  @Test
  void aSliceThatDoesNotFitIsCutIntoFragmentsOfEvenLength() throws DecodeException {
    byte[] frame = new byte[4 + 1 + 250];
    frame[3] = 1;
    frame[4] = 0x41;
    Arrays.fill(frame, 5, frame.length, (byte) 0x99);
    List<byte[]> payloads = cut(packetizer, frame, 100);
    assertThat(payloads).extracting(payload -> payload.length).containsExactly(86, 85, 85);
    // RFC 6184 §5.8, figures 14 to 16: NRI 2 and FU-A, then S, E and the type.
    assertThat(payloads)
        .extracting(payload -> hex(payload).substring(0, 6))
        .containsExactly("5c8199", "5c0199", "5c4199");
    assertThat(packetizer.isKeyFrame()).isFalse();
    assertThat(join(depacketizer, payloads)).isEqualTo(frame);
    assertThat(depacketizer.isKeyFrame()).isFalse();
  }

  @Test
  void mode0NeitherSharesNorCuts() {
    PayloadFormat mode0 = PayloadFormat.of("h264", Map.of()).orElseThrow();
    Packetizer single = mode0.packetizer();
    assertThat(cut(single, hex("000001 6742 000001 68ce"), 100))
        .extracting(Through::hex)
        .containsExactly("6742", "68ce");
    byte[] large = new byte[110];
    large[2] = 1;
    Arrays.fill(large, 3, large.length, (byte) 0x65);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> single.begin(large, 100))
        .withMessageContaining("packetization-mode=1");
    assertThat(single.hasNext()).isFalse();
  }

  @Test
  void interleavedModeIsNotOffered() {
    assertThat(PayloadFormat.of("H264", Map.of("packetization-mode", "2"))).isEmpty();
  }

  @Test
  void zerosBehindANalUnitBelongToNone() throws DecodeException {
    List<byte[]> payloads = cut(packetizer, hex("000000000001 09f0 0000 000001 4199 00"), 100);
    assertThat(join(depacketizer, payloads)).isEqualTo(hex("00000001 09f0 00000001 4199"));
  }

  @Test
  void whatIsNotAnnexBIsRefused() {
    for (String frame :
        List.of("00000002 4199", "41", "ff000001 41", "000001", "000001 00", "000001 7842")) {
      assertThatIllegalArgumentException().isThrownBy(() -> packetizer.begin(hex(frame), 100));
      assertThat(packetizer.hasNext()).isFalse();
    }
  }

  @Test
  void malformedPayloadsAreRefused() {
    for (String payload :
        List.of(
            "",
            "00", // no such type
            "7900", // STAP-B
            "7a00", // MTAP16
            "7d8100", // FU-B
            "7800", // ends in a length
            "78000367", // longer than what is left
            "780000", // empty
            "7800017800", // an aggregate in an aggregate
            "5c01ff", // without beginning
            "5c81", // empty
            "5c9cff")) { // a fragment of a fragment
      assertThatThrownBy(() -> join(depacketizer, payload))
          .as(payload)
          .isInstanceOf(DecodeException.class);
    }
  }

  @Test
  void fragmentsMustFollowOneAnotherToTheEnd() {
    for (List<String> payloads :
        List.of(
            List.of("5c81ff"),
            List.of("5c81ff", "5c81ff"),
            List.of("5c81ff", "41ff"),
            List.of("5c81ff", "5c45ff"))) {
      assertThatThrownBy(() -> join(depacketizer, payloads.toArray(String[]::new)))
          .isInstanceOf(DecodeException.class);
    }
  }

  @Test
  void aFragmentThatIsFirstAndLastIsTaken() throws DecodeException {
    assertThat(join(depacketizer, "7cc5ff")).isEqualTo(hex("00000001 65ff"));
    assertThat(depacketizer.isKeyFrame()).isTrue();
  }

  @Test
  void aFrameCanBeginWithItsFirstSliceOrWhatComesBefore() {
    for (String payload :
        List.of("4199", "6588", "6742", "68ce", "0605", "09f0", "7800026742", "7c8588", "5c8180")) {
      assertThat(canBegin(payload)).as(payload).isTrue();
    }
    for (String payload :
        List.of("", "4119", "7800024119", "7c0588", "7c8508", "7c85", "0a", "78")) {
      assertThat(canBegin(payload)).as(payload).isFalse();
    }
  }

  private boolean canBegin(String payload) {
    byte[] bytes = hex(payload);
    return depacketizer.canBeginFrame(bytes, 0, bytes.length);
  }
}
